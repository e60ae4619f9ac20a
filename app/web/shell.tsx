import { useQuery } from '@tanstack/react-query'
import { Ellipsis, Search, Settings } from 'lucide-react'
import { lazy, type ReactNode, Suspense } from 'react'
import { ModerationDesk } from '#features/moderation/web/public/moderation-desk.tsx'
import { NotificationBell } from '#features/notifications/web/public/bell.tsx'
import { useUnreadNews } from '#features/notifications/web/public/unread.ts'
import { useMySpacesNews } from '#features/spaces/web/public/my-spaces.ts'
import { fileUrl } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Link } from '#platform/web/router.tsx'
import { useSending } from '#platform/web/sending.ts'
import { Avatar } from '#ui/avatar.tsx'
import { iconButtonClass } from '#ui/icon-button.tsx'
import { OfflinePill } from '#ui/offline-pill.tsx'
import { AppShell, ShellMe } from '#ui/shell.tsx'
import { networkQuery } from './first-reads.ts'
import { useNavigation } from './navigation.ts'
import { useOnline } from './online.ts'
import { useVisit } from './use-visit.ts'

/** The frame of every page of somebody signed in: rail on a desk, tabs under the thumb. */
export function Shell({ title, children }: { title: string | null; children: ReactNode }) {
  const text = useText()
  const { groups, tabs } = useNavigation()
  useVisit()
  useMySpacesNews()
  useUnreadNews()
  return (
    <AppShell
      renderLink={({ key, ...anchor }) => <Link key={key} {...anchor} />}
      words={{
        skip: text('app.skip'),
        mainNav: text('app.main_nav'),
        tabs: text('app.tabs'),
        home: text('app.home'),
      }}
      homeTo="/"
      community={<NetworkName />}
      groups={groups}
      me={<MyCorner />}
      tabs={tabs}
      title={title ? text(title) : ''}
      actions={
        <>
          <Link to="/recherche" className={iconButtonClass('plain')} aria-label={text('app.nav.search')}>
            <Search className="i" aria-hidden />
          </Link>
          <NotificationBell />
          {!tabs.some((tab) => tab.key === 'more') && (
            <Link to="/plus" className={iconButtonClass('plain')} aria-label={text('app.nav.more')}>
              <Ellipsis className="i" aria-hidden />
            </Link>
          )}
        </>
      }
      notice={<Offline />}
    >
      <Refusals />
      <ModerationDesk>{children}</ModerationDesk>
    </AppShell>
  )
}

function NetworkName() {
  const network = useQuery(networkQuery)
  const name = network.data?.name ?? ''
  return (
    <Link to="/communautes" className="rail__c">
      {network.data?.logoFileId ? (
        <img className="m" src={fileUrl(network.data.logoFileId, 'w320')} alt="" />
      ) : (
        <span className="m" aria-hidden="true">
          {name.charAt(0)}
        </span>
      )}
      <span className="grow">
        <b>{name}</b>
      </span>
    </Link>
  )
}

function MyCorner() {
  const text = useText()
  const me = useMe()
  const name = `${me.givenName} ${me.familyName}`
  return (
    <ShellMe
      avatar={
        <Avatar name={name} src={me.photoFileId ? fileUrl(me.photoFileId, 'w320') : undefined} size={36} />
      }
      name={name}
      line={[me.job, me.site].filter(Boolean).join(', ')}
      end={
        <Link to="/moi" className={iconButtonClass('plain')} aria-label={text('app.nav.me')}>
          <Settings className="i" aria-hidden />
        </Link>
      }
    />
  )
}

const LeftBehind = lazy(async () => ({ default: (await import('./left-behind.tsx')).LeftBehind }))

/** What was refused after it had been kept for later. */
function Refusals() {
  const items = useSending().filter((item) => item.state === 'refused' && item.about?.label)
  if (items.length === 0) return null
  return (
    <Suspense>
      <LeftBehind items={items} />
    </Suspense>
  )
}

/** Offline is a state, not an error. */
function Offline() {
  const text = useText()
  const online = useOnline()
  const waiting = useSending().some((item) => item.state === 'waiting')
  return <OfflinePill offline={!online || waiting}>{text('platform.offline')}</OfflinePill>
}
