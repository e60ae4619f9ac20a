import { CalendarOff } from 'lucide-react'
import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Link, useSearchParam } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { showToast } from '#ui/toast-store.ts'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { type BlockedDays, dropBlockedDays, type SeasonSettings } from '../contract.ts'
import { useDayWords } from './day-words.ts'
import { DaysDialog } from './days-dialog.tsx'
import { RegionsForm } from './regions-form.tsx'
import { SchoolSection } from './school-section.tsx'
import { useDaysAct, useSeasonSettings } from './season-data.ts'
import './seasons.css'

/** Closures, inventories, and the public holidays of some regions: what every calendar of the network counts with. */
export function DaysPage() {
  return <Await query={useSeasonSettings()}>{(settings) => <Told settings={settings} />}</Await>
}

function Told({ settings }: { settings: SeasonSettings }) {
  const text = useText()
  const administers = useMe().standing === 'administrator'
  const [edited, setEdited] = useState<BlockedDays | 'new' | null>(null)
  const add = administers && (
    <Button kind="accent" onClick={() => setEdited('new')}>
      {text('seasons.days.add')}
    </Button>
  )
  const some = settings.blocked.length > 0
  return (
    <>
      <PageHead
        title={text('seasons.days.title')}
        hideTitleOnPhone
        eyebrow={<WayBack />}
        lead={text('seasons.days.lead')}
        actions={some ? add : undefined}
      />
      <div className="sea__days">
        {!administers && <p className="ink2">{text('seasons.days.readOnly')}</p>}
        {some ? (
          <section aria-labelledby="days-list">
            <h2 className="vh" id="days-list">
              {text('seasons.days.list')}
            </h2>
            <ul className="list">
              {settings.blocked.map((one) => (
                <OneBlock key={one.id} one={one} onChange={administers ? () => setEdited(one) : undefined} />
              ))}
            </ul>
          </section>
        ) : (
          <Empty icon={CalendarOff} title={text('seasons.days.none')} action={add || undefined}>
            <p>{text('seasons.days.noneWhy')}</p>
          </Empty>
        )}
        <section aria-labelledby="days-regions">
          <SectionHead
            level={2}
            id="days-regions"
            title={text('seasons.days.regions')}
            note={text('seasons.days.regionsWhy')}
          />
          <RegionsForm settings={settings} readOnly={!administers} />
        </section>
        <SchoolSection />
      </div>
      {edited && (
        <DaysDialog
          days={edited === 'new' ? null : edited}
          sites={settings.sites}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  )
}

const ID = /^[0-9a-f-]{36}$/

/** To the season one came from; else to the administration, or to what one animates. */
function WayBack() {
  const text = useText()
  const administers = useMe().standing === 'administrator'
  const from = useSearchParam('depuis')
  const [to, says] =
    from && ID.test(from)
      ? [`/communautes/${from}/saison`, 'seasons.days.backToSeason']
      : administers
        ? ['/administration', 'seasons.days.backToAdministration']
        : ['/animer', 'seasons.days.backToAnimate']
  return (
    <Link className="link" to={to}>
      {text(says)}
    </Link>
  )
}

function OneBlock({ one, onChange }: { one: BlockedDays; onChange: (() => void) | undefined }) {
  const text = useText()
  const days = useDayWords()
  const drop = useDaysAct(
    () => call(dropBlockedDays, { params: { id: one.id } }),
    () => showToast({ message: text('seasons.days.dropped') }),
  )
  const values = { from: days.day(one.firstDay), to: days.day(one.lastDay) }
  return (
    <li className="row row--b g3 wrap">
      <p className="grow sea__day">
        <span className="b">{one.label}</span>{' '}
        <Badge kind={one.kind === 'closed' ? 'info' : 'neutral'}>
          {text(`seasons.days.kindShort.${one.kind}`)}
        </Badge>
        <br />
        <span className="sm ink2">
          {text(one.firstDay === one.lastDay ? 'seasons.days.whenOne' : 'seasons.days.when', values)}
          {' · '}
          {one.site || text('seasons.days.everywhere')}
        </span>
      </p>
      {onChange && (
        <div className="row wrap">
          <Button
            kind="ghost"
            size="s"
            onClick={onChange}
            aria-label={`${text('seasons.days.change')} ${one.label}`}
          >
            {text('seasons.days.change')}
          </Button>
          <Button
            kind="ghost"
            size="s"
            busy={drop.isPending}
            onClick={() => drop.mutate(undefined)}
            aria-label={`${text('seasons.days.drop')} ${one.label}`}
          >
            {text('seasons.days.drop')}
          </Button>
          <FormProblem error={drop.error} />
        </div>
      )}
    </li>
  )
}
