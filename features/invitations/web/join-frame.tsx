import './invitations.css'
import type { ReactNode } from 'react'
import { useNetwork } from '#features/network/web/public/use-network.ts'
import { useLanguage, useSwitchLanguage, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { classNames } from '#ui/class-names.ts'
import { Logo } from '#ui/logo.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { SkipLink } from '#ui/skip-link.tsx'
import facade from './art/facade.svg'

/** The pages through which people come in: faces first, then one thing to do. On a phone, `low` leaves the picture less room, `quiet` none. */
export function JoinFrame({
  title,
  lead,
  quiet = false,
  low = false,
  children,
}: {
  title: ReactNode
  lead?: ReactNode
  quiet?: boolean
  low?: boolean
  children: ReactNode
}) {
  const text = useText()
  return (
    <div className="join">
      <SkipLink to="contenu" label={text('invitations.join.skip')} />
      <main id="contenu" className="join__main">
        <div className="join__top row sb">
          <Link to="/rejoindre" className="logo">
            <Logo label="Élan" />
          </Link>
          <LanguageSwitch />
        </div>
        {!quiet && (
          <div className={classNames('join__hero-m only-m', low && 'join__hero-m--low')}>
            <img className="art" src={facade} alt="" />
          </div>
        )}
        <div className="join__txt">
          <h1 className={quiet ? 'h1' : 'h0'}>{title}</h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        <div className="join__form">{children}</div>
        <footer className="join__foot">
          <p className="sm mut">{text('invitations.join.footer')}</p>
        </footer>
      </main>
      <div className="join__art only-d" aria-hidden="true">
        <img className="art" src={facade} alt="" />
      </div>
    </div>
  )
}

function LanguageSwitch() {
  const text = useText()
  const language = useLanguage()
  const switchTo = useSwitchLanguage()
  const network = useNetwork()
  if (network && network.languages.length < 2) return null
  return (
    <Segmented
      label={text('invitations.join.language')}
      options={[
        { value: 'fr', label: 'Français', lang: 'fr' },
        { value: 'en', label: 'English', lang: 'en' },
      ]}
      value={language}
      onChange={(next) => void switchTo(next)}
    />
  )
}
