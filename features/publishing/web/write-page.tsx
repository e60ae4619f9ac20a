import { ArrowLeft, Link2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { Await } from '#platform/web/await.tsx'
import { call, newId, Unreachable } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link, useParam, useSearchParam } from '#platform/web/router.tsx'
import { Banner } from '#ui/banner.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Connection, type Publication, publishMine } from '../contract.ts'
import { lengthOn, wholeText } from '../rules/lengths.ts'
import { PictureField } from './public/picture-field.tsx'
import { NETWORK_NAMES, useConnections } from './public/connection-list.ts'
import { useMyPublication, useOwnAct, useOwnNews } from './public/own-data.ts'
import { PublicationRow } from './public/publication-row.tsx'
import { useWhen, WhenField } from './public/when-field.tsx'
import './publishing.css'

const LONGEST = 5000

/** One's own words on one's own account, now or later. */
export function WritePage() {
  const connectionId = useParam('id')
  const changed = useSearchParam('modifier')
  const accounts = useConnections(null)
  const before = useMyPublication(changed ?? null)
  return (
    <Await query={accounts}>
      {({ items }) => {
        const account = items.find(({ id }) => id === connectionId)
        if (!account) return <NotConnected />
        if (!changed) return <Composer key={connectionId} account={account} before={null} />
        return (
          <Await query={before}>
            {(found) => <Composer key={changed} account={account} before={found} />}
          </Await>
        )
      }}
    </Await>
  )
}

function NotConnected() {
  const text = useText()
  return (
    <Empty
      icon={Link2}
      title={text('publishing.write.gone')}
      action={
        <Link className={buttonClass({ kind: 'primary' })} to="/comptes">
          {text('publishing.titles.mine')}
        </Link>
      }
    >
      <p>{text('publishing.write.goneWhy')}</p>
    </Empty>
  )
}

function Composer({ account, before }: { account: Connection; before: Publication | null }) {
  const text = useText()
  const [id, setId] = useState(() => before?.id ?? newId())
  const [asked, setAsked] = useState(false)
  return (
    <div className="stack stack-6 pub__write">
      <PageHead
        eyebrow={
          <Link className="link row g1" to="/comptes">
            <ArrowLeft className="i i--s" aria-hidden />
            {text('publishing.titles.mine')}
          </Link>
        }
        title={text(before ? 'publishing.write.change' : 'publishing.write.title', { name: account.name })}
        lead={text('publishing.write.lead')}
      />
      {asked ? (
        <Asked
          id={id}
          onAnother={() => {
            setId(newId())
            setAsked(false)
          }}
        />
      ) : (
        <Form key={id} id={id} account={account} before={before} onAsked={() => setAsked(true)} />
      )}
    </div>
  )
}

/** Where it stands, until it has left or has not. */
function Asked({ id, onAnother }: { id: string; onAnother: () => void }) {
  const text = useText()
  const query = useMyPublication(id)
  useOwnNews()
  return (
    <Await query={query}>
      {(publication) => (
        <>
          <div role="status">
            <ul className="list">
              <PublicationRow publication={publication} now={query.dataUpdatedAt} />
            </ul>
          </div>
          <div className="row wrap g2">
            <Button kind="soft" onClick={onAnother}>
              {text('publishing.write.another')}
            </Button>
            <Link className={buttonClass({ kind: 'ghost' })} to="/comptes">
              {text('publishing.write.mine')}
            </Link>
          </div>
        </>
      )}
    </Await>
  )
}

function Form({
  id,
  account,
  before,
  onAsked,
}: {
  id: string
  account: Connection
  before: Publication | null
  onAsked: () => void
}) {
  const text = useText()
  const { number } = useFormat()
  const network = NETWORK_NAMES[account.network]
  const [typed, setTyped] = useState({
    text: before?.text ?? '',
    link: before?.link ?? '',
    alt: before?.alt ?? '',
  })
  const [fileId, setFileId] = useState(before?.fileId ?? null)
  const { wish, setWish, publishAt, halfTyped } = useWhen(
    before?.state === 'queued' ? before.publishAt : null,
  )
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  const length = lengthOn(account.network, wholeText(account.network, typed.text, typed.link.trim()))
  const over = length - account.limit
  const send = useOwnAct(
    () =>
      call(publishMine, {
        params: { id },
        body: {
          connectionId: account.id,
          text: typed.text.trim(),
          link: typed.link.trim(),
          fileId,
          alt: typed.alt.trim(),
          publishAt,
        },
      }),
    { quiet: true, onDone: onAsked },
  )
  const problem = over > 0 ? text('publishing.write.over', { count: over, network }) : undefined
  const reason =
    account.state === 'expired'
      ? text('publishing.write.expired')
      : typed.text.trim() === ''
        ? text('publishing.write.blank')
        : (problem ?? (halfTyped ? text('publishing.write.noDate') : undefined))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!reason) send.mutate(undefined)
  }
  return (
    <form className="stack stack-5" onSubmit={submit}>
      {account.state === 'expired' && (
        <Banner
          kind="warn"
          action={
            <Link className={buttonClass({ kind: 'line', size: 's' })} to="/comptes">
              {text('publishing.own.reconnect')}
            </Link>
          }
        >
          {text('publishing.write.expired')}
        </Banner>
      )}
      <p className="sm ink2">{text('publishing.write.hint')}</p>
      <TextArea
        label={text('publishing.write.text')}
        hint={text('publishing.write.length', {
          length: number(length),
          limit: number(account.limit),
          network,
        })}
        error={problem ?? fieldError(send.error, 'text')}
        value={typed.text}
        rows={6}
        required
        maxLength={LONGEST}
        data-autofocus
        onChange={(event) => set({ text: event.target.value })}
      />
      <TextField
        label={text('publishing.write.link')}
        type="url"
        optional={`(${text('platform.optional')})`}
        maxLength={1000}
        value={typed.link}
        error={fieldError(send.error, 'link')}
        onChange={(event) => set({ link: event.target.value })}
      />
      <PictureField fileId={fileId} onChange={setFileId} problem={fieldError(send.error, 'fileId')} />
      {fileId && (
        <TextField
          label={text('publishing.write.alt')}
          hint={text('publishing.write.altHint')}
          required
          maxLength={1500}
          value={typed.alt}
          error={fieldError(send.error, 'alt')}
          onChange={(event) => set({ alt: event.target.value })}
        />
      )}
      <WhenField wish={wish} onChange={setWish} error={fieldError(send.error, 'publishAt')} />
      {send.error instanceof Unreachable ? (
        <Banner kind="warn">{text('publishing.write.offline')}</Banner>
      ) : (
        <FormProblem error={send.error} fields={['text', 'link', 'fileId', 'alt', 'publishAt']} />
      )}
      <div>
        <Button type="submit" kind="accent" size="l" busy={send.isPending} disabledReason={reason}>
          {text(`publishing.write.${wish.when}Action`)}
        </Button>
      </div>
    </form>
  )
}
