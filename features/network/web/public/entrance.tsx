import './entrance.css'
import type { ReactNode } from 'react'
import { useLanguage, useSwitchLanguage, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { classNames } from '#ui/class-names.ts'
import { Logo } from '#ui/logo.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { useNetwork } from './use-network.ts'

/** The frame of pages that need nobody signed in: sign-in, forgotten password, set-up. */
export function Entrance({
  title,
  lead,
  children,
  wide = false,
}: {
  title: string
  lead?: ReactNode
  children: ReactNode
  wide?: boolean
}) {
  const text = useText()
  const network = useNetwork()
  return (
    <div className="join">
      <main id="contenu" className="join__main">
        <div className="join__top row sb">
          <Link to="/" className="logo">
            <Logo label={text('network.entrance.logo')} />
          </Link>
          <LanguageSwitch />
        </div>
        <div className="join__txt">
          <h1 className="h0">{title}</h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        <div className={classNames('entrance__form', wide && 'entrance__form--wide')}>{children}</div>
      </main>
      <Side name={network?.name ?? ''} color={network?.color} />
    </div>
  )
}

function Side({ name, color }: { name: string; color: string | undefined }) {
  return (
    <div className="entrance__art only-d" style={{ '--network-color': color }} aria-hidden="true">
      <p className="entrance__name h0">{name}</p>
    </div>
  )
}

function LanguageSwitch() {
  const text = useText()
  const language = useLanguage()
  const switchTo = useSwitchLanguage()
  const network = useNetwork()
  if (network?.setUp && network.languages.length < 2) return null
  return (
    <Segmented
      label={text('network.entrance.language')}
      options={[
        { value: 'fr', label: 'Français', lang: 'fr' },
        { value: 'en', label: 'English', lang: 'en' },
      ]}
      value={language}
      onChange={(next) => void switchTo(next)}
    />
  )
}
