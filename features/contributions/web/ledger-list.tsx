import { call } from '#platform/web/call.ts'
import { Failed } from '#platform/web/await.tsx'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { countAgain, leaveOut, type LedgerLine, withdrawDeclaration } from '../contract.ts'
import { type Declared, useDeclared } from './declared.ts'
import { nameOf, useAct, useLedger, useShortDate } from './follow-up-data.ts'

/** What somebody did, latest first; its person may leave a line out of the count. */
export function LedgerList({ ambassadorId, own }: { ambassadorId: string; own: boolean }) {
  const text = useText()
  const ledger = useLedger(ambassadorId)
  const declared = useDeclared(ambassadorId)
  if (ledger.error) return <Failed error={ledger.error} onRetry={() => void ledger.refetch()} />
  if (!ledger.data) return <ListSkeleton label={text('platform.loading')} />
  const lines = ledger.data.pages.flatMap((page) => page.items)
  const ahead = own ? declared.filter(({ id }) => !lines.some((line) => line.id === id)) : []
  if (lines.length + ahead.length === 0)
    return (
      <p className="ink2">{text(own ? 'contributions.ledger.none' : 'contributions.ledger.noneTheirs')}</p>
    )
  return (
    <>
      <ul className="list ctb-lines">
        {ahead.map(({ id, given }) => (
          <LeavingLine key={id} declared={given} />
        ))}
        {lines.map((line) => (
          <Line key={line.id} line={line} own={own} />
        ))}
      </ul>
      {ledger.hasNextPage && (
        <Button kind="line" busy={ledger.isFetchingNextPage} onClick={() => void ledger.fetchNextPage()}>
          {text('platform.more')}
        </Button>
      )}
    </>
  )
}

function Line({ line, own }: { line: LedgerLine; own: boolean }) {
  const text = useText()
  const detailsOf = useDetails()
  const what = line.declaration
    ? text(`contributions.what.${line.declaration.what}`)
    : text(`contributions.kind.${line.kind}`)
  return (
    <li className="ctb-line">
      <div className="ctb-line__b">
        <p className="b">{what}</p>
        {line.title && (
          <p className="sm">
            {line.path ? (
              <Link className="link" to={line.path}>
                {line.title}
              </Link>
            ) : (
              line.title
            )}
          </p>
        )}
        <DeclarationFacts line={line} />
        <p className="xs mut">{detailsOf(line)}</p>
      </div>
      <div className="ctb-line__e">
        <LineState line={line} own={own} />
        {own && <LineAct line={line} what={what} />}
      </div>
    </li>
  )
}

/** Declared on this device, on its way: it will be counted once it has arrived. */
function LeavingLine({ declared }: { declared: Declared }) {
  const text = useText()
  const shortDate = useShortDate()
  const { what, on, words, people } = declared
  const facts = [
    shortDate(on),
    ...(people === null ? [] : [text('contributions.ledger.people', { count: people })]),
  ]
  return (
    <li className="ctb-line">
      <div className="ctb-line__b">
        <p className="b">{text(`contributions.what.${what}`)}</p>
        {words && <p className="sm">{words}</p>}
        <p className="xs mut">{facts.join(' · ')}</p>
      </div>
      <div className="ctb-line__e">
        <Badge>{text('platform.waiting')}</Badge>
      </div>
    </li>
  )
}

function LineState({ line, own }: { line: LedgerLine; own: boolean }) {
  const text = useText()
  if (line.state === 'counted') return null
  const key =
    !own && line.state === 'left_out'
      ? 'contributions.lineStateTheirs.left_out'
      : `contributions.lineState.${line.state}`
  return <Badge kind={line.state === 'waiting' ? 'info' : 'neutral'}>{text(key)}</Badge>
}

/** Its words; then, on one line, how many people were there, and who was asked. */
function DeclarationFacts({ line: { declaration } }: { line: LedgerLine }) {
  const text = useText()
  if (!declaration) return null
  const { words, peerWords } = declaration
  return (
    <>
      {words && <p className="sm">{words}</p>}
      {peerWords && <p className="sm ink2">{text('contributions.ledger.quote', { words: peerWords })}</p>}
    </>
  )
}

function useDetails() {
  const text = useText()
  const format = useFormat()
  return ({ at, weight, declaration }: LedgerLine): string => {
    const { people = null, peer = null, answeredAt = null } = declaration ?? {}
    const asked = answeredAt ? 'contributions.ledger.peer' : 'contributions.ledger.peerAsked'
    return [
      format.day(at),
      text('contributions.ledger.weight', { weight: format.number(weight) }),
      ...(people === null ? [] : [text('contributions.ledger.people', { count: people })]),
      ...(peer ? [text(asked, { name: nameOf(peer) })] : []),
    ].join(' · ')
  }
}

function LineAct({ line, what }: { line: LedgerLine; what: string }) {
  const text = useText()
  const params = { params: { id: line.id } }
  const act = useAct(async () => {
    if (line.declaration) await call(withdrawDeclaration, params)
    else if (line.state === 'left_out') await call(countAgain, params)
    else await call(leaveOut, params)
  })
  const key = line.declaration ? 'remove' : line.state === 'left_out' ? 'countAgain' : 'leaveOut'
  const label = text(`contributions.ledger.${key}`)
  return (
    <Button
      kind="ghost"
      size="s"
      busy={act.isPending}
      aria-label={text('contributions.ledger.actOn', { act: label, what })}
      onClick={() => act.mutate(undefined)}
    >
      {label}
    </Button>
  )
}
