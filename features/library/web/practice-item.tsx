import { FlaskConical, FolderInput } from 'lucide-react'
import { useState } from 'react'
import { faceOf, nameOf } from '#features/reactions/web/public/face.ts'
import { fileUrl } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { StrokesGauge } from '#ui/strokes-gauge.tsx'
import { Who } from '#ui/who.tsx'
import type { LibraryPractice } from '../contract.ts'
import { ArrangeDialog } from './arrange-dialog.tsx'
import { Change } from './change.tsx'
import { useAdoption } from './library-data.ts'
import { ResultsDialog } from './results-dialog.tsx'
import { TellDialog } from './tell-dialog.tsx'

const STROKES = 6
type Opened = 'arrange' | 'tell' | 'results' | null

/** The gesture first; then what it changed, and who did it too. */
export function PracticeItem({ spaceId, practice }: { spaceId: string; practice: LibraryPractice }) {
  const text = useText()
  const [opened, setOpened] = useState<Opened>(null)
  const close = () => setOpened(null)
  const { author } = practice
  return (
    <li className="lib__i">
      {practice.imageFileId && (
        <img
          className="art lib__p"
          src={fileUrl(practice.imageFileId, 'w320')}
          alt={practice.imageAlt}
          loading="lazy"
        />
      )}
      <div className="lib__t stack stack-3">
        <div className="row row--t sb g2">
          <h2 className="h3">
            <Link to={`/publications/${practice.postId}`}>
              {practice.title || practice.gesture.slice(0, 80) || text('library.read')}
            </Link>
          </h2>
          {practice.can.arrange && (
            <IconButton
              icon={FolderInput}
              label={text('library.arrange_named', { title: practice.title })}
              onClick={() => setOpened('arrange')}
            />
          )}
        </div>
        {practice.gesture && <p className="lib__g">{practice.gesture}</p>}
        <Change before={practice.before} after={practice.after} />
        {(practice.themes.length > 0 || practice.jobs.length > 0) && (
          <p className="row wrap g1">
            {practice.themes.map(({ id, name }) => (
              <Badge key={id} kind="brand">
                {name}
              </Badge>
            ))}
            {practice.jobs.map((job) => (
              <Badge key={job}>{job}</Badge>
            ))}
          </p>
        )}
        {author && (
          <Who person={faceOf(author, 32)} meta={[author.job, author.site].filter(Boolean).join(', ')}>
            <Link to={`/personnes/${author.id}`}>{nameOf(author)}</Link>
          </Who>
        )}
        <Adopted practice={practice} onOpen={setOpened} />
      </div>
      {opened === 'arrange' && <ArrangeDialog spaceId={spaceId} practice={practice} onClose={close} />}
      {opened === 'tell' && <TellDialog practice={practice} onClose={close} />}
      {opened === 'results' && <ResultsDialog practice={practice} onClose={close} />}
    </li>
  )
}

function Adopted({
  practice,
  onOpen,
}: {
  practice: LibraryPractice
  onOpen: (what: Exclude<Opened, null>) => void
}) {
  const text = useText()
  const { adopted, count, set } = useAdoption(practice)
  return (
    <div className="row wrap g3 lib__a">
      <span className="row g2 sm">
        <StrokesGauge value={Math.min(count, STROKES)} max={STROKES} />
        {count > 0 ? text('library.adopted', { count }) : text('library.nobody')}
      </span>
      {practice.resultCount > 0 && (
        <button type="button" className="sm b link lib__r" onClick={() => onOpen('results')}>
          {text('library.results', { count: practice.resultCount })}
        </button>
      )}
      {practice.can.adopt && (
        <span className="row wrap g2 lib__b">
          <Button
            size="s"
            kind={adopted ? 'line' : 'soft'}
            icon={FlaskConical}
            aria-pressed={adopted}
            onClick={() => set(!adopted)}
          >
            {text('library.me_too')}
          </Button>
          {practice.adopted && (
            <Button size="s" kind="ghost" onClick={() => onOpen('tell')}>
              {text(practice.mine ? 'library.retell' : 'library.tell')}
            </Button>
          )}
        </span>
      )}
    </div>
  )
}
