import { Settings2, UserPlus } from 'lucide-react'
import { leaveSpace } from '#features/spaces/contract.ts'
import { Await } from '#platform/web/await.tsx'
import { call, fileUrl } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo, useParam } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { Who } from '#ui/who.tsx'
import type { Community } from '../contract.ts'
import { isLaunched } from '../rules/stages.ts'
import { CharterSection } from './charter-section.tsx'
import { useAct, useCommunity, useLiveCommunity } from './community-data.ts'
import { EntryDoor } from './entry-door.tsx'
import { faceOf, fullName, roleKey } from './faces.ts'
import { GroupsSection } from './groups-section.tsx'
import { useObjectiveWords } from './objective-words.ts'
import { RequestsSection } from './requests-section.tsx'
import { Stakeholders } from './stakeholders.tsx'
import './communities.css'

/** What a community is for, who is behind it, its charter, its groups; and, for those who run it, who knocks. */
export function CommunityPage() {
  const id = useParam('id')
  useLiveCommunity(id)
  const query = useCommunity(id)
  return <Await query={query}>{(community) => <About community={community} />}</Await>
}

function About({ community }: { community: Community }) {
  const text = useText()
  return (
    <>
      {community.coverFileId && (
        <img className="art community__cover" src={fileUrl(community.coverFileId, 'w1280')} alt="" />
      )}
      <PageHead
        title={community.name}
        lead={community.valueProposition || community.description}
        eyebrow={
          isLaunched(community.stage) && community.stage !== 'closed'
            ? undefined
            : text(`communities.stage.${community.stage}`)
        }
        actions={<Actions community={community} />}
      />
      {community.role && <Rooms community={community} />}
      <div className="community">
        <div className="stack stack-12">
          {community.can.animate && <Preparing community={community} />}
          {community.can.animate && <RequestsSection spaceId={community.id} />}
          {community.vision && (
            <section aria-labelledby="vision">
              <SectionHead id="vision" title={text('communities.vision')} />
              <p className="lead lines">{community.vision}</p>
            </section>
          )}
          <Objectives community={community} />
          <GroupsSection community={community} />
          <CharterSection community={community} />
        </div>
        <Behind community={community} />
      </div>
    </>
  )
}

function Actions({ community }: { community: Community }) {
  const text = useText()
  const go = useGo()
  const feed = `/espaces/${community.id}`
  return (
    <>
      {community.role ? (
        <Link className={buttonClass({ kind: 'primary' })} to={feed}>
          {text('communities.openFeed')}
        </Link>
      ) : (
        <EntryDoor
          kind="accent"
          spaceId={community.id}
          name={community.name}
          can={community.can}
          request={community.request}
          answered={community.entry === 'request'}
          onSeated={() => go(feed)}
        />
      )}
      {community.can.animate && (
        <>
          <Link className={buttonClass()} to={`/communautes/${community.id}/inviter`}>
            <UserPlus className="i" aria-hidden />
            {text('communities.invite')}
          </Link>
          <Link className={buttonClass()} to={`/communautes/${community.id}/preparer`}>
            <Settings2 className="i" aria-hidden />
            {text('communities.prepare.action')}
          </Link>
        </>
      )}
    </>
  )
}

/** The other rooms of the community, for those who hold a seat; a plan is read by those who have a part in it. */
function Rooms({ community }: { community: Community }) {
  const text = useText()
  const reads = community.can.animate || community.role === 'sponsor'
  const rooms = [
    ['programmes', 'programmes'],
    ['practices', 'astuces'],
    ['calendar', 'calendrier'],
    ...(reads ? [['plan', 'plan'] as const, ['report', 'bilan'] as const] : []),
  ] as const
  return (
    <nav className="chips community__rooms" aria-label={text('communities.rooms.label')}>
      {rooms.map(([key, page]) => (
        <Link key={key} className="chip" to={`/communautes/${community.id}/${page}`}>
          {text(`communities.rooms.${key}`)}
        </Link>
      ))}
    </nav>
  )
}

/** Before the launch, what is left to do, in one line. */
function Preparing({ community }: { community: Community }) {
  const text = useText()
  const { preparation } = community
  if (!preparation || isLaunched(community.stage)) return null
  const count = preparation.missing.length
  return (
    <section className="panel row g4 sb wrap">
      <p className="grow">
        <Badge kind="warn">{text(`communities.stage.${community.stage}`)}</Badge>{' '}
        {count > 0 ? text('communities.launch.left', { count }) : text('communities.launch.complete')}
      </p>
      <Link
        className={buttonClass({ kind: 'accent' })}
        to={`/communautes/${community.id}/preparer${count > 0 ? '' : '?etape=launch'}`}
      >
        {text(count > 0 ? 'communities.prepare.resume' : 'communities.launch.goLaunch')}
      </Link>
    </section>
  )
}

function Objectives({ community }: { community: Community }) {
  const text = useText()
  const words = useObjectiveWords()
  if (community.objectives.length === 0) return null
  return (
    <section aria-labelledby="objectives">
      <SectionHead id="objectives" title={text('communities.objectives')} />
      <ul className="list">
        {community.objectives.map((objective) => (
          <li key={objective.id} className="listed">
            {words(objective)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Behind({ community }: { community: Community }) {
  const text = useText()
  const go = useGo()
  const leave = useAct(
    () => call(leaveSpace, { params: { id: community.id } }),
    () => go('/communautes'),
  )
  return (
    <aside className="stack stack-8">
      <section aria-labelledby="behind">
        <SectionHead id="behind" level={3} title={text('communities.behind')} />
        <ul className="stack stack-5">
          {community.behind.map((person) => (
            <li key={person.id}>
              <Who
                person={faceOf(person, 44, person.role)}
                role={text(roleKey(person.role))}
                meta={person.job}
              >
                <Link to={`/personnes/${person.id}`}>{fullName(person)}</Link>
              </Who>
            </li>
          ))}
        </ul>
        <p className="row g2 wrap community__members">
          <Link className="more" to={`/communautes/${community.id}/membres`}>
            {text('communities.seats', { count: community.seats })}
          </Link>
          {community.contributorCap !== null && (
            <span className="sm ink2">
              {text('communities.contributors', {
                taken: community.contributors,
                count: community.contributorCap,
              })}
            </span>
          )}
        </p>
      </section>
      {community.stakeholders.length > 0 && (
        <section aria-labelledby="parts">
          <SectionHead id="parts" level={3} title={text('communities.stakeholders')} />
          <Stakeholders stakeholders={community.stakeholders} />
        </section>
      )}
      {community.can.leave && community.role !== 'lead' && (
        <Button kind="ghost" size="s" busy={leave.isPending} onClick={() => leave.mutate(undefined)}>
          {text('communities.leave')}
        </Button>
      )}
    </aside>
  )
}
