import { FileText } from 'lucide-react'
import { Await } from '#platform/web/await.tsx'
import { addressOf } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { printLetter } from '../contract.ts'
import { useLetters } from './programme-data.ts'

/** The mission letters of the programme, the latest first, and whose signature each one waits for. */
export function Letters({ programmeId }: { programmeId: string }) {
  const text = useText()
  const format = useFormat()
  const query = useLetters(programmeId)
  const day = (value: string) => format.day(`${value}T12:00:00Z`)
  const signed = (at: string | null) => (at ? format.day(at) : text('programme.letters.waiting'))
  return (
    <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} rows={8} />}>
      {({ pages }) => {
        const letters = pages.flatMap((page) => page.items)
        if (letters.length === 0)
          return (
            <Empty icon={FileText} title={text('programme.letters.none')}>
              <p>{text('programme.letters.noneWhy')}</p>
            </Empty>
          )
        return (
          <div className="stack stack-4">
            <p className="ink2">{text('programme.letters.why')}</p>
            <DataTable
              caption={text('programme.letters.title')}
              stack
              rows={letters}
              rowKey={(letter) => letter.id}
              columns={[
                {
                  key: 'person',
                  head: text('programme.board.name'),
                  rowHead: true,
                  cell: (letter) => (
                    <Link
                      className="link"
                      to={`/programmes/${programmeId}/ambassadeurs/${letter.ambassadorId}`}
                    >
                      {letter.facts.person}
                    </Link>
                  ),
                },
                {
                  key: 'span',
                  head: text('programme.letters.span'),
                  cell: ({ facts }) =>
                    facts.endsOn
                      ? text('programme.leave.fromTo', {
                          from: day(facts.startsOn),
                          until: day(facts.endsOn),
                        })
                      : text('programme.letters.from', { day: day(facts.startsOn) }),
                },
                {
                  key: 'ambassador',
                  head: text('programme.letters.byPerson'),
                  cell: (letter) => signed(letter.signedByAmbassadorAt),
                },
                {
                  key: 'lead',
                  head: text('programme.letters.byLead'),
                  cell: (letter) => signed(letter.signedByLeadAt),
                },
                {
                  key: 'manager',
                  head: text('programme.letters.byManager'),
                  cell: (letter) =>
                    letter.facts.manager
                      ? signed(letter.signedByManagerAt)
                      : text('programme.letters.notAsked'),
                },
                {
                  key: 'print',
                  head: <span className="vh">{text('programme.letter.print')}</span>,
                  cell: (letter) => (
                    <a
                      className="link nw"
                      href={addressOf(printLetter, { params: { id: letter.id } })}
                      target="_blank"
                      rel="noreferrer"
                      aria-label={text('programme.letters.open', { name: letter.facts.person })}
                    >
                      PDF
                    </a>
                  ),
                },
              ]}
            />
            {query.hasNextPage && (
              <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {text('platform.more')}
              </Button>
            )}
          </div>
        )
      }}
    </Await>
  )
}
