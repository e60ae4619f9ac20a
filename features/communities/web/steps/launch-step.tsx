import { useState } from 'react'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { setStage } from '../../contract.ts'
import { isLaunched, nextStages, type Stage } from '../../rules/stages.ts'
import type { Piece, Step } from '../../rules/steps.ts'
import { useAct } from '../community-data.ts'
import type { StepProps } from './step-props.ts'

const WHERE: Record<Piece, Step> = {
  vision: 'vision',
  valueProposition: 'value',
  audience: 'audience',
  objective: 'objectives',
  charter: 'charter',
  sponsor: 'stakeholders',
  cap: 'rhythm',
  gatherings: 'rhythm',
  preview: 'preview',
}

/** What is there, what is missing, and the gesture that opens the doors. */
export function LaunchStep({ community }: StepProps) {
  const text = useText()
  const go = useGo()
  const [closing, setClosing] = useState(false)
  const move = useAct(
    (stage: Stage) => call(setStage, { params: { id: community.id }, body: { stage } }),
    (after) => {
      setClosing(false)
      if (after.stage === 'launched') go(`/communautes/${after.id}`)
    },
  )
  const { missing = [], holdingBack = [] } = community.preparation ?? {}
  const held = holdingBack.length > 0
  const stages = nextStages(community.stage).filter((stage) => stage !== 'closed' || community.can.lead)
  return (
    <>
      <p>
        {text('communities.launch.today')}{' '}
        <Badge kind="brand">{text(`communities.stage.${community.stage}`)}</Badge>
      </p>
      {missing.length === 0 ? (
        <p className="b">{text('communities.launch.complete')}</p>
      ) : (
        <div className="panel stack stack-3">
          <p className="b">{text(held ? 'communities.launch.held' : 'communities.launch.missing')}</p>
          <ul className="stack stack-2">
            {missing.map((piece) => (
              <li key={piece} className="row g2 wrap">
                <Link className="link" to={`/communautes/${community.id}/preparer?etape=${WHERE[piece]}`}>
                  {text(`communities.piece.${piece}`)}
                </Link>
                {holdingBack.includes(piece) && (
                  <Badge kind="warn">{text('communities.launch.needed')}</Badge>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ul className="stack stack-3">
        {stages.map((stage) => (
          <li key={stage} className="stack stack-1">
            <Button
              kind={stage === 'launched' ? 'accent' : 'soft'}
              busy={move.isPending && move.variables === stage}
              disabledReason={
                isLaunched(stage) && held && !isLaunched(community.stage)
                  ? text('communities.launch.heldWhy')
                  : undefined
              }
              onClick={() => (stage === 'closed' ? setClosing(true) : move.mutate(stage))}
            >
              {text(`communities.launch.to.${community.stage}.${stage}`)}
            </Button>
            <p className="sm ink2">{text(`communities.launch.why.${stage}`)}</p>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={closing}
        title={text('communities.launch.closeTitle', { name: community.name })}
        confirmLabel={text('communities.launch.closeConfirm')}
        keepLabel={text('communities.launch.closeKeep')}
        busy={move.isPending}
        onConfirm={() => move.mutate('closed')}
        onClose={() => setClosing(false)}
      >
        <p>{text('communities.launch.why.closed')}</p>
      </ConfirmDialog>
    </>
  )
}
