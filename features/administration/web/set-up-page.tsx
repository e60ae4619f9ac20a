import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Building2, Telescope } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Entrance } from '#features/network/web/public/entrance.tsx'
import { useNetwork } from '#features/network/web/public/use-network.ts'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { readDemonstration } from '../contract.ts'
import { Demonstration } from './demonstration.tsx'
import { SetUpWizard } from './set-up-wizard.tsx'

type Step = 'choose' | 'create' | 'explore' | 'done'

/** The first visit: one's own network, or a look around the demonstration. */
export function SetUpPage() {
  const text = useText()
  const go = useGo()
  const network = useNetwork()
  const [step, setStep] = useState<Step>('choose')
  // Somebody else is already loading it, or the page was reloaded meanwhile.
  const demonstration = useQuery({ queryKey: ['demonstration'], queryFn: () => call(readDemonstration, {}) })
  const shown = step === 'choose' && demonstration.data?.state === 'loading' ? 'explore' : step
  const closed = network?.setUp && step === 'choose'
  useEffect(() => {
    if (closed) go('/', { replace: true })
  }, [closed, go])
  return (
    <Entrance
      wide
      title={text(`administration.set_up.${shown}.title`)}
      lead={text(`administration.set_up.${shown}.lead`)}
    >
      {shown === 'choose' && <Choose onStep={setStep} />}
      {shown === 'create' && <SetUpWizard onBack={() => setStep('choose')} onDone={() => setStep('done')} />}
      {shown === 'explore' && <Demonstration onBack={() => setStep('choose')} />}
      {shown === 'done' && <Done />}
    </Entrance>
  )
}

function Choose({ onStep }: { onStep: (step: Step) => void }) {
  const text = useText()
  return (
    <div className="choices">
      <section className="choice" aria-labelledby="own">
        <Building2 className="i" aria-hidden />
        <h2 className="h3" id="own">
          {text('administration.set_up.own')}
        </h2>
        <p className="ink2">{text('administration.set_up.own_why')}</p>
        <Button kind="accent" onClick={() => onStep('create')}>
          {text('administration.set_up.own_go')}
        </Button>
      </section>
      <section className="choice" aria-labelledby="demonstration">
        <Telescope className="i" aria-hidden />
        <h2 className="h3" id="demonstration">
          {text('administration.set_up.demo')}
        </h2>
        <p className="ink2">{text('administration.set_up.demo_why')}</p>
        <Button kind="line" onClick={() => onStep('explore')}>
          {text('administration.set_up.demo_go')}
        </Button>
      </section>
    </div>
  )
}

function Done() {
  const text = useText()
  const queries = useQueryClient()
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ['demonstration'] })
  }, [queries])
  return (
    <div className="stack">
      <div className="row wrap">
        <Link to="/imports" className={buttonClass({ kind: 'accent', size: 'l' })}>
          {text('administration.set_up.done.import')}
        </Link>
        <Link to="/communautes" className={buttonClass({ kind: 'line', size: 'l' })}>
          {text('administration.set_up.done.community')}
        </Link>
      </div>
      <p>
        <Link to="/moi#double-verification" className="link">
          {text('administration.set_up.done.factor')}
        </Link>
      </p>
    </div>
  )
}
