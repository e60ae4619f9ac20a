import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import type { Language } from '#platform/contract/schema.ts'
import { call } from '#platform/web/call.ts'
import { useLanguage, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { Chip, ChipRow } from '#ui/chip.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { TextField } from '#ui/text-field.tsx'
import { chooseNetwork, type Kit, type MySharing } from '../contract.ts'
import { NETWORKS, type Network } from '../rules/networks.ts'
import { useShareAct } from './share-data.ts'
import { ShareEditor } from './share-editor.tsx'
import { useNetworkName } from './share-words.ts'
import { VisualsToSave } from './visuals-to-save.tsx'

/** Three steps down one page: where, in which words, and go. */
export function ShareKit({ kit, mine, back }: { kit: Kit; mine: MySharing; back: string }) {
  const text = useText()
  const own = useLanguage()
  const nameOf = useNetworkName()
  const [network, setNetwork] = useState<Network | null>(null)
  const [language, setLanguage] = useState<Language>(
    kit.languages.includes(own) ? own : (kit.languages[0] ?? own),
  )
  const choice = mine.networks.find((one) => one.network === network)
  return (
    <div className="stack stack-8 shk__flow">
      <PageHead
        eyebrow={
          <Link className="link row g1" to={back}>
            <ArrowLeft className="i i--s" aria-hidden />
            {text('sharing.flow.back')}
          </Link>
        }
        title={kit.title}
        lead={kit.reward ? text('sharing.flow.reward', { reward: kit.reward }) : text('sharing.flow.lead')}
      />
      <section aria-labelledby="where" className="stack stack-3">
        <h2 className="h3" id="where">
          {text('sharing.flow.where')}
        </h2>
        <ChipRow label={text('sharing.flow.where')}>
          {NETWORKS.map((one) => (
            <Chip key={one} pressed={network === one} onClick={() => setNetwork(one)}>
              {nameOf(one)}
            </Chip>
          ))}
        </ChipRow>
      </section>
      {network && !choice && <Choose key={network} programmeId={kit.programmeId} network={network} />}
      {network && choice && kit.languages.length > 1 && (
        <Segmented
          label={text('sharing.flow.language')}
          options={kit.languages.map((value) => ({
            value,
            label: text(`sharing.language.${value}`),
            lang: value,
          }))}
          value={language}
          onChange={setLanguage}
        />
      )}
      {network && choice && (
        <ShareEditor
          key={`${network} ${language}`}
          kit={kit}
          mine={mine}
          network={network}
          language={language}
          back={back}
        />
      )}
      {!(network && choice) && <VisualsToSave kit={kit} />}
    </div>
  )
}

/** The first time on a network: what it means, then one gesture. */
function Choose({ programmeId, network }: { programmeId: string; network: Network }) {
  const text = useText()
  const name = useNetworkName()(network)
  const [instance, setInstance] = useState('')
  const choose = useShareAct(
    () =>
      call(chooseNetwork, {
        params: { id: programmeId, network },
        body: network === 'mastodon' ? { instance } : {},
      }),
    { quiet: true },
  )
  return (
    <form
      className="panel stack stack-4"
      onSubmit={(event) => {
        event.preventDefault()
        choose.mutate(undefined)
      }}
    >
      <h2 className="h3">{text('sharing.choose.title', { network: name })}</h2>
      <p>{text('sharing.choose.why')}</p>
      {network === 'mastodon' && (
        <TextField
          label={text('sharing.choose.instance')}
          hint={text('sharing.choose.instanceHint')}
          value={instance}
          maxLength={300}
          required
          autoCapitalize="none"
          spellCheck={false}
          inputMode="url"
          onChange={(event) => setInstance(event.target.value)}
        />
      )}
      <FormProblem error={choose.error} />
      <div>
        <Button type="submit" kind="primary" busy={choose.isPending}>
          {text('sharing.choose.yes')}
          <span className="vh">{text('sharing.choose.yesWhich', { network: name })}</span>
        </Button>
      </div>
    </form>
  )
}
