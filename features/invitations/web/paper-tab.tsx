import { Printer, Plus } from 'lucide-react'
import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { useText } from '#platform/web/i18n.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import type { FollowUp } from '../contract.ts'
import { useCodes } from './invitation-data.ts'
import { MakeCodeDialog } from './make-code-dialog.tsx'
import { SharedCodeRow } from './shared-code-row.tsx'

/** What is printed or passed on: letters by site, posters and links with their shared codes. */
export function PaperTab({ spaceId, letters }: { spaceId: string; letters: FollowUp['letters'] }) {
  return (
    <div className="stack stack-12">
      <Letters spaceId={spaceId} letters={letters} />
      <Codes spaceId={spaceId} />
    </div>
  )
}

function Letters({ spaceId, letters }: { spaceId: string; letters: FollowUp['letters'] }) {
  const text = useText()
  const count = letters.reduce((sum, site) => sum + site.people, 0)
  const base = `/api/spaces/${spaceId}/letters`
  return (
    <section aria-labelledby="letters" className="stack">
      <SectionHead
        id="letters"
        title={text('invitations.follow.letters.title')}
        note={
          count > 0
            ? text('invitations.follow.letters.lead', { count })
            : text('invitations.follow.letters.none')
        }
      />
      {count > 0 && (
        <p>
          <a className={buttonClass({ kind: 'primary' })} href={base} target="_blank" rel="noreferrer">
            <Printer className="i" aria-hidden />
            {text('invitations.follow.letters.printAll')}
          </a>
        </p>
      )}
      {letters.length > 1 && (
        <ul className="list">
          {letters.map(({ site, people }) => (
            <li key={site} className="row sb g4">
              <span className="grow">
                {site || text('invitations.follow.letters.noSite')}{' '}
                <span className="mut">{text('invitations.follow.letters.people', { count: people })}</span>
              </span>
              {site && (
                <a
                  className={buttonClass({ kind: 'ghost', size: 's' })}
                  href={`${base}?site=${encodeURIComponent(site)}`}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={text('invitations.follow.letters.site', { site })}
                >
                  <Printer className="i" aria-hidden />
                  {text('invitations.follow.letters.print')}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Codes({ spaceId }: { spaceId: string }) {
  const text = useText()
  const codes = useCodes(spaceId)
  const [making, setMaking] = useState(false)
  return (
    <section aria-labelledby="codes" className="stack">
      <SectionHead
        id="codes"
        title={text('invitations.follow.codes.title')}
        note={text('invitations.follow.codes.lead')}
      />
      <p>
        <Button icon={Plus} onClick={() => setMaking(true)}>
          {text('invitations.follow.codes.make')}
        </Button>
      </p>
      <Await query={codes} skeleton={<ListSkeleton label={text('platform.loading')} rows={3} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="ink2">{text('invitations.follow.codes.empty')}</p>
          ) : (
            <ul className="list">
              {items.map((code) => (
                <SharedCodeRow key={code.id} spaceId={spaceId} code={code} />
              ))}
            </ul>
          )
        }
      </Await>
      {making && <MakeCodeDialog spaceId={spaceId} onClose={() => setMaking(false)} />}
    </section>
  )
}
