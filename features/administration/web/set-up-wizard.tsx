import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { fieldError, FormProblem, typedIn } from '#features/network/web/public/form-problem.tsx'
import { type NetworkDraft, NetworkFields } from '#features/network/web/public/network-fields.tsx'
import { carriesWhite } from '#features/network/rules/color.ts'
import { NewPassword } from '#features/sessions/web/public/new-password.tsx'
import type { Body } from '#platform/contract/endpoint.ts'
import { call, newId } from '#platform/web/call.ts'
import { useLanguage, useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Steps } from '#ui/steps.tsx'
import { TextField } from '#ui/text-field.tsx'
import { setUpNetwork } from '../contract.ts'
import { SetUpCodeField, wantsCode } from './set-up-code-field.tsx'

const ADMINISTRATOR_LEAST = 15
const NETWORK_FIELDS = ['name', 'network.name', 'color', 'language', 'timeZone', 'schoolZones']

type SetUp = Body<typeof setUpNetwork>

/** Two steps: the network, then the person who administers it. Nothing is written before the second. */
export function SetUpWizard({ onBack, onDone }: { onBack: () => void; onDone: () => void }) {
  const text = useText()
  const language = useLanguage()
  const queries = useQueryClient()
  const [step, setStep] = useState<'network' | 'administrator'>('network')
  const [id] = useState(newId)
  const [network, setNetwork] = useState<NetworkDraft>(() => ({
    name: '',
    color: '#14473a',
    languages: ['fr', 'en'],
    language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'Europe/Paris',
    schoolZones: [],
  }))
  const create = useMutation({
    mutationFn: (body: SetUp) => call(setUpNetwork, { body }),
    onSuccess: async () => {
      onDone()
      await Promise.all([
        queries.refetchQueries({ queryKey: ['people', 'me'] }),
        queries.refetchQueries({ queryKey: ['network'], exact: true }),
      ])
    },
    onError: (error) => {
      if (NETWORK_FIELDS.some((field) => fieldError(error, field))) setStep('network')
    },
  })
  return (
    <div className="stack stack-6">
      <Steps
        label={text('administration.set_up.steps')}
        words={{ done: text('administration.set_up.step_done') }}
        steps={[
          {
            key: 'network',
            label: text('administration.set_up.step_network'),
            state: step === 'network' ? 'current' : 'done',
          },
          {
            key: 'administrator',
            label: text('administration.set_up.step_administrator'),
            state: step === 'network' ? 'todo' : 'current',
          },
        ]}
      />
      {step === 'network' ? (
        <NetworkStep
          draft={network}
          error={create.error}
          onChange={setNetwork}
          onBack={onBack}
          onNext={() => setStep('administrator')}
        />
      ) : (
        <AdministratorStep
          error={create.error}
          busy={create.isPending}
          onBack={() => setStep('network')}
          onSend={({ code, ...person }) =>
            create.mutate({ network, administrator: { id, ...person }, ...(code ? { code } : {}) })
          }
        />
      )}
    </div>
  )
}

function NetworkStep({
  draft,
  error,
  onChange,
  onBack,
  onNext,
}: {
  draft: NetworkDraft
  error: unknown
  onChange: (draft: NetworkDraft) => void
  onBack: () => void
  onNext: () => void
}) {
  const text = useText()
  return (
    <form
      className="stack stack-6"
      onSubmit={(event) => {
        event.preventDefault()
        if (carriesWhite(draft.color)) onNext()
      }}
    >
      <NetworkFields draft={draft} onChange={onChange} error={error} />
      <div className="row wrap">
        <Button type="submit" kind="accent" size="l">
          {text('administration.set_up.next')}
        </Button>
        <Button kind="ghost" size="l" onClick={onBack}>
          {text('platform.back')}
        </Button>
      </div>
    </form>
  )
}

type Typed = Omit<SetUp['administrator'], 'id'> & { code: string }

function AdministratorStep({
  error,
  busy,
  onBack,
  onSend,
}: {
  error: unknown
  busy: boolean
  onBack: () => void
  onSend: (typed: Typed) => void
}) {
  const text = useText()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  return (
    <form
      ref={form}
      className="stack stack-6"
      onSubmit={(event) => {
        const typed = typedIn(event)
        onSend({
          givenName: typed('givenName').trim(),
          familyName: typed('familyName').trim(),
          email: typed('email').trim() || null,
          staffNumber: typed('staffNumber').trim() || null,
          password: typed('password'),
          code: typed('code'),
        })
      }}
    >
      <TextField
        label={text('administration.fields.givenName')}
        name="givenName"
        required
        maxLength={80}
        autoComplete="given-name"
      />
      <TextField
        label={text('administration.fields.familyName')}
        name="familyName"
        required
        maxLength={80}
        autoComplete="family-name"
      />
      <TextField
        label={text('administration.fields.email')}
        hint={text('administration.set_up.email_hint')}
        error={fieldError(error, 'email') ?? fieldError(error, 'administrator.email')}
        name="email"
        type="email"
        autoComplete="email"
      />
      <TextField
        label={text('administration.fields.staffNumber')}
        optional={`(${text('platform.optional')})`}
        error={fieldError(error, 'staffNumber')}
        name="staffNumber"
        maxLength={60}
        autoComplete="off"
      />
      <NewPassword least={ADMINISTRATOR_LEAST} error={fieldError(error, 'password')} />
      {wantsCode(error) && <SetUpCodeField error={error} />}
      <FormProblem
        error={error}
        fields={['email', 'administrator.email', 'staffNumber', 'password', 'code', ...NETWORK_FIELDS]}
      />
      <div className="row wrap">
        <Button type="submit" kind="accent" size="l" busy={busy}>
          {text('administration.set_up.create_go')}
        </Button>
        <Button kind="ghost" size="l" onClick={onBack}>
          {text('platform.back')}
        </Button>
      </div>
    </form>
  )
}
