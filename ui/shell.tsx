import { ArrowLeft } from 'lucide-react'
import { Fragment, type ReactNode, useEffect, useRef } from 'react'
import { classNames } from './class-names.ts'
import { Pin } from './icon-button.tsx'
import type { Icon } from './icon.tsx'
import { Logo } from './logo.tsx'
import { SkipLink } from './skip-link.tsx'

export type ShellLink = {
  key: string
  to: string
  label: string
  icon: Icon
  current?: boolean
  count?: number
  /** The count in words, read before it: "non lus". */
  countLabel?: string
  /** The accent: somebody is waiting for the person. */
  urgent?: boolean
}

/** What the router must render; `to` is an address of the app. */
export type ShellAnchor = {
  key?: string
  to: string
  className?: string
  'aria-label'?: string
  'aria-current'?: 'page'
  children: ReactNode
}

export type RenderLink = (link: ShellAnchor) => ReactNode

export type AppShellProps = {
  renderLink: RenderLink
  words: { skip: string; mainNav: string; tabs: string; home: string }
  homeTo: string
  /** The switcher of communities, at the top of the rail. */
  community?: ReactNode
  groups: readonly { key: string; label?: string; links: readonly ShellLink[] }[]
  /** The person, at the foot of the rail: see ShellMe. */
  me?: ReactNode
  /** Five slots on a phone; the one marked `publish` is the centre button. */
  tabs: readonly (ShellLink & { publish?: boolean })[]
  /** The title in the top bar of a phone. */
  title: ReactNode
  back?: { to: string; label: string }
  /** Search and notifications, on a phone. */
  actions?: ReactNode
  /** Conversations and live rooms take the whole height. */
  hideTabs?: boolean
  /** A strip above the page: a banner or the offline pill. */
  notice?: ReactNode
  children: ReactNode
}

export function AppShell(props: AppShellProps) {
  const { renderLink, words, title, back, actions, hideTabs, notice, children } = props
  return (
    <div className={classNames('app', hideTabs && 'app--bare')}>
      <SkipLink label={words.skip} />
      <Rail {...props} />
      <header className="topbar">
        {back &&
          renderLink({
            to: back.to,
            className: 'ib back',
            'aria-label': back.label,
            children: <ArrowLeft className="i" aria-hidden />,
          })}
        <span className="topbar__t grow" title={typeof title === 'string' ? title : undefined}>
          {title}
        </span>
        {actions}
      </header>
      <main className="main" id="content" tabIndex={-1}>
        <div className="main__in">
          {notice}
          {children}
        </div>
      </main>
      {!hideTabs && <TabBar {...props} />}
    </div>
  )
}

function Rail({ renderLink, words, homeTo, community, groups, me }: AppShellProps) {
  const nav = useRef<HTMLElement>(null)
  const current = groups.flatMap(({ links }) => links).find((link) => link.current)?.key
  // Of many links, the one where one is stays in sight.
  useEffect(() => {
    if (current) nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <header className="rail">
      <div className="rail__in">
        {renderLink({ to: homeTo, className: 'logo', 'aria-label': words.home, children: <Logo /> })}
        {community}
        <nav className="nav" aria-label={words.mainNav} ref={nav}>
          {groups.map((group) => (
            <Fragment key={group.key}>
              {group.label && <p className="rail__g">{group.label}</p>}
              <ul>
                {group.links.map((link) => (
                  <li key={link.key}>{renderLink(railAnchor(link))}</li>
                ))}
              </ul>
            </Fragment>
          ))}
        </nav>
        {me}
      </div>
    </header>
  )
}

function railAnchor({ to, label, icon: Glyph, current, count, countLabel, urgent }: ShellLink): ShellAnchor {
  return {
    to,
    'aria-current': current ? 'page' : undefined,
    children: (
      <>
        <Glyph className="i" aria-hidden />
        <span>{label}</span>
        {count ? (
          <span className={classNames('count', urgent && 'count--acc')}>
            {countLabel && <span className="vh">{countLabel} </span>}
            {count}
          </span>
        ) : null}
      </>
    ),
  }
}

function TabBar({ renderLink, words, tabs }: AppShellProps) {
  return (
    <nav className="tabbar" aria-label={words.tabs}>
      {tabs.map((tab) => (
        <Fragment key={tab.key}>{renderLink(tabAnchor(tab))}</Fragment>
      ))}
    </nav>
  )
}

function tabAnchor({
  to,
  label,
  icon: Glyph,
  current,
  count,
  countLabel,
  urgent,
  publish,
}: ShellLink & { publish?: boolean }): ShellAnchor {
  if (publish)
    return { to, className: 'pub', 'aria-label': label, children: <Glyph className="i" aria-hidden /> }
  return {
    to,
    'aria-current': current ? 'page' : undefined,
    children: (
      <>
        <span className="dot">
          <Glyph className="i" aria-hidden />
          {count ? <Pin count={count} quiet={!urgent} /> : null}
        </span>
        <span>
          {label}
          {count ? (
            <span className="vh">
              {', '}
              {countLabel} {count}
            </span>
          ) : null}
        </span>
      </>
    ),
  }
}

/** The person at the foot of the rail; `end` is often the settings link. */
export function ShellMe({
  avatar,
  name,
  line,
  end,
}: {
  avatar: ReactNode
  name: ReactNode
  line?: ReactNode
  end?: ReactNode
}) {
  return (
    <div className="rail__me">
      {avatar}
      <span className="grow">
        <b>{name}</b>
        {line && <small>{line}</small>}
      </span>
      {end}
    </div>
  )
}
