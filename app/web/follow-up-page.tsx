import { useLastContribution } from '#features/contributions/web/public/last-contribution.ts'
import { BoardPage } from '#features/programme/web/board-page.tsx'
import { useParam } from '#platform/web/router.tsx'

/** Where each person of a programme stands, for its keepers, with what other features say of each in the table. */
export function ProgrammeFollowUpPage() {
  const last = useLastContribution(useParam('id'))
  return <BoardPage further={[last]} />
}
