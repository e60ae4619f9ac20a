import { useQuery } from '@tanstack/react-query'
import type { FurtherColumn } from '#features/programme/web/public/further-column.ts'
import { call } from '#platform/web/call.ts'
import { useLanguage, useText } from '#platform/web/i18n.ts'
import { readLastContributions } from '../../contract.ts'

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const
const NONE = 'none'

/** The month of each one's latest contribution, for the table of the keepers: a month, never a day. */
export function useLastContribution(programmeId: string): FurtherColumn {
  const text = useText()
  const format = new Intl.DateTimeFormat(LOCALE[useLanguage()], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const { data } = useQuery({
    queryKey: ['contributions', 'last', programmeId],
    queryFn: () => call(readLastContributions, { params: { id: programmeId } }),
  })
  const items = data?.items ?? []
  const months = new Map(items.map(({ ambassadorId, month }) => [ambassadorId, month ?? NONE]))
  const said = (month: string) =>
    month === NONE ? text('contributions.last.none') : format.format(new Date(`${month}T12:00:00Z`))
  const known = [...new Set(months.values())].filter((month) => month !== NONE)
  return {
    key: 'last',
    head: text('contributions.last.head'),
    // Whoever objected to the follow-up is not in the answer: nothing is said of them.
    cell: (ambassadorId) => {
      const month = months.get(ambassadorId)
      return month === undefined ? '' : said(month)
    },
    filter: {
      all: text('contributions.last.all'),
      options: [...known.sort().reverse(), NONE].map((value) => ({ value, label: said(value) })),
      keeps: (ambassadorId, value) => months.get(ambassadorId) === value,
    },
  }
}
