import '#features/people/web/public/people.css'
import './administration.css'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { readSecondFactor } from '#features/sessions/contract.ts'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Link, usePath } from '#platform/web/router.tsx'
import { Banner } from '#ui/banner.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Tabs } from '#ui/tabs.tsx'

const TABS = [
  ['network', '/administration'],
  ['people', '/administration/personnes'],
  ['organizations', '/administration/organisations'],
  ['communities', '/administration/communautes'],
  ['days', '/jours'],
  ['register', '/administration/registre'],
  ['outbox', '/administration/envois'],
  ['log', '/administration/journal'],
] as const

/** Around every page of administration: where one is, and the one thing asked of those who administer. */
export function AdministrationFrame({ children }: { children: ReactNode }) {
  const text = useText()
  const path = usePath()
  const me = useMe()
  if (me.standing !== 'administrator')
    return (
      <ErrorPanel
        headingLevel={1}
        title={text('problems.platform.forbidden')}
        actions={
          <Link to="/" className="btn">
            {text('platform.home')}
          </Link>
        }
      >
        {''}
      </ErrorPanel>
    )
  return (
    <div className="stack stack-6">
      <PageHead title={text('administration.title')} hideTitleOnPhone />
      <Tabs label={text('administration.title')}>
        {TABS.map(([key, to]) => (
          <Link key={key} to={to} className="tab" aria-current={path === to ? 'page' : undefined}>
            {text(`administration.tabs.${key}`)}
          </Link>
        ))}
      </Tabs>
      <SecondFactorWanted />
      {children}
    </div>
  )
}

function SecondFactorWanted() {
  const text = useText()
  const factor = useQuery({ queryKey: ['sessions', 'factor'], queryFn: () => call(readSecondFactor, {}) })
  if (!factor.data?.wanted) return null
  return (
    <Banner kind="warn">
      {text('administration.factor_wanted')}{' '}
      <Link to="/moi#double-verification" className="link">
        {text('administration.factor_go')}
      </Link>
    </Banner>
  )
}
