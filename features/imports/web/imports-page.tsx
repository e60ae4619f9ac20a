import { useQueryClient } from '@tanstack/react-query'
import { FileSpreadsheet } from 'lucide-react'
import { Await } from '#platform/web/await.tsx'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { useNotices } from '#platform/web/live.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import type { Import } from '../contract.ts'
import { isMoving, useImports } from './import-data.ts'
import { SendFile } from './send-file.tsx'
import './imports.css'

/** Send a file, and what became of those sent before. */
export function ImportsPage() {
  const text = useText()
  return (
    <>
      <PageHead title={text('imports.title')} lead={text('imports.lead')} hideTitleOnPhone />
      <div className="stack stack-8">
        <SendFile title={text('imports.send.title')} />
        <History />
      </div>
    </>
  )
}

function History() {
  const text = useText()
  const queries = useQueryClient()
  const query = useImports()
  useNotices('import', () => void queries.invalidateQueries({ queryKey: ['imports', 'history'] }))
  return (
    <section aria-labelledby="imports-history">
      <SectionHead title={text('imports.history.title')} id="imports-history" />
      <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0)
            return (
              <Empty icon={FileSpreadsheet} title={text('imports.history.empty')}>
                <p>{text('imports.history.first')}</p>
              </Empty>
            )
          return (
            <>
              <ul className="list">
                {items.map((one) => (
                  <HistoryRow key={one.id} one={one} />
                ))}
              </ul>
              {query.hasNextPage && (
                <Button onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
                  {text('imports.more')}
                </Button>
              )}
            </>
          )
        }}
      </Await>
    </section>
  )
}

const KINDS = { applied: 'ok', failed: 'bad', interrupted: 'warn', columns: 'warn', ready: 'info' } as const

function HistoryRow({ one }: { one: Import }) {
  const text = useText()
  const { dayTime } = useFormat()
  const by = one.createdBy ?? text('imports.history.command')
  const kind = isMoving(one.state) ? 'live' : (KINDS[one.state as keyof typeof KINDS] ?? 'neutral')
  return (
    <li className="import-line row row--t g4 wrap">
      <div className="stack stack-1 grow">
        <Link to={`/imports/${one.id}`} className="link b">
          {one.fileName}
        </Link>
        <p className="sm mut">{text('imports.history.by', { when: dayTime(one.createdAt), name: by })}</p>
        {one.state === 'applied' && one.counts && (
          <p className="sm ink2">
            {text('imports.history.counts', { create: one.counts.create, update: one.counts.update })}
          </p>
        )}
      </div>
      <Badge kind={kind}>{text(`imports.state.${one.state}`)}</Badge>
    </li>
  )
}
