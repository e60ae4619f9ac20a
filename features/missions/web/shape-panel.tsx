import { Pencil, Printer } from 'lucide-react'
import { useId, useState } from 'react'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type Mission, turnMission } from '../contract.ts'
import { useAct } from './missions-data.ts'

/** What those who shape may do of it, and its figures; the team of a test finds its results. */
export function ShapePanel({ mission }: { mission: Mission }) {
  const text = useText()
  const [cancelling, setCancelling] = useState(false)
  const { can, counts, state } = mission
  const turn = useAct(
    (next: 'open' | 'closed') => call(turnMission, { params: { id: mission.id }, body: { state: next } }),
    (after) => showToast({ message: text(`missions.turned.${after.state}`) }),
  )
  return (
    <section className="panel stack stack-3" aria-label={text('missions.shape.title')}>
      <h2 className="h4">{text(can.shape ? 'missions.shape.title' : 'missions.shape.team')}</h2>
      {counts && (
        <p>
          {text('missions.shape.taken', { count: counts.taken })}{' '}
          {counts.taken > 0 && text('missions.shape.returned', { count: counts.returned })}
        </p>
      )}
      {can.results && (
        <Link
          className={buttonClass({ kind: 'primary', full: true })}
          to={`/missions/${mission.id}/resultats`}
        >
          {text('missions.shape.results')}
        </Link>
      )}
      {can.shape && (
        <>
          {state === 'draft' && (
            <Button kind="accent" full busy={turn.isPending} onClick={() => turn.mutate('open')}>
              {text('missions.shape.open')}
            </Button>
          )}
          <div className="row g2 wrap">
            {state !== 'cancelled' && (
              <Link className={buttonClass({ kind: 'soft' })} to={`/missions/${mission.id}/modifier`}>
                <Pencil className="i" aria-hidden />
                {text('missions.shape.edit')}
              </Link>
            )}
            {state === 'open' && (
              <Button busy={turn.isPending} onClick={() => turn.mutate('closed')}>
                {text('missions.shape.close')}
              </Button>
            )}
            {state === 'closed' && !mission.decided && (
              <Button busy={turn.isPending} onClick={() => turn.mutate('open')}>
                {text('missions.shape.reopen')}
              </Button>
            )}
            {mission.kind === 'relay' && (
              <a
                className={buttonClass({ kind: 'soft' })}
                href={`/api/missions/${mission.id}/kit`}
                target="_blank"
                rel="noreferrer"
              >
                <Printer className="i" aria-hidden />
                {text('missions.relay.print')}
              </a>
            )}
            {(state === 'open' || state === 'draft') && (
              <Button kind="ghost" onClick={() => setCancelling(true)}>
                {text('missions.shape.cancel')}
              </Button>
            )}
          </div>
        </>
      )}
      {cancelling && <CancelDialog mission={mission} onClose={() => setCancelling(false)} />}
    </section>
  )
}

function CancelDialog({ mission, onClose }: { mission: Mission; onClose: () => void }) {
  const text = useText()
  const form = useId()
  const [why, setWhy] = useState('')
  const needed = mission.state === 'open'
  const cancel = useAct(
    () => call(turnMission, { params: { id: mission.id }, body: { state: 'cancelled', why: why.trim() } }),
    () => {
      showToast({ message: text('missions.turned.cancelled') })
      onClose()
    },
  )
  const reason = needed && !why.trim() ? text('missions.shape.whyNeeded') : undefined
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('missions.shape.cancelTitle')}
      closeLabel={text('platform.close')}
      actions={
        <Button kind="danger" type="submit" form={form} busy={cancel.isPending} disabledReason={reason}>
          {text('missions.shape.cancel')}
        </Button>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!reason) cancel.mutate(undefined)
        }}
      >
        <TextArea
          label={text('missions.shape.why')}
          hint={text('missions.shape.whyHint')}
          rows={2}
          maxLength={500}
          value={why}
          data-autofocus
          onChange={(event) => setWhy(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
