import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { buttonClass } from '#ui/button.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { Logo } from '#ui/logo.tsx'

export function NotFoundPage() {
  const text = useText()
  return (
    <main className="alone">
      <Link to="/" className="logo">
        <Logo label={text('app.home')} />
      </Link>
      <ErrorPanel
        headingLevel={1}
        title={text('app.not_found.title')}
        actions={
          <Link to="/" className={buttonClass({ kind: 'primary' })}>
            {text('app.not_found.home')}
          </Link>
        }
      >
        {text('app.not_found.why')}
      </ErrorPanel>
    </main>
  )
}
