import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { uploadFile } from '#features/files/web/public/upload.ts'
import {
  changeNetwork,
  type NetworkChange,
  type NetworkSettings,
  readNetworkSettings,
} from '#features/network/contract.ts'
import { carriesWhite } from '#features/network/rules/color.ts'
import { LEAST_LOG_MONTHS, MOST_LOG_MONTHS } from '#features/network/rules/log.ts'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { NetworkFields } from '#features/network/web/public/network-fields.tsx'
import { Await } from '#platform/web/await.tsx'
import { call, fileUrl, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { PhotoPicker } from '#ui/photo-picker.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { AdministrationFrame } from './frame.tsx'
import { HealthFacts } from './health-facts.tsx'

const KEY = ['network', 'settings']

/** What the network is, and how its installation is. */
export function NetworkPage() {
  const text = useText()
  const settings = useQuery({ queryKey: KEY, queryFn: () => call(readNetworkSettings, {}) })
  return (
    <AdministrationFrame>
      <div className="narrow stack stack-8">
        <Await query={settings}>{(found) => <Settings settings={found} />}</Await>
        <section aria-labelledby="health">
          <div className="stack stack-3">
            <SectionHead id="health" title={text('administration.health.title')} />
            <HealthFacts />
          </div>
        </section>
      </div>
    </AdministrationFrame>
  )
}

function useChange() {
  const text = useText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: NetworkChange) => call(changeNetwork, { body }),
    onSuccess: (settings) => {
      queries.setQueryData(KEY, settings)
      queries.setQueryData(['network'], settings.network)
      showToast({ message: text('platform.saved') })
    },
  })
}

function Settings({ settings }: { settings: NetworkSettings }) {
  const text = useText()
  const change = useChange()
  const { name, color, languages, language, timeZone } = settings.network
  const [draft, setDraft] = useState({
    name,
    color,
    languages,
    language,
    timeZone,
    schoolZones: settings.schoolZones,
  })
  const [threshold, setThreshold] = useState(String(settings.threshold))
  const [logMonths, setLogMonths] = useState(String(settings.logMonths))
  const [needFactor, setNeedFactor] = useState(settings.administratorsNeedFactor)
  return (
    <>
      <Logo name={name} fileId={settings.network.logoFileId} />
      <form
        className="stack stack-6"
        onSubmit={(event) => {
          event.preventDefault()
          if (carriesWhite(draft.color))
            change.mutate({
              ...draft,
              threshold: Number(threshold),
              logMonths: Number(logMonths),
              administratorsNeedFactor: needFactor,
            })
        }}
      >
        <NetworkFields draft={draft} onChange={setDraft} error={change.error} />
        <TextField
          label={text('administration.network.threshold')}
          hint={text('administration.network.threshold_hint')}
          error={fieldError(change.error, 'threshold')}
          type="number"
          min={5}
          max={1000}
          required
          value={threshold}
          onChange={(event) => setThreshold(event.target.value)}
        />
        <TextField
          label={text('administration.network.log_months')}
          hint={text('administration.network.log_months_hint')}
          error={fieldError(change.error, 'logMonths')}
          type="number"
          min={LEAST_LOG_MONTHS}
          max={MOST_LOG_MONTHS}
          required
          value={logMonths}
          onChange={(event) => setLogMonths(event.target.value)}
        />
        <Switch
          label={text('administration.network.factor')}
          hint={text('administration.network.factor_hint')}
          checked={needFactor}
          onChange={setNeedFactor}
        />
        <FormProblem
          error={change.error}
          fields={['name', 'color', 'language', 'timeZone', 'threshold', 'logMonths']}
        />
        <Button type="submit" kind="accent" busy={change.isPending}>
          {text('administration.network.save')}
        </Button>
      </form>
    </>
  )
}

function Logo({ name, fileId }: { name: string; fileId: string | null }) {
  const text = useText()
  const change = useChange()
  const send = useMutation({
    mutationFn: async (file: File) => {
      const { id } = await uploadFile(file, { use: 'public' })
      await change.mutateAsync({ logoFileId: id })
    },
  })
  const error = send.error ?? change.error
  return (
    <PhotoPicker
      label={text('administration.network.logo')}
      hint={text('administration.network.logo_hint')}
      name={name}
      src={fileId ? fileUrl(fileId, 'w320') : null}
      words={{
        choose: text('administration.network.logo_choose'),
        change: text('administration.network.logo_change'),
        remove: text('administration.network.logo_remove'),
      }}
      busy={send.isPending}
      error={error && (error instanceof Refused ? error.message : text('platform.unreachable.title'))}
      onPick={(file) => send.mutate(file)}
      onRemove={() => change.mutate({ logoFileId: null })}
    />
  )
}
