import { MyIdeas } from '#features/ideas/web/public/my-ideas.tsx'
import { MyMissions } from '#features/missions/web/public/my-missions.tsx'
import { MyContributions } from '#features/contributions/web/public/my-contributions.tsx'
import { MyJourneyWidget } from '#features/journeys/web/public/my-journey.tsx'
import { MyRole } from '#features/programme/web/public/my-role.tsx'
import { MySharing } from '#features/sharing/web/public/my-sharing.tsx'
import { WhenServing } from '#features/programme/web/public/when-serving.tsx'
import { MyTurn } from '#features/turns/web/public/my-turn.tsx'
import { useParam } from '#platform/web/router.tsx'

/** What is expected of me in a programme, what comes next, what I have done: each feature says its part, a line each. */
export function MyRolePage() {
  const programmeId = useParam('id')
  return (
    <MyRole
      key={programmeId}
      programmeId={programmeId}
      next={
        <>
          <WhenServing programmeId={programmeId}>
            <MyJourneyWidget programmeId={programmeId} />
          </WhenServing>
          <MyTurn programmeId={programmeId} />
          <MyMissions programmeId={programmeId} />
          <MyIdeas programmeId={programmeId} />
          <MySharing programmeId={programmeId} />
        </>
      }
      done={<MyContributions programmeId={programmeId} />}
    />
  )
}
