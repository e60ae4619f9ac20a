import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { answerSwap, type Roster, type Swap, withdrawSwap } from '../contract.ts'
import { useDays, useTurnAct } from './turn-data.ts'

/** Exchanges under way: asked of me, by me, and of others for those who shape the roster. */
export function SwapList({ roster }: { roster: Roster }) {
  const text = useText()
  if (roster.swaps.length === 0) return null
  return (
    <ul className="list panel" aria-label={text('turns.swap.list')}>
      {roster.swaps.map((swap) => (
        <SwapRow key={swap.id} swap={swap} />
      ))}
    </ul>
  )
}

function SwapRow({ swap }: { swap: Swap }) {
  const text = useText()
  const days = useDays()
  const answer = useTurnAct((yes: boolean) => call(answerSwap, { params: { id: swap.id }, body: { yes } }))
  const withdraw = useTurnAct(() => call(withdrawSwap, { params: { id: swap.id } }))
  const values = {
    by: swap.turn.holder?.givenName ?? '',
    to: swap.other.holder?.givenName ?? '',
    one: days.long(swap.turn.startsOn),
    other: days.long(swap.other.startsOn),
  }
  return (
    <li className="row row--b wrap g2">
      <span className="tour__swap">{text(`turns.swap.says.${swap.side}`, values)}</span>
      {swap.side === 'to_me' && (
        <>
          <Button size="s" kind="primary" busy={answer.isPending} onClick={() => answer.mutate(true)}>
            {text('turns.swap.accept')}
          </Button>
          <Button size="s" kind="ghost" onClick={() => answer.mutate(false)}>
            {text('turns.swap.decline')}
          </Button>
        </>
      )}
      {swap.side === 'by_me' && (
        <Button size="s" kind="ghost" busy={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
          {text('turns.swap.withdraw')}
        </Button>
      )}
    </li>
  )
}
