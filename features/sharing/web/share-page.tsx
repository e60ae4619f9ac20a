import { Megaphone, Moon, Settings } from 'lucide-react'
import { Await } from '#platform/web/await.tsx'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link, useGo, useParam, useSearchParam } from '#platform/web/router.tsx'
import { Banner } from '#ui/banner.tsx'
import { Badge } from '#ui/badge.tsx'
import { buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import type { Kit, MySharing } from '../contract.ts'
import { MyShares } from './my-shares.tsx'
import { useKits, useMySharing } from './share-data.ts'
import { ShareKit } from './share-kit.tsx'
import './sharing.css'

/** Something to share, a network, one's own words, and out one goes. Nobody reads who did. */
export function SharePage() {
  const programmeId = useParam('id')
  const kits = useKits(programmeId)
  const mine = useMySharing(programmeId)
  return (
    <Await query={kits}>
      {({ items, can }) => (
        <Await query={mine}>
          {(own) => (
            <Sharing
              programmeId={programmeId}
              kits={items}
              shapes={can.shape}
              mine={own}
              readAt={mine.dataUpdatedAt}
            />
          )}
        </Await>
      )}
    </Await>
  )
}

interface Given {
  programmeId: string
  kits: Kit[]
  shapes: boolean
  mine: MySharing
  /** When that was read. */
  readAt: number
}

function Sharing({ programmeId, kits, shapes, mine, readAt }: Given) {
  const text = useText()
  const chosen = useSearchParam('kit')
  const home = `/programmes/${programmeId}/partager`
  const open = kits.filter((kit) => kit.on === 'on')
  const kit = open.find((one) => one.id === chosen)
  /** Makes them, and shares none. */
  const works = shapes && !mine.may
  if (kit && mine.may) return <ShareKit key={kit.id} kit={kit} mine={mine} back={home} />
  return (
    <div className="stack stack-12">
      <div>
        <PageHead
          eyebrow={
            <Link className="link" to={`/programmes/${programmeId}`}>
              {text('sharing.back')}
            </Link>
          }
          title={text(works ? 'sharing.page.workTitle' : 'sharing.page.title')}
          lead={text(works ? 'sharing.page.workLead' : 'sharing.page.lead')}
          actions={shapes && <ForAnimators home={home} />}
        />
        {mine.may && <Hours mine={mine} />}
      </div>
      <KitsToShare kits={mine.may && !shapes ? open : kits} shapes={shapes} mine={mine} home={home} />
      {mine.may && <MyShares programmeId={programmeId} mine={mine} readAt={readAt} />}
    </div>
  )
}

function ForAnimators({ home }: { home: string }) {
  const text = useText()
  return (
    <>
      <Link className={buttonClass({ kind: 'line' })} to={`${home}/reglages`}>
        <Settings className="i" aria-hidden />
        {text('sharing.page.settings')}
      </Link>
      <Link className={buttonClass({ kind: 'accent' })} to={`${home}/creer`}>
        {text('sharing.page.create')}
      </Link>
    </>
  )
}

/** Quiet hours, or enough for today: said before anything is chosen. */
function Hours({ mine }: { mine: MySharing }) {
  const text = useText()
  const { dayTime } = useFormat()
  if (mine.quiet)
    return (
      <Banner icon={Moon}>
        {mine.opensAt
          ? text('sharing.quiet.until', { at: dayTime(mine.opensAt) })
          : text('sharing.quiet.now')}
      </Banner>
    )
  if (mine.left === 0) return <Banner kind="ok">{text('sharing.enough', { count: mine.perWeek })}</Banner>
  return null
}

function KitsToShare({
  kits,
  shapes,
  mine,
  home,
}: {
  kits: Kit[]
  shapes: boolean
  mine: MySharing
  home: string
}) {
  const text = useText()
  const go = useGo()
  if (kits.length === 0)
    return (
      <Empty
        icon={Megaphone}
        title={text('sharing.empty.title')}
        action={
          shapes && (
            <Link className={buttonClass({ kind: 'primary' })} to={`${home}/creer`}>
              {text('sharing.page.create')}
            </Link>
          )
        }
      >
        <p>{text(shapes ? 'sharing.empty.shape' : 'sharing.empty.why')}</p>
      </Empty>
    )
  const held = mine.quiet || mine.left === 0
  return (
    <section aria-labelledby="kits">
      <SectionHead
        id="kits"
        title={text(mine.may ? 'sharing.kits.title' : 'sharing.kits.all', { count: kits.length })}
        note={
          mine.may
            ? text('sharing.kits.note', { count: mine.left })
            : shapes
              ? undefined
              : text('sharing.kits.notMine')
        }
      />
      <ul className="list shk">
        {kits.map((kit) => (
          <li key={kit.id} className="shk__kit">
            <KitLines kit={kit} />
            <div className="row wrap g2">
              {shapes && (
                <Link className={buttonClass({ kind: 'line' })} to={`/kits/${kit.id}`}>
                  {text('sharing.kits.open')}
                  <span className="vh"> {kit.title}</span>
                </Link>
              )}
              {mine.may && kit.on === 'on' && !held && (
                <button
                  type="button"
                  className={buttonClass({ kind: 'soft' })}
                  onClick={() => go(`${home}?kit=${kit.id}`)}
                >
                  {text('sharing.kits.share')}
                  <span className="vh"> {kit.title}</span>
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function KitLines({ kit }: { kit: Kit }) {
  const text = useText()
  const { day } = useFormat()
  const host = URL.canParse(kit.url) ? new URL(kit.url).host : kit.url
  return (
    <div className="stack stack-1 grow">
      <h3 className="h3">{kit.title}</h3>
      <p className="sm ink2 shk__u">
        {text('sharing.kits.leads', { host })}
        {kit.endsOn &&
          kit.on === 'on' &&
          ` · ${text('sharing.kits.until', { day: day(`${kit.endsOn}T12:00:00Z`) })}`}
      </p>
      <p className="row wrap g1">
        {kit.on !== 'on' && <Badge>{text(`sharing.on.${kit.on}`)}</Badge>}
        {kit.label && <Badge kind="warn">{text(`sharing.label.${kit.label}`)}</Badge>}
        {kit.languages.length > 1 && <Badge>{text('sharing.kits.bilingual')}</Badge>}
        {kit.languages.length === 1 && kit.languages[0] === 'en' && (
          <Badge>{text('sharing.kits.english')}</Badge>
        )}
      </p>
    </div>
  )
}
