import '../contributions.css'
import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { DeclareDialog } from '../declare-dialog.tsx'
import { useDeclared } from '../declared.ts'
import {
  useConfirmations,
  useFollowUp,
  useProgrammePlace,
  useReadyToDeclare,
  useReason,
} from '../follow-up-data.ts'

const SERVING = ['onboarding', 'active', 'paused', 'handing_over']

/** On the page of my role: where I stand in words, what waits for my answer, one tap to declare; for keepers, the way to all. */
export function MyContributions({ programmeId }: { programmeId: string }) {
  const text = useText()
  const programme = useProgrammePlace(programmeId).data
  if (!programme) return null
  const { mine, can } = programme
  return (
    <>
      {mine && (SERVING.includes(mine.state) || mine.state === 'alumni') && (
        <Mine programmeId={programmeId} ambassadorId={mine.id} />
      )}
      {can.keep && (
        <section aria-labelledby="their-contributions">
          <SectionHead
            id="their-contributions"
            title={text('contributions.overview.title')}
            note={text('contributions.overview.door')}
            more={
              <Link className="more" to={`/programmes/${programmeId}/qui-avance`}>
                {text('contributions.overview.open')}
              </Link>
            }
          />
        </section>
      )}
    </>
  )
}

function Mine({ programmeId, ambassadorId }: { programmeId: string; ambassadorId: string }) {
  const text = useText()
  const reason = useReason()
  const [declaring, setDeclaring] = useState(false)
  const asked = useConfirmations(programmeId).data?.items.length ?? 0
  const declared = useDeclared(ambassadorId)
  useReadyToDeclare(programmeId, true)
  const page = `/programmes/${programmeId}/contributions`
  return (
    <Await query={useFollowUp(ambassadorId)} skeleton={null}>
      {(followUp) => (
        <section aria-labelledby="my-contributions" className="stack stack-4">
          <SectionHead
            id="my-contributions"
            title={text('contributions.mine.title')}
            more={
              <Link className="more" to={page}>
                {text('contributions.mine.all')}
              </Link>
            }
          />
          <p>{reason(followUp.standing)}</p>
          {followUp.proposals.some((one) => one.stage === 'sent') && (
            <Banner kind="info">
              <Link className="link" to={page}>
                {text('contributions.mine.waits')}
              </Link>
            </Banner>
          )}
          {asked > 0 && (
            <p>
              <Link className="link" to={page}>
                {text('contributions.confirm.title', { count: asked })}
              </Link>
            </p>
          )}
          {declared.length > 0 && (
            <p className="sm ink2">{text('contributions.declare.leaving', { count: declared.length })}</p>
          )}
          {SERVING.includes(followUp.lifeState) && (
            <p>
              <Button kind="line" onClick={() => setDeclaring(true)}>
                {text('contributions.declare.action')}
              </Button>
            </p>
          )}
          {declaring && (
            <DeclareDialog
              programmeId={programmeId}
              ambassadorId={ambassadorId}
              onClose={() => setDeclaring(false)}
            />
          )}
        </section>
      )}
    </Await>
  )
}
