import { Copy, ExternalLink } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { call, fileUrl } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Badge, type BadgeKind } from '#ui/badge.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { cancelTurnPost, hidePost, setAddress, tryTurnPost, type TurnPost } from '../contract.ts'
import { useTurnAct } from './turn-data.ts'

const KIND: Record<TurnPost['state'], BadgeKind> = {
  queued: 'info',
  held: 'warn',
  sent: 'ok',
  failed: 'bad',
  cancelled: 'neutral',
  removed: 'neutral',
  to_do: 'warn',
}

/** One post of my turn: where it stands, and what may be done with it. */
export function PostRow({
  post,
  canAct,
  onChange,
}: {
  post: TurnPost
  canAct: boolean
  onChange: () => void
}) {
  const text = useText()
  const format = useFormat()
  const cancel = useTurnAct(() => call(cancelTurnPost, { params: { id: post.id } }))
  const again = useTurnAct(() => call(tryTurnPost, { params: { id: post.id } }))
  const hide = useTurnAct(() => call(hidePost, { params: { id: post.id } }), {
    onDone: () => showToast({ message: text('turns.post.hiding') }),
  })
  const { state } = post
  const waits = state === 'queued' || state === 'held' || state === 'failed' || state === 'to_do'
  const ready = (state === 'held' || state === 'failed') && canAct
  return (
    <li className="stack stack-2">
      <div className="row g2 wrap">
        <Badge kind={KIND[state]}>{text(`turns.post.state.${post.hiding ? 'hiding' : state}`)}</Badge>
        <span className="sm mut">
          {post.voice.name} · {format.dayTime(post.publishedAt ?? post.plannedFor)}
        </span>
      </div>
      <p className="tour__text">{post.text}</p>
      {post.fileId && <img className="tour__thumb" src={fileUrl(post.fileId, 'w320')} alt={post.alt} />}
      {post.problem && <p className="sm tour__problem">{post.problem}</p>}
      {post.stopped && waits && <p className="sm ink2">{text(`turns.post.stopped.${post.stopped}`)}</p>}
      {state === 'to_do' && <ByHand post={post} />}
      <div className="row g2 wrap">
        {post.url && (
          <a className="more" href={post.url} target="_blank" rel="noreferrer">
            {text('turns.post.see')}
            <ExternalLink className="i i--s" aria-hidden />
          </a>
        )}
        {ready && (
          <Button size="s" kind="primary" busy={again.isPending} onClick={() => again.mutate(undefined)}>
            {text('turns.post.again')}
          </Button>
        )}
        {waits && canAct && !post.stopped && (
          <Button size="s" onClick={onChange}>
            {text('turns.post.change')}
          </Button>
        )}
        {waits && (
          <Button size="s" kind="ghost" busy={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
            {text('turns.post.cancel')}
          </Button>
        )}
        {state === 'sent' && post.voice.mode === 'api' && !post.hiding && (
          <Button size="s" kind="ghost" busy={hide.isPending} onClick={() => hide.mutate(undefined)}>
            {text('turns.post.hide')}
          </Button>
        )}
      </div>
    </li>
  )
}

/** Without an API: the text and the picture go by hand, the address comes back. */
function ByHand({ post }: { post: TurnPost }) {
  const text = useText()
  const [url, setUrl] = useState('')
  const paste = useTurnAct(() => call(setAddress, { params: { id: post.id }, body: { url } }), {
    quiet: true,
    onDone: () => showToast({ message: text('turns.hand.done') }),
  })
  const copy = async () => {
    await navigator.clipboard.writeText([post.text, post.link].filter(Boolean).join('\n\n'))
    showToast({ message: text('turns.hand.copied') })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    paste.mutate(undefined)
  }
  return (
    <div className="stack stack-3 tour__hand">
      <ol className="tour__how sm ink2">
        <li>{text('turns.hand.copy', { account: post.voice.name })}</li>
        <li>{text('turns.hand.publish')}</li>
        <li>{text('turns.hand.paste')}</li>
      </ol>
      <div className="row g2 wrap">
        <Button size="s" icon={Copy} onClick={() => void copy()}>
          {text('turns.hand.copyText')}
        </Button>
        {post.fileId && (
          <a className={buttonClass({ size: 's' })} href={fileUrl(post.fileId)} download>
            {text('turns.hand.picture')}
          </a>
        )}
      </div>
      <form className="row g2 wrap tour__paste" onSubmit={submit}>
        <TextField
          label={text('turns.hand.address')}
          type="url"
          required
          maxLength={1000}
          value={url}
          error={fieldError(paste.error, 'url')}
          onChange={(event) => setUrl(event.target.value)}
        />
        <Button type="submit" kind="primary" busy={paste.isPending}>
          {text('turns.hand.published')}
        </Button>
        <FormProblem error={paste.error} fields={['url']} />
      </form>
    </div>
  )
}
