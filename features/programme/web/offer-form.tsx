import { type ReactNode, useId, useState } from 'react'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Entrance, ManagerNamed } from '../contract.ts'
import { LIKES, type Like } from '../rules/likes.ts'

export interface OfferMade {
  words: string
  likes: Like[]
  manager: ManagerNamed | null
}

/** A few words, what one likes to do, and who is asked for their agreement. */
export function OfferForm({
  asksManager,
  entrance,
  label,
  busy,
  error,
  onSend,
  beside,
}: {
  asksManager: boolean
  entrance: Entrance | undefined
  label: string
  busy: boolean
  error: unknown
  onSend: (offer: OfferMade) => void
  beside?: ReactNode
}) {
  const text = useText()
  const [words, setWords] = useState('')
  const [likes, setLikes] = useState<Like[]>([])
  const manager = useManager(asksManager, entrance)
  return (
    <form
      className="stack stack-6"
      onSubmit={(event) => {
        event.preventDefault()
        onSend({ words: words.trim(), likes, manager: manager.named })
      }}
    >
      <TextArea
        label={text('programme.offer.words')}
        hint={text('programme.offer.wordsHint')}
        rows={4}
        maxLength={1000}
        required
        value={words}
        error={fieldError(error, 'words')}
        remaining={(left) => text('programme.offer.left', { count: left })}
        onChange={(event) => setWords(event.target.value)}
      />
      <LikesField likes={likes} onChange={setLikes} />
      {asksManager && <ManagerFields manager={manager} entrance={entrance} error={error} />}
      <FormProblem error={error} fields={['words', 'manager', 'email']} />
      <p className="row g2 wrap">
        <Button kind="accent" type="submit" busy={busy}>
          {label}
        </Button>
        {beside}
      </p>
    </form>
  )
}

export function LikesField({ likes, onChange }: { likes: Like[]; onChange: (likes: Like[]) => void }) {
  const text = useText()
  return (
    <fieldset className="prg-likes">
      <legend className="b">{text('programme.offer.likes')}</legend>
      {LIKES.map((like) => (
        <Checkbox
          key={like}
          label={text(`programme.likes.${like}`)}
          checked={likes.includes(like)}
          onChange={(event) =>
            onChange(event.target.checked ? [...likes, like] : likes.filter((one) => one !== like))
          }
        />
      ))}
    </fieldset>
  )
}

/** The manager of the directory, or another whom one names. */
export function useManager(asks: boolean, entrance: Entrance | undefined) {
  const [other, setOther] = useState(false)
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const known = entrance?.manager ?? null
  const typing = asks && (other || !known)
  const named: ManagerNamed | null =
    typing && name.trim() ? { name: name.trim(), email: email.trim() || null } : null
  return { known, typing, named, name, setName, email, setEmail, setOther }
}

export function ManagerFields({
  manager,
  entrance,
  error,
}: {
  manager: ReturnType<typeof useManager>
  entrance: Entrance | undefined
  error: unknown
}) {
  const text = useText()
  const id = useId()
  const { known, typing, name, setName, email, setEmail, setOther } = manager
  if (!entrance) return null
  return (
    <fieldset className="prg-likes" aria-describedby={id}>
      <legend className="b">{text('programme.manager.title')}</legend>
      <p className="ink2" id={id}>
        {text('programme.manager.why')}
      </p>
      {known && !typing && (
        <p>
          {text(known.byMail ? 'programme.manager.known' : 'programme.manager.knownPaper', {
            name: known.name,
          })}{' '}
          <button type="button" className="link" onClick={() => setOther(true)}>
            {text('programme.manager.other')}
          </button>
        </p>
      )}
      {typing && (
        <>
          <TextField
            label={text('programme.manager.name')}
            required
            maxLength={120}
            autoComplete="off"
            value={name}
            error={fieldError(error, 'manager')}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            label={text('programme.manager.email')}
            hint={text('programme.manager.emailHint')}
            type="email"
            maxLength={254}
            autoComplete="off"
            optional={`(${text('platform.optional')})`}
            value={email}
            error={fieldError(error, 'email')}
            onChange={(event) => setEmail(event.target.value)}
          />
        </>
      )}
    </fieldset>
  )
}
