import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useText } from '#platform/web/i18n.ts'
import { Steps } from '#ui/steps.tsx'
import type { Entry } from '../contract.ts'
import { type Newcomer, useComeIn } from './come-in.ts'
import { JoinFrame } from './join-frame.tsx'
import { KeyStep, PasswordAfterAll } from './key-step.tsx'
import { CheckName, FindMe, NotMe } from './name-step.tsx'
import { PhotoStep } from './photo-step.tsx'

type Place = 'name' | 'not-me' | 'key' | 'password-after-all' | 'photo'
const STEPS = ['name', 'key', 'photo'] as const
const STEP_OF: Record<Place, number> = { name: 0, 'not-me': 0, key: 1, 'password-after-all': 1, photo: 2 }
const LABELS = { name: 'stepName', key: 'stepKey', photo: 'stepPhoto' } as const

/** Check your name, choose how to come back, show a face if you like: under a minute, with one thumb. */
export function Journey({ code, entry, onBegun }: { code: string; entry: Entry; onBegun: () => void }) {
  const text = useText()
  const [place, setPlace] = useState<Place>('name')
  const [newcomer, setNewcomer] = useState<Newcomer | null>(entry.person)
  const comeIn = useComeIn(code, onBegun)
  const next = (found: Newcomer) => {
    setNewcomer(found)
    setPlace('key')
  }
  const { community } = entry
  const name = newcomer?.givenName ?? ''
  const heads: Record<Place, { title: string; lead?: string }> = {
    name: {
      title: text('invitations.join.seat'),
      lead:
        community.valueProposition ||
        text('invitations.join.leadOf', { community: community.name, network: entry.networkName }),
    },
    'not-me': { title: text('invitations.join.notMeTitle'), lead: text('invitations.join.notMeBody') },
    key: { title: text('invitations.join.keyTitle'), lead: text('invitations.join.keyLead', { name }) },
    'password-after-all': {
      title: text('invitations.join.keyTitle'),
      lead: text('invitations.join.passkeyFailed'),
    },
    photo: { title: text('invitations.join.photoTitle'), lead: text('invitations.join.photoLead') },
  }
  return (
    <JoinFrame {...heads[place]} quiet={place !== 'name'} low>
      <Progress place={place} />
      <Arrival place={place}>
        {place === 'name' && entry.person && (
          <CheckName entry={entry} person={entry.person} onYes={next} onNo={() => setPlace('not-me')} />
        )}
        {place === 'name' && !entry.person && <FindMe code={code} entry={entry} onFound={next} />}
        {place === 'not-me' && <NotMe onBack={() => setPlace('name')} />}
        {place === 'key' && newcomer && (
          <KeyStep
            newcomer={newcomer}
            comeIn={comeIn}
            onIn={() => setPlace('photo')}
            onNoPasskey={() => setPlace('password-after-all')}
          />
        )}
        {place === 'password-after-all' && newcomer && (
          <PasswordAfterAll least={newcomer.least} onKept={() => setPlace('photo')} />
        )}
        {place === 'photo' && <PhotoStep community={community} waiting={comeIn.data?.state === 'waiting'} />}
      </Arrival>
    </JoinFrame>
  )
}

function Progress({ place }: { place: Place }) {
  const text = useText()
  const current = STEP_OF[place]
  return (
    <Steps
      label={text('invitations.join.stepsLabel')}
      words={{ done: text('invitations.join.stepDone') }}
      steps={STEPS.map((step, index) => ({
        key: step,
        label: text(`invitations.join.${LABELS[step]}`),
        state: index < current ? 'done' : index === current ? 'current' : 'todo',
      }))}
    />
  )
}

/** The focus follows to the step that opens; nothing moves when the page itself does. */
function Arrival({ place, children }: { place: Place; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    window.scrollTo({ top: 0 })
    const target = box.current?.querySelector<HTMLElement>('input, button')
    ;(target ?? box.current)?.focus()
  }, [place])
  return (
    <div ref={box} className="journey" tabIndex={-1}>
      {children}
    </div>
  )
}
