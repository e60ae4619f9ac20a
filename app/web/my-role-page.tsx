import { MyIdeas } from '#features/ideas/web/public/my-ideas.tsx'
import { MyMissions } from '#features/missions/web/public/my-missions.tsx'
import { MyContributions } from '#features/contributions/web/public/my-contributions.tsx'
import { MyJourneyWidget } from '#features/journeys/web/public/my-journey.tsx'
import { MyRole } from '#features/programme/web/public/my-role.tsx'
import { MySharing } from '#features/sharing/web/public/my-sharing.tsx'
import { WhenServing } from '#features/programme/web/public/when-serving.tsx'
import { MyTurn } from '#features/turns/web/public/my-turn.tsx'
import { useParam } from '#platform/web/router.tsx'

/** What is expected of me in a programme, what I have done, what comes next: each feature says its part, a line each. */
export function MyRolePage() {
  const programmeId = useParam('id')
  return (
    <div className="stack stack-12" key={programmeId}>
      <MyRole programmeId={programmeId} />
      <WhenServing programmeId={programmeId}>
        <MyJourneyWidget programmeId={programmeId} />
      </WhenServing>
      <MyMissions programmeId={programmeId} />
      <MyIdeas programmeId={programmeId} />
      <MySharing programmeId={programmeId} />
      <MyContributions programmeId={programmeId} />
      <MyTurn programmeId={programmeId} />
    </div>
  )
}
