import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { useNavigation } from './navigation.ts'

/** On a phone: everything that the five tabs do not hold. */
export function MorePage() {
  const text = useText()
  const { more, groups } = useNavigation()
  const own = groups.find((group) => group.key === 'spaces')?.links ?? []
  return (
    <>
      <PageHead title={text('app.nav.more')} hideTitleOnPhone />
      <ul className="list">
        {[...more, ...own].map(({ key, to, label, icon: Glyph, count }) => (
          <li key={key}>
            <Link to={to} className="menu__i">
              <Glyph className="i" aria-hidden />
              <span className="grow">{label}</span>
              {count ? <span className="count">{count}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
