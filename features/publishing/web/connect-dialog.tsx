import { type FormEvent, useId, useState } from 'react'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { PasswordField } from '#ui/password-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { beginConnection, type Connection, holdAccount, openSessionOf } from '../contract.ts'
import { NETWORKS, type NetworkName, type SpokenName } from '../rules/network-names.ts'
import { NETWORK_NAMES, useConnecting } from './public/connection-list.ts'

interface Choice {
  key: string
  network: NetworkName
  mode: 'api' | 'assisted'
}

/** A member's own account goes through the API; a company's may be held by hand too, whatever the network. */
function choicesOf(spaceId: string | null, networks: readonly SpokenName[]): Choice[] {
  const spoken = networks.map((network) => ({ key: network, network, mode: 'api' as const }))
  const byHand = NETWORKS.map((network) => ({ key: `${network}:hand`, network, mode: 'assisted' as const }))
  return spaceId ? [...spoken, ...byHand] : spoken
}

export function ConnectDialog({
  spaceId,
  path,
  networks,
  again,
  onClose,
}: {
  spaceId: string | null
  path: string
  networks: readonly SpokenName[]
  again: Connection | null
  onClose: () => void
}) {
  const text = useText()
  const form = useId()
  const [id] = useState(() => again?.id ?? newId())
  const choices = choicesOf(spaceId, networks)
  const [key, setKey] = useState(again?.network ?? choices[0]?.key ?? 'mastodon')
  const choice = choices.find((one) => one.key === key)
  const [typed, setTyped] = useState({
    server: again?.network === 'mastodon' ? again.server : '',
    organization: '',
    handle: again?.network === 'bluesky' ? again.name : '',
    appPassword: '',
    home: again?.network === 'bluesky' ? again.server : '',
    name: '',
    accountUrl: '',
  })
  const connectBy = async ({ network, mode }: Choice) => {
    if (mode === 'assisted')
      return call(holdAccount, {
        params: { id },
        body: { spaceId: spaceId ?? '', network, name: typed.name, accountUrl: typed.accountUrl },
      })
    if (network === 'bluesky')
      return call(openSessionOf, {
        params: { id },
        body: { spaceId, handle: typed.handle, appPassword: typed.appPassword, server: typed.home },
      })
    const begun = await call(beginConnection, {
      params: { id },
      body: {
        spaceId,
        network: network === 'linkedin' ? 'linkedin' : 'mastodon',
        server: typed.server,
        organization: typed.organization,
        path,
      },
    })
    window.location.assign(begun.url)
    return begun
  }
  const connect = useConnecting(
    async () => {
      if (!choice) return
      await connectBy(choice)
    },
    () => {
      if (choice?.mode === 'assisted' || choice?.network === 'bluesky') {
        showToast({ message: text('publishing.connected') })
        onClose()
      }
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    connect.mutate(undefined)
  }
  const field = (name: keyof typeof typed) => ({
    label: text(`publishing.fields.${name}`),
    value: typed[name],
    error: fieldError(connect.error, name === 'home' ? 'server' : name),
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  })
  const leaves = choice?.mode === 'api' && choice.network !== 'bluesky'
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text(again ? 'publishing.againTitle' : 'publishing.connectTitle')}
      closeLabel={text('platform.close')}
      actions={
        <Button type="submit" form={form} kind="primary" busy={connect.isPending}>
          {text(leaves ? 'publishing.goThere' : 'publishing.connect')}
        </Button>
      }
    >
      <form id={form} className="stack stack-4" onSubmit={submit}>
        {!again && (
          <SelectField
            label={text('publishing.fields.network')}
            value={key}
            options={choices.map((one) => ({
              value: one.key,
              label:
                one.mode === 'api'
                  ? NETWORK_NAMES[one.network]
                  : text('publishing.byHand', { network: NETWORK_NAMES[one.network] }),
            }))}
            onChange={(event) => setKey(event.target.value)}
          />
        )}
        {choice && <p className="sm ink2">{text(`publishing.how.${howOf(choice)}`)}</p>}
        {choice?.mode === 'assisted' && (
          <>
            <TextField {...field('name')} required maxLength={120} />
            <TextField
              {...field('accountUrl')}
              type="url"
              maxLength={500}
              optional={`(${text('platform.optional')})`}
            />
          </>
        )}
        {choice?.mode === 'api' && choice.network === 'mastodon' && (
          <TextField {...field('server')} required placeholder="mastodon.social" maxLength={200} />
        )}
        {choice?.mode === 'api' && choice.network === 'linkedin' && spaceId && (
          <TextField {...field('organization')} required inputMode="numeric" maxLength={20} />
        )}
        {choice?.mode === 'api' && choice.network === 'bluesky' && (
          <>
            <TextField {...field('handle')} required placeholder="@aubrelle.bsky.social" maxLength={254} />
            <PasswordField
              {...field('appPassword')}
              required
              maxLength={200}
              words={{ show: text('publishing.show'), hide: text('publishing.hide') }}
            />
            <TextField
              {...field('home')}
              placeholder="https://bsky.social"
              maxLength={200}
              optional={`(${text('platform.optional')})`}
            />
          </>
        )}
        <FormProblem
          error={connect.error}
          fields={['server', 'organization', 'handle', 'appPassword', 'accountUrl', 'name']}
        />
      </form>
    </Dialog>
  )
}

const howOf = ({ network, mode }: Choice): string =>
  mode === 'assisted'
    ? 'assisted'
    : network === 'bluesky'
      ? 'bluesky'
      : network === 'linkedin'
        ? 'linkedin'
        : 'mastodon'
