import './contributions.css'
import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { showToast } from '#ui/toast-store.ts'
import { TextField } from '#ui/text-field.tsx'
import { setWhatCounts, type WhatCounts } from '../contract.ts'
import { useAct, useProblem, useProgrammePlace, useWhatCounts } from './follow-up-data.ts'

/** The rule, written down, the same for everybody; those who shape the programme change it from here. */
export function WhatCountsPage() {
  const text = useText()
  const programmeId = useParam('id')
  const programme = useProgrammePlace(programmeId)
  const [changing, setChanging] = useState(false)
  return (
    <Await query={useWhatCounts(programmeId)}>
      {(rule) => (
        <div className="stack stack-10 ctb">
          <PageHead
            title={text('contributions.counts.title')}
            lead={text('contributions.counts.lead', { count: rule.contributionsPerMonth })}
            eyebrow={
              <Link className="link" to={`/programmes/${programmeId}`}>
                {programme.data?.name ?? ''}
              </Link>
            }
            actions={
              rule.can.shape &&
              !changing && (
                <Button kind="line" onClick={() => setChanging(true)}>
                  {text('contributions.counts.change')}
                </Button>
              )
            }
          />
          {changing ? (
            <Change programmeId={programmeId} rule={rule} onClose={() => setChanging(false)} />
          ) : (
            <Rule rule={rule} />
          )}
        </div>
      )}
    </Await>
  )
}

function Rule({ rule }: { rule: WhatCounts }) {
  const text = useText()
  const format = useFormat()
  return (
    <>
      <DataTable
        caption={text('contributions.counts.title')}
        rows={rule.items}
        rowKey={(row) => row.kind}
        columns={[
          {
            key: 'kind',
            head: text('contributions.counts.kind'),
            rowHead: true,
            cell: (row) => (
              <>
                <span className="b">{text(`contributions.kind.${row.kind}`)}</span>
                <span className="sm mut ctb-hint">{text(`contributions.kindHint.${row.kind}`)}</span>
              </>
            ),
          },
          {
            key: 'weight',
            head: text('contributions.counts.weight'),
            figure: true,
            cell: (row) =>
              row.counted ? format.number(row.weight) : text('contributions.counts.notCounted'),
          },
        ]}
      />
      <section aria-labelledby="how" className="stack stack-4">
        <SectionHead id="how" title={text('contributions.counts.how')} />
        <ul className="ctb-ideas">
          {(['rhythm', 'season', 'newcomers', 'human', 'never'] as const).map((key) => (
            <li key={key}>{text(`contributions.counts.${key}`)}</li>
          ))}
          <li>{text(`contributions.counts.peer_${rule.peerConfirmation ? 'yes' : 'no'}`)}</li>
          <li>
            {text('contributions.held.keptText', {
              ledger: rule.ledgerMonths,
              count: rule.proposalMonths,
            })}
          </li>
        </ul>
      </section>
    </>
  )
}

function Change({
  programmeId,
  rule,
  onClose,
}: {
  programmeId: string
  rule: WhatCounts
  onClose: () => void
}) {
  const text = useText()
  const problem = useProblem()
  const [items, setItems] = useState(rule.items)
  const [ledger, setLedger] = useState(String(rule.ledgerMonths))
  const [proposals, setProposals] = useState(String(rule.proposalMonths))
  const act = useAct(
    () =>
      call(setWhatCounts, {
        params: { id: programmeId },
        body: { items, ledgerMonths: Number(ledger), proposalMonths: Number(proposals) },
      }),
    {
      quiet: true,
      onDone: () => {
        showToast({ message: text('contributions.counts.saved') })
        onClose()
      },
    },
  )
  const change = (kind: string, part: object) =>
    setItems(items.map((own) => (own.kind === kind ? { ...own, ...part } : own)))
  return (
    <form
      className="stack stack-6"
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate(undefined)
      }}
    >
      <p className="ink2">{text('contributions.counts.changeNote')}</p>
      <ul className="list stack stack-4">
        {items.map((own) => (
          <li key={own.kind} className="ctb-weigh">
            <Checkbox
              label={text(`contributions.kind.${own.kind}`)}
              hint={text(`contributions.kindHint.${own.kind}`)}
              checked={own.counted}
              onChange={(event) => change(own.kind, { counted: event.target.checked })}
            />
            <TextField
              type="number"
              inputMode="decimal"
              min={0}
              max={10}
              step={0.5}
              label={text('contributions.counts.weightOf', { kind: text(`contributions.kind.${own.kind}`) })}
              value={own.weight}
              disabled={!own.counted}
              onChange={(event) => change(own.kind, { weight: Number(event.target.value) })}
            />
          </li>
        ))}
      </ul>
      <div className="ctb-weigh">
        <TextField
          type="number"
          min={3}
          max={24}
          label={text('contributions.counts.ledgerMonths')}
          value={ledger}
          onChange={(event) => setLedger(event.target.value)}
        />
        <TextField
          type="number"
          min={1}
          max={24}
          label={text('contributions.counts.proposalMonths')}
          value={proposals}
          onChange={(event) => setProposals(event.target.value)}
        />
      </div>
      {problem(act.error) && (
        <p className="err" role="alert">
          {problem(act.error)}
        </p>
      )}
      <div className="row wrap g2">
        <Button kind="primary" type="submit" busy={act.isPending}>
          {text('contributions.counts.save')}
        </Button>
        <Button kind="soft" onClick={onClose}>
          {text('platform.cancel')}
        </Button>
      </div>
    </form>
  )
}
