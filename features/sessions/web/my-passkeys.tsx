import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Fingerprint } from 'lucide-react'
import { useState } from 'react'
import { FormProblem, typedIn } from '#features/network/web/public/form-problem.tsx'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Passkey, readPasskeys, removePasskey, renamePasskey } from '../contract.ts'
import { ProveAgain, wantsProof } from './prove-again.tsx'
import { NoPasskey, passkeysWork, useCreatePasskey } from './public/use-passkey.ts'

export function MyPasskeys() {
  const text = useText()
  const passkeys = useQuery({ queryKey: ['sessions', 'passkeys'], queryFn: () => call(readPasskeys, {}) })
  return (
    <Await query={passkeys} skeleton={<ListSkeleton label={text('platform.loading')} rows={1} />}>
      {({ items }) => (
        <div className="stack">
          {items.length > 0 && (
            <ul className="list">
              {items.map((passkey) => (
                <PasskeyRow key={passkey.id} passkey={passkey} />
              ))}
            </ul>
          )}
          {passkeysWork() ? <AddPasskey /> : <p className="hint">{text('sessions.passkeys.impossible')}</p>}
        </div>
      )}
    </Await>
  )
}

function AddPasskey() {
  const text = useText()
  const [name, setName] = useState<string | null>(null)
  const create = useCreatePasskey(() => setName(null))
  if (name === null)
    return (
      <Button kind="line" icon={Fingerprint} onClick={() => setName('')}>
        {text('sessions.passkeys.add')}
      </Button>
    )
  return (
    <>
      <form
        className="stack"
        onSubmit={(event) => {
          const typed = typedIn(event)('name').trim()
          setName(typed)
          create.mutate({ name: typed })
        }}
      >
        <TextField
          label={text('sessions.passkeys.name')}
          hint={text('sessions.passkeys.name_hint')}
          name="name"
          required
          maxLength={60}
          autoFocus
        />
        {create.error instanceof NoPasskey ? (
          <p className="hint" role="alert">
            {text('sessions.passkeys.none')}
          </p>
        ) : (
          !wantsProof(create.error) && <FormProblem error={create.error} />
        )}
        <div className="row wrap">
          <Button type="submit" kind="primary" busy={create.isPending}>
            {text('sessions.passkeys.create')}
          </Button>
          <Button kind="ghost" onClick={() => setName(null)}>
            {text('platform.cancel')}
          </Button>
        </div>
      </form>
      <ProveAgain
        error={create.error}
        busy={create.isPending}
        onProve={(password) => create.mutate({ name, password })}
        onClose={() => create.reset()}
      />
    </>
  )
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const text = useText()
  const format = useFormat()
  const queries = useQueryClient()
  const [asks, setAsks] = useState<'name' | 'remove' | null>(null)
  const done = async () => {
    setAsks(null)
    await queries.invalidateQueries({ queryKey: ['sessions', 'passkeys'] })
  }
  const rename = useMutation({
    mutationFn: (name: string) => call(renamePasskey, { params: { id: passkey.id }, body: { name } }),
    onSuccess: done,
  })
  const remove = useMutation({
    mutationFn: () => call(removePasskey, { params: { id: passkey.id } }),
    onSuccess: done,
  })
  return (
    <li className="stack stack-2 lines">
      {asks === 'name' ? (
        <form className="row row--t wrap" onSubmit={(event) => rename.mutate(typedIn(event)('name').trim())}>
          <div className="grow">
            <TextField
              label={text('sessions.passkeys.name')}
              hideLabel
              name="name"
              required
              maxLength={60}
              defaultValue={passkey.name}
              autoFocus
            />
          </div>
          <Button type="submit" busy={rename.isPending}>
            {text('sessions.passkeys.keep')}
          </Button>
        </form>
      ) : (
        <div className="row wrap">
          <p className="grow">
            <span className="b">{passkey.name}</span>
            <br />
            <span className="sm ink2">
              {text('sessions.passkeys.since', { day: format.day(passkey.createdAt) })}
            </span>
          </p>
          <Button
            kind="ghost"
            size="s"
            onClick={() => setAsks('name')}
            aria-label={text('sessions.passkeys.rename_named', { name: passkey.name })}
          >
            {text('sessions.passkeys.rename')}
          </Button>
          <Button
            kind="ghost"
            size="s"
            onClick={() => setAsks('remove')}
            aria-label={text('sessions.passkeys.remove_named', { name: passkey.name })}
          >
            {text('sessions.passkeys.remove')}
          </Button>
        </div>
      )}
      <FormProblem error={rename.error ?? remove.error} />
      <ConfirmDialog
        open={asks === 'remove'}
        title={text('sessions.passkeys.remove_title', { name: passkey.name })}
        confirmLabel={text('sessions.passkeys.remove')}
        keepLabel={text('sessions.passkeys.leave')}
        kind="danger"
        busy={remove.isPending}
        onConfirm={() => remove.mutate(undefined, { onError: () => setAsks(null) })}
        onClose={() => setAsks(null)}
      >
        {text('sessions.passkeys.remove_why')}
      </ConfirmDialog>
    </li>
  )
}
