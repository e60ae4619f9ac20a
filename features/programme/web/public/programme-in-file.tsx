import { faceOf, nameOf } from '#features/reactions/web/public/face.ts'
import { Await } from '#platform/web/await.tsx'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { Who } from '#ui/who.tsx'
import type { AmbassadorFile } from '../../contract.ts'
import { isServing } from '../../rules/lifecycle.ts'
import { ActsOn } from '../acts-menu.tsx'
import {
  CirclePart,
  Expectations,
  LeavesPart,
  LettersPart,
  LifeLine,
  ManagerPart,
  WhoSees,
} from '../file-parts.tsx'
import { useFile } from '../programme-data.ts'
import { STATE_KINDS } from '../state-kinds.ts'
import '../programme.css'

/** The head of somebody's file, for them and for the keepers, and what the programme holds about them. */
export function ProgrammeInFile({ ambassadorId }: { programmeId: string; ambassadorId: string }) {
  const query = useFile(ambassadorId)
  return <Await query={query}>{(file) => <File file={file} />}</Await>
}

function File({ file }: { file: AmbassadorFile }) {
  const text = useText()
  const format = useFormat()
  const base = `/programmes/${file.programmeId}`
  return (
    <div className="stack stack-8">
      <PageHead
        title={nameOf(file.person)}
        eyebrow={
          <Link className="link" to={file.can.keep ? `${base}/suivi` : base}>
            {file.programme}
          </Link>
        }
        lead={[file.person.job, file.person.site].filter(Boolean).join(', ')}
      />
      <div className="prg-two">
        <div className="stack stack-8">
          <section className="panel stack stack-4" aria-label={text('programme.file.now')}>
            <Who
              person={faceOf(file.person, 56)}
              meta={
                file.pausedUntil
                  ? text('programme.file.pausedUntil', { day: format.day(`${file.pausedUntil}T12:00:00Z`) })
                  : text(`programme.entered.${file.enteredBy}`, { name: file.namedBy ?? '' })
              }
            >
              <Badge kind={STATE_KINDS[file.state]}>{text(`programme.states.${file.state}`)}</Badge>
            </Who>
            {file.words && <blockquote className="prg-words ink2">{file.words}</blockquote>}
            {file.likes.length > 0 && (
              <p className="sm ink2">
                {text('programme.file.likes', {
                  likes: file.likes.map((like) => text(`programme.likes.${like}`)).join(', '),
                })}
              </p>
            )}
            {file.waiting && <p>{text('programme.file.waiting', { count: file.waiting })}</p>}
            {file.successor && <p>{text('programme.file.successor', { name: file.successor.name })}</p>}
            <ActsOn file={file} />
          </section>
          <ManagerPart file={file} />
          {isServing(file.state) && <Expectations facts={file} />}
          <CirclePart file={file} />
          <LettersPart file={file} />
          {isServing(file.state) && file.leaves.length > 0 && <LeavesPart file={file} />}
        </div>
        <div className="stack stack-8">
          <LifeLine file={file} />
          {file.own ? (
            <WhoSees file={file} />
          ) : (
            <section className="panel stack stack-2" aria-labelledby="seen-too">
              <SectionHead title={text('programme.file.seenTitle')} id="seen-too" />
              <p className="ink2">{text('programme.file.seenToo', { name: file.person.givenName })}</p>
            </section>
          )}
        </div>
      </div>
    </div>
  )
}
