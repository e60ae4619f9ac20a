import { useState } from 'react'
import { AnimateTabs } from '#features/insights/web/public/animate-tabs.tsx'
import { Await } from '#platform/web/await.tsx'
import { useText } from '#platform/web/i18n.ts'
import { useParam } from '#platform/web/router.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Segmented } from '#ui/segmented.tsx'
import type { PracticeCard, Practices } from '../contract.ts'
import { Glance } from './glance.tsx'
import { usePractices } from './practices-data.ts'
import { PracticeItem } from './practice-item.tsx'
import './practices.css'

/** The eighteen practices of a community: at a glance, then one by one, each with its evidence and one action. */
export function PracticesPage() {
  const spaceId = useParam('id')
  const query = usePractices(spaceId)
  return <Await query={query}>{(practices) => <Eighteen practices={practices} />}</Await>
}

const URGENCY: Record<PracticeCard['state'], number> = {
  slipping: 0,
  not_started: 1,
  in_progress: 2,
  alive: 3,
  off: 4,
}

function Eighteen({ practices }: { practices: Practices }) {
  const text = useText()
  const [order, setOrder] = useState<'urgent' | 'source'>('urgent')
  const cards = practices.practices
  const alive = cards.filter(({ state }) => state === 'alive').length
  const slipping = cards.filter(({ state }) => state === 'slipping').length
  const sorted =
    order === 'source' ? cards : [...cards].sort((one, other) => URGENCY[one.state] - URGENCY[other.state])
  return (
    <>
      <PageHead
        eyebrow={text('practices.eyebrow', { name: practices.name })}
        title={alive === 0 ? text('practices.head.zero') : text('practices.head.alive', { count: alive })}
        lead={
          slipping > 0 ? text('practices.head.slipping', { count: slipping }) : text('practices.head.fine')
        }
      />
      {practices.can.set && <AnimateTabs spaceId={practices.spaceId} current="practices" />}
      <Glance practices={cards} />
      <div className="row wrap sb g4 pra__sort">
        <Segmented
          label={text('practices.order.label')}
          options={(['urgent', 'source'] as const).map((value) => ({
            value,
            label: text(`practices.order.${value}`),
          }))}
          value={order}
          onChange={setOrder}
        />
      </div>
      <ol className="list pra__l">
        {sorted.map((card) => (
          <PracticeItem
            key={card.code}
            spaceId={practices.spaceId}
            card={card}
            first={card === sorted[0] && card.state === 'slipping'}
            mayset={practices.can.set}
          />
        ))}
      </ol>
      <p className="sm mut pra__law">{text('practices.threshold', { count: practices.threshold })}</p>
    </>
  )
}
