import './invitations.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Mail } from 'lucide-react'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toast-store.ts'
import { acceptInvitation, type MyInvitation, readMyInvitations } from '../contract.ts'
import { fullName } from './invitation-data.ts'

/** The communities that keep a seat for me. */
export function MyInvitationsPage() {
  const text = useText()
  const mine = useQuery({ queryKey: ['invitations', 'mine'], queryFn: () => call(readMyInvitations, {}) })
  return (
    <div className="narrow stack stack-6">
      <PageHead
        title={text('invitations.mine.title')}
        lead={text('invitations.mine.lead')}
        hideTitleOnPhone
      />
      <Await query={mine} skeleton={<ListSkeleton label={text('platform.loading')} rows={3} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              icon={Mail}
              title={text('invitations.mine.emptyTitle')}
              action={
                <Link className={buttonClass({ kind: 'primary' })} to="/communautes">
                  {text('invitations.mine.discover')}
                </Link>
              }
            >
              {text('invitations.mine.emptyBody')}
            </Empty>
          ) : (
            <ul className="list">
              {items.map((invitation) => (
                <Mine key={invitation.id} invitation={invitation} />
              ))}
            </ul>
          )
        }
      </Await>
    </div>
  )
}

function Mine({ invitation }: { invitation: MyInvitation }) {
  const text = useText()
  const go = useGo()
  const queries = useQueryClient()
  const accept = useMutation({
    mutationFn: () => call(acceptInvitation, { params: { id: invitation.id } }),
    onSuccess: async ({ spaceId, state }) => {
      const said = state === 'waiting' ? 'join.waiting' : 'mine.taken'
      showToast({ message: text(`invitations.${said}`, { community: invitation.community }) })
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['spaces'] }),
        queries.invalidateQueries({ queryKey: ['communities'] }),
        queries.invalidateQueries({ queryKey: ['invitations'] }),
      ])
      if (state === 'seated') go(`/espaces/${spaceId}`)
    },
  })
  return (
    <li className="stack stack-3">
      <h2 className="h3">{invitation.community}</h2>
      {invitation.valueProposition && <p className="ink2">{invitation.valueProposition}</p>}
      {invitation.by && <p className="sm">{text('invitations.mine.by', { by: fullName(invitation.by) })}</p>}
      {invitation.message && (
        <p className="ink2 join__word">{text('invitations.mail.message', { message: invitation.message })}</p>
      )}
      <FormProblem error={accept.error} />
      <p>
        <Button kind="primary" busy={accept.isPending} onClick={() => accept.mutate()}>
          {text('invitations.mine.accept')}
        </Button>
      </p>
    </li>
  )
}
