import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Mailbox } from 'lucide-react'
import { useState } from 'react'
import { Await, Failed } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Badge, type BadgeKind } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Chip, ChipRow } from '#ui/chip.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Empty } from '#ui/empty.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { listMails, type Mail, MAIL_STATES, readMail } from '../contract.ts'
import { AdministrationFrame } from './frame.tsx'

type State = Mail['state']

/** The letters that Élan wrote: those that wait here because there is no SMTP can be read. */
export function OutboxPage() {
  const text = useText()
  const [state, setState] = useState<State | null>(null)
  const [open, setOpen] = useState<Mail | null>(null)
  return (
    <AdministrationFrame>
      <div className="narrow stack">
        <p className="ink2">{text('administration.outbox.lead')}</p>
        <div>
          <ChipRow label={text('administration.outbox.filter')}>
            <Chip pressed={state === null} onClick={() => setState(null)}>
              {text('administration.outbox.all')}
            </Chip>
            {MAIL_STATES.map((one) => (
              <Chip key={one} pressed={state === one} onClick={() => setState(one)}>
                {text(`administration.outbox.state_${one}`)}
              </Chip>
            ))}
          </ChipRow>
        </div>
        <Mails state={state} onOpen={setOpen} />
      </div>
      <Dialog
        open={open !== null}
        onClose={() => setOpen(null)}
        title={open?.subject ?? ''}
        closeLabel={text('platform.close')}
        size="wide"
      >
        {open && <Letter id={open.id} />}
      </Dialog>
    </AdministrationFrame>
  )
}

const KINDS: Record<State, BadgeKind> = {
  kept: 'info',
  queued: 'neutral',
  sent: 'ok',
  bounced: 'bad',
  failed: 'bad',
}

function Mails({ state, onOpen }: { state: State | null; onOpen: (mail: Mail) => void }) {
  const text = useText()
  const format = useFormat()
  const mails = useInfiniteQuery({
    queryKey: ['administration', 'mails', state],
    queryFn: ({ pageParam }) =>
      call(listMails, { query: { cursor: pageParam, ...(state ? { state } : {}) } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  if (mails.error) return <Failed error={mails.error} onRetry={() => void mails.refetch()} />
  if (!mails.data) return <ListSkeleton label={text('platform.loading')} />
  const all = mails.data.pages.flatMap((page) => page.items)
  if (all.length === 0)
    return (
      <Empty icon={Mailbox} title={text('administration.outbox.none')}>
        {text('administration.outbox.none_why')}
      </Empty>
    )
  return (
    <>
      <ul className="list person__list">
        {all.map((mail) => (
          <li key={mail.id} className="row wrap">
            <p className="grow person__t">
              <button type="button" className="b person__n" onClick={() => onOpen(mail)}>
                {mail.subject}
              </button>
              <span className="sm ink2">
                {mail.to}, {format.dayTime(mail.createdAt)}
              </span>
            </p>
            <Badge kind={KINDS[mail.state]}>{text(`administration.outbox.state_${mail.state}`)}</Badge>
          </li>
        ))}
      </ul>
      {mails.hasNextPage && (
        <Button kind="line" busy={mails.isFetchingNextPage} onClick={() => void mails.fetchNextPage()}>
          {text('platform.more')}
        </Button>
      )}
    </>
  )
}

function Letter({ id }: { id: string }) {
  const text = useText()
  const mail = useQuery({
    queryKey: ['administration', 'mail', id],
    queryFn: () => call(readMail, { params: { id } }),
    // Each reading is written in the log: none happens by itself.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  })
  return (
    <Await query={mail} skeleton={<ListSkeleton label={text('platform.loading')} rows={2} />}>
      {(found) => (
        <div className="stack">
          <p className="sm ink2">{text('administration.outbox.to', { to: found.to })}</p>
          {found.problem && <p className="err">{found.problem}</p>}
          <p className="mail-body">{found.body ?? text('administration.outbox.gone')}</p>
        </div>
      )}
    </Await>
  )
}
