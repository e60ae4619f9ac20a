import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo, useParam } from '#platform/web/router.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { showToast } from '#ui/toast-store.ts'
import type { Audience } from '../contract.ts'
import { useAudience } from './public/audience-data.ts'
import { AudienceForm } from './public/audience-form.tsx'

/** One audience: a new one, or one that changes. */
export function AudiencePage() {
  const text = useText()
  const id = useParam('id')
  const query = useAudience(id || null)
  if (!id) return <Editor title={text('audiences.create')} />
  return (
    <Await query={query}>
      {(audience) => <Editor key={audience.id} title={audience.name} audience={audience} />}
    </Await>
  )
}

function Editor({ title, audience }: { title: string; audience?: Audience }) {
  const text = useText()
  const go = useGo()
  const [id] = useState(() => audience?.id ?? newId())
  const saved = (after: Audience) => {
    showToast({ message: text('audiences.saved', { name: after.name }) })
    go('/publics')
  }
  return (
    <>
      <PageHead
        title={title}
        eyebrow={
          <Link className="link" to="/publics">
            {text('audiences.title')}
          </Link>
        }
      />
      <AudienceForm id={id} start={audience} onSaved={saved} onCancel={() => go('/publics')} />
    </>
  )
}
