import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo, useParam } from '#platform/web/router.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { KitForm } from './kit-form.tsx'
import { useKits } from './share-data.ts'
import './sharing.css'

/** A new kit, for those who animate; it stays a draft until it is published. */
export function NewKitPage() {
  const programmeId = useParam('id')
  const kits = useKits(programmeId)
  return (
    <Await query={kits}>
      {({ can }) =>
        can.shape ? <NewKit programmeId={programmeId} /> : <NotMine programmeId={programmeId} />
      }
    </Await>
  )
}

function NotMine({ programmeId }: { programmeId: string }) {
  const text = useText()
  return (
    <ErrorPanel
      headingLevel={1}
      title={text('problems.kit.shape.forbidden')}
      actions={
        <Link className="btn" to={`/programmes/${programmeId}/partager`}>
          {text('sharing.flow.back')}
        </Link>
      }
    >
      {''}
    </ErrorPanel>
  )
}

function NewKit({ programmeId }: { programmeId: string }) {
  const text = useText()
  const go = useGo()
  const [id] = useState(newId)
  return (
    <>
      <PageHead
        eyebrow={
          <Link className="link" to={`/programmes/${programmeId}/partager`}>
            {text('sharing.flow.back')}
          </Link>
        }
        title={text('sharing.make.title')}
        lead={text('sharing.make.lead')}
      />
      <KitForm id={id} programmeId={programmeId} onSaved={() => go(`/kits/${id}`, { replace: true })} />
    </>
  )
}
