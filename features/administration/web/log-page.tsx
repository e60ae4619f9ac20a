import { useInfiniteQuery } from '@tanstack/react-query'
import { ScrollText } from 'lucide-react'
import { useState } from 'react'
import { Failed } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { type AuditEntry, readAuditLog } from '../contract.ts'
import { AdministrationFrame } from './frame.tsx'

const FAMILIES = [
  'network',
  'organization',
  'person',
  'password',
  'second_factor',
  'seat',
  'mail',
  'audit_log',
]

/** Acts of administration and moderation, by kind of act; never the acts of one person. */
export function LogPage() {
  const text = useText()
  const [act, setAct] = useState('')
  return (
    <AdministrationFrame>
      <div className="stack">
        <p className="ink2 narrow">{text('administration.log.lead')}</p>
        <div className="filters">
          <SelectField
            label={text('administration.log.filter')}
            options={[
              { value: '', label: text('administration.log.all') },
              ...FAMILIES.map((value) => ({ value, label: text(`administration.log.family_${value}`) })),
            ]}
            value={act}
            onChange={(event) => setAct(event.target.value)}
          />
        </div>
        <Entries act={act} />
      </div>
    </AdministrationFrame>
  )
}

function Entries({ act }: { act: string }) {
  const text = useText()
  const log = useInfiniteQuery({
    queryKey: ['administration', 'log', act],
    queryFn: ({ pageParam }) => call(readAuditLog, { query: { cursor: pageParam, act } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    // Each reading is written in the log: none happens by itself.
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  })
  if (log.error) return <Failed error={log.error} onRetry={() => void log.refetch()} />
  if (!log.data) return <ListSkeleton label={text('platform.loading')} />
  const entries = log.data.pages.flatMap((page) => page.items)
  if (entries.length === 0)
    return (
      <Empty icon={ScrollText} title={text(act ? 'administration.log.none' : 'administration.log.blank')}>
        {text(act ? 'administration.log.none_why' : 'administration.log.blank_why')}
      </Empty>
    )
  return (
    <>
      <Table entries={entries} />
      {log.hasNextPage && (
        <Button kind="line" busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {text('platform.more')}
        </Button>
      )}
    </>
  )
}

/** Acts that have no words yet (a feature still to name its own) show as they are written. */
function useActName() {
  const text = useText()
  return (act: string) => {
    const key = `administration.acts.${act.replaceAll('.', '_')}`
    const name = text(key)
    return name === key ? act : name
  }
}

function Table({ entries }: { entries: AuditEntry[] }) {
  const text = useText()
  const format = useFormat()
  const actName = useActName()
  const detailsOf = useDetails()
  return (
    <DataTable
      caption={text('administration.tabs.log')}
      stack
      rows={entries}
      rowKey={(entry) => String(entry.id)}
      columns={[
        {
          key: 'at',
          head: text('administration.log.at'),
          cell: (entry) => <span className="nw">{format.dayTime(entry.at)}</span>,
        },
        {
          key: 'act',
          head: text('administration.log.act'),
          rowHead: true,
          cell: (entry) => actName(entry.act),
        },
        { key: 'subject', head: text('administration.log.subject'), cell: (entry) => entry.subject ?? '' },
        {
          key: 'actor',
          head: text('administration.log.actor'),
          cell: (entry) => entry.actor?.name ?? text('administration.log.elan'),
        },
        {
          key: 'details',
          head: text('administration.log.details'),
          cell: (entry) => detailsOf(entry.details),
        },
      ]}
    />
  )
}

const IDENTIFIER = /^[0-9a-f]{8}-[0-9a-f]{4}-/

/** Details in words: a key or a value that has none shows as it is written, an identifier says nothing to anybody. */
function useDetails() {
  const text = useText()
  const named = (family: string, name: string) => {
    const key = `administration.${family}.${name}`
    const found = text(key)
    return found === key ? name : found
  }
  const partOf = (one: unknown): string =>
    typeof one === 'object' && one !== null
      ? Object.values(one).map(String).join(' ')
      : named('fields', String(one))
  const valueOf = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(partOf).join(', ')
    if (typeof value === 'object' && value !== null)
      return Object.entries(value)
        .map(([name, one]) => `${named('details', name)} ${String(one)}`)
        .join(', ')
    if (typeof value === 'boolean') return text(value ? 'administration.yes' : 'administration.no')
    return typeof value === 'string' ? named('values', value) : JSON.stringify(value)
  }
  return (details: Record<string, unknown>) =>
    Object.entries(details)
      .filter(([, value]) => value !== null && !(typeof value === 'string' && IDENTIFIER.test(value)))
      // Before, then after.
      .toSorted(([one], [other]) => Number(other === 'from') - Number(one === 'from'))
      .map(([key, value]) =>
        text('administration.log.detail', { key: named('details', key), value: valueOf(value) }),
      )
      .join(', ')
}
