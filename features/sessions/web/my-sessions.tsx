import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { endOtherSessions, endSession, readSessions, type Session } from '../contract.ts'

export function MySessions() {
  const text = useText()
  const queries = useQueryClient()
  const sessions = useQuery({ queryKey: ['sessions', 'list'], queryFn: () => call(readSessions, {}) })
  const again = () => queries.invalidateQueries({ queryKey: ['sessions', 'list'] })
  const others = useMutation({ mutationFn: () => call(endOtherSessions, {}), onSuccess: again })
  return (
    <Await query={sessions} skeleton={<ListSkeleton label={text('platform.loading')} rows={2} />}>
      {({ items }) => (
        <div className="stack">
          <ul className="list">
            {items.map((session) => (
              <SessionRow key={session.id} session={session} onEnded={again} />
            ))}
          </ul>
          {items.length > 1 && (
            <Button kind="line" busy={others.isPending} onClick={() => others.mutate()}>
              {text('sessions.devices.end_others')}
            </Button>
          )}
          <FormProblem error={others.error} />
        </div>
      )}
    </Await>
  )
}

function SessionRow({ session, onEnded }: { session: Session; onEnded: () => Promise<void> }) {
  const text = useText()
  const format = useFormat()
  const device = session.device || text('sessions.devices.unknown')
  const end = useMutation({
    mutationFn: () => call(endSession, { params: { id: session.id } }),
    onSuccess: onEnded,
  })
  return (
    <li className="row wrap lines">
      <p className="grow">
        <span className="b">{device}</span>{' '}
        {session.current && <Badge kind="ok">{text('sessions.devices.here')}</Badge>}
        <br />
        <span className="sm ink2">
          {text('sessions.devices.since', { day: format.day(session.createdAt) })}
        </span>
      </p>
      {!session.current && (
        <Button
          kind="ghost"
          size="s"
          busy={end.isPending}
          onClick={() => end.mutate()}
          aria-label={text('sessions.devices.end_named', { device })}
        >
          {text('sessions.devices.end')}
        </Button>
      )}
      <FormProblem error={end.error} />
    </li>
  )
}
