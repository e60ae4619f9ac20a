import { Check, ChevronsUpDown } from 'lucide-react'
import { AnimateTabs } from '#features/insights/web/public/animate-tabs.tsx'
import { ObjectivePanel } from '#features/insights/web/public/objective-panel.tsx'
import { animated, useMySpaces } from '#features/spaces/web/public/my-spaces.ts'
import { Await } from '#platform/web/await.tsx'
import { useLanguage, useText } from '#platform/web/i18n.ts'
import { useGo, useParam } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Menu } from '#ui/menu.tsx'
import { PageHead } from '#ui/page-head.tsx'
import type { Cockpit } from '../contract.ts'
import { useAside, useCockpit } from './cockpit-data.ts'
import { GestureItem } from './gesture-item.tsx'
import { MondaySwitch } from './monday-switch.tsx'
import './cockpit.css'

/** What somebody who animates this community may do today; and where its objective stands. */
export function TodayPage() {
  const spaceId = useParam('id')
  const query = useCockpit(spaceId)
  return <Await query={query}>{(cockpit) => <Today key={cockpit.spaceId} cockpit={cockpit} />}</Await>
}

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const

function useDayName(day: string): string {
  const locale = LOCALE[useLanguage()]
  const words = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`))
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1)
}

function Today({ cockpit }: { cockpit: Cockpit }) {
  const text = useText()
  const { spaceId, gestures } = cockpit
  const lead =
    gestures.length > 0 ? text('cockpit.minutes', { count: cockpit.minutes }) : text('cockpit.upToDate.lead')
  return (
    <>
      <PageHead
        eyebrow={text('cockpit.eyebrow', { day: useDayName(cockpit.today), name: cockpit.name })}
        title={text(`cockpit.title.${gestures.length}`)}
        lead={lead}
        actions={<OtherCommunities spaceId={spaceId} name={cockpit.name} />}
      />
      <AnimateTabs spaceId={spaceId} current="today" />
      <div className="ani">
        <section className="ani__todo" aria-labelledby="todo">
          <h2 className="vh" id="todo">
            {text('cockpit.list')}
          </h2>
          {gestures.length > 0 ? (
            <ol className="tds">
              {gestures.map((gesture, index) => (
                <GestureItem key={gesture.kind} spaceId={spaceId} gesture={gesture} first={index === 0} />
              ))}
            </ol>
          ) : (
            <Empty icon={Check} title={text('cockpit.upToDate.title')}>
              <p>{text(cockpit.aside.length > 0 ? 'cockpit.upToDate.aside' : 'cockpit.upToDate.why')}</p>
            </Empty>
          )}
          <PutAside cockpit={cockpit} />
          <MondaySwitch cockpit={cockpit} />
        </section>
        <div className="ani__side">
          <ObjectivePanel spaceId={spaceId} objectives={cockpit.objectives} />
        </div>
      </div>
    </>
  )
}

/** What was put aside is still there to be taken back. */
function PutAside({ cockpit }: { cockpit: Cockpit }) {
  const text = useText()
  const { back } = useAside(cockpit.spaceId)
  if (cockpit.aside.length === 0) return null
  return (
    <div className="aside-list">
      <h3 className="sm b ink2">{text('cockpit.aside.title')}</h3>
      <ul className="list">
        {cockpit.aside.map((kind) => (
          <li key={kind} className="row row--b g2">
            <span className="grow sm">{text(`cockpit.kind.${kind}`)}</span>
            <Button
              kind="ghost"
              size="s"
              busy={back.isPending && back.variables === kind}
              onClick={() => back.mutate(kind)}
            >
              {text('cockpit.aside.back')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** From one community to another, for those who animate several. */
function OtherCommunities({ spaceId, name }: { spaceId: string; name: string }) {
  const text = useText()
  const go = useGo()
  const mine = animated(useMySpaces())
  if (mine.length < 2) return null
  const items = mine.map((space) => ({
    key: space.id,
    label: space.name,
    href: `/communautes/${space.id}/animer`,
    checked: space.id === spaceId,
    onSelect: () => go(`/communautes/${space.id}/animer`),
  }))
  return (
    <Menu
      label={text('cockpit.communities')}
      items={items}
      align="end"
      buttonClassName={buttonClass({ kind: 'line' })}
    >
      {name}
      <ChevronsUpDown className="i" aria-hidden />
    </Menu>
  )
}
