import { Await } from '#platform/web/await.tsx'
import { useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { PageHead } from '#ui/page-head.tsx'
import type { FirstDraft } from '../contract.ts'
import { DraftWords } from './draft-words.tsx'
import { nameOf } from './faces.ts'
import { useFirstDraft } from './journey-data.ts'
import './journeys.css'
import { WritingChecks } from './writing-checks.tsx'

/** For the buddy: the text as it stands, and a word back. Its author finds it there too. */
export function RereadPage() {
  const draftId = useParam('draftId')
  const query = useFirstDraft(draftId)
  return <Await query={query}>{(draft) => <Reread draft={draft} />}</Await>
}

function Reread({ draft }: { draft: FirstDraft }) {
  const text = useText()
  return (
    <>
      <PageHead
        eyebrow={<Link to={`/programmes/${draft.programmeId}/parcours`}>{text('journeys.mine')}</Link>}
        title={text('journeys.reread.title', { name: nameOf(draft.author) })}
        lead={text(draft.mine ? 'journeys.reread.own' : 'journeys.reread.lead')}
      />
      <div className="draft">
        <div className="stack stack-4">
          <p className="lead stp__w">{draft.body || text('journeys.reread.empty')}</p>
          {draft.fileId && <p className="sm ink2">{text('journeys.reread.picture', { alt: draft.alt })}</p>}
          <DraftWords draft={draft} level={2} />
        </div>
        <WritingChecks text={draft.body} picture={draft.fileId !== null} alt={draft.alt} />
      </div>
    </>
  )
}
