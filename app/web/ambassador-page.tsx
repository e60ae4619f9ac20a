import { MissionsInFile } from '#features/missions/web/public/missions-in-file.tsx'
import { ContributionsInFile } from '#features/contributions/web/public/contributions-in-file.tsx'
import { JourneyInFileWidget } from '#features/journeys/web/public/journey-in-file.tsx'
import { ProgrammeInFile } from '#features/programme/web/public/programme-in-file.tsx'
import { useParam } from '#platform/web/router.tsx'

/** The file of somebody in a programme, for its own person and the keepers: each feature says its part, a line each. */
export function AmbassadorPage() {
  const file = { programmeId: useParam('id'), ambassadorId: useParam('ambassadorId') }
  return (
    <div className="stack stack-12" key={file.ambassadorId}>
      <ProgrammeInFile {...file} />
      <JourneyInFileWidget {...file} />
      <MissionsInFile {...file} />
      <ContributionsInFile {...file} />
    </div>
  )
}
