import './me.css'
import { type ReactNode, useId } from 'react'
import { MyProfile } from '#features/people/web/public/my-profile.tsx'
import { MyScreen } from '#features/people/web/public/my-screen.tsx'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Link } from '#platform/web/router.tsx'
import { buttonClass } from '#ui/button.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { MyPasskeys } from './my-passkeys.tsx'
import { MyPassword } from './my-password.tsx'
import { MySecondFactor } from './my-second-factor.tsx'
import { MySessions } from './my-sessions.tsx'
import { SignOut } from './sign-out.tsx'

/** All that is mine: what others see, how my screens look, how I come in. */
export function MePage() {
  const text = useText()
  const me = useMe()
  return (
    <div className="narrow stack stack-12">
      <PageHead
        title={text('sessions.me.title')}
        lead={
          <Link to={`/personnes/${me.id}`} className="link">
            {text('sessions.me.seen')}
          </Link>
        }
        hideTitleOnPhone
      />
      <Part title={text('sessions.me.profile')}>
        <MyProfile />
      </Part>
      <Part title={text('sessions.me.screen')}>
        <MyScreen />
      </Part>
      <Part title={text('sessions.me.accounts')} note={text('sessions.me.accountsNote')}>
        <p>
          <Link className={buttonClass({ kind: 'soft' })} to="/comptes">
            {text('sessions.me.accountsOpen')}
          </Link>
        </p>
      </Part>
      <Part title={text('sessions.password.title')}>
        <MyPassword />
      </Part>
      <Part title={text('sessions.passkeys.title')} note={text('sessions.passkeys.note')}>
        <MyPasskeys />
      </Part>
      <Part title={text('sessions.factor.own')} note={text('sessions.factor.note')}>
        <MySecondFactor />
      </Part>
      <Part title={text('sessions.me.data')} note={text('sessions.me.dataNote')}>
        <p>
          <Link className={buttonClass({ kind: 'soft' })} to="/moi/mes-donnees">
            {text('sessions.me.dataOpen')}
          </Link>
        </p>
      </Part>
      <Part title={text('sessions.devices.title')} note={text('sessions.devices.note')}>
        <MySessions />
        <SignOut />
      </Part>
    </div>
  )
}

function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <div className="stack stack-6">
        <SectionHead id={id} title={title} note={note} />
        {children}
      </div>
    </section>
  )
}
