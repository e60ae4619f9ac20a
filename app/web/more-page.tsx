import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { useNavigation } from './navigation.ts'

/** On a phone: everything that the five tabs do not hold. */
export function MorePage() {
  const text = useText()
  const { more, groups } = useNavigation()
  const settings = more.filter(({ key }) => key === 'me')
  const parts = groups
    .map(({ key, label, links }) =>
      key === 'main'
        ? { key, label, links: [...links.filter((link) => more.includes(link)), ...settings] }
        : { key, label, links },
    )
    .filter(({ links }) => links.length > 0)
  return (
    <div className="stack stack-8">
      <PageHead title={text('app.nav.more')} hideTitleOnPhone />
      {parts.map(({ key, label, links }) => (
        <section key={key} className="stack stack-1" aria-label={label ?? text('app.nav.more')}>
          {label && <h2 className="h4">{label}</h2>}
          <ul className="list">
            {links.map(({ key: own, to, label: name, icon: Glyph, count }) => (
              <li key={own}>
                <Link to={to} className="menu__i">
                  <Glyph className="i" aria-hidden />
                  <span className="grow">{name}</span>
                  {count ? <span className="count">{count}</span> : null}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
