import { Failed } from '#platform/web/await.tsx'
import { fileUrl } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { Who } from '#ui/who.tsx'
import type { Preview } from '../contract.ts'
import { fullName, type usePreview } from './invitation-data.ts'

/** How many, by which way, and a few of them; nothing has been sent. */
export function Reach({ preview }: { preview: ReturnType<typeof usePreview> | null }) {
  const text = useText()
  return (
    <section
      className="panel stack"
      aria-label={text('invitations.invite.reach')}
      aria-busy={preview?.isFetching}
    >
      {!preview && <p className="ink2">{text('invitations.invite.reachNothing')}</p>}
      {preview?.error && <Failed error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview && !preview.error && !preview.data && (
        <ListSkeleton label={text('platform.loading')} rows={4} />
      )}
      {preview?.data && !preview.error && <Counted preview={preview.data} />}
    </section>
  )
}

function Counted({ preview }: { preview: Preview }) {
  const text = useText()
  const { toInvite, byEmail, byLetter, alreadyInvited, alreadyIn, sample } = preview
  const lines = [
    byEmail > 0 && text('invitations.invite.byEmail', { count: byEmail }),
    byLetter > 0 && text('invitations.invite.byLetter', { count: byLetter }),
    alreadyInvited > 0 && text('invitations.invite.already', { count: alreadyInvited }),
    alreadyIn > 0 && text('invitations.invite.alreadyIn', { count: alreadyIn }),
  ].filter((line) => line !== false)
  return (
    <>
      <div role="status" className="stack stack-2">
        <p className="h2">
          {toInvite > 0
            ? text('invitations.invite.reachCount', { count: toInvite })
            : text('invitations.invite.reachNone')}
        </p>
        <ul className="ink2">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      {sample.length > 0 && (
        <div className="stack stack-2">
          <h2 className="sm b ink2">{text('invitations.invite.among')}</h2>
          <ul className="stack stack-2">
            {sample.map((person) => (
              <li key={person.memberId}>
                <Who
                  person={{
                    name: fullName(person),
                    src: person.photoFileId && fileUrl(person.photoFileId, 'w320'),
                    size: 36,
                  }}
                  meta={[person.job, person.site].filter(Boolean).join(', ')}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
