import { UsersRound } from 'lucide-react'
import { Await } from '#platform/web/await.tsx'
import { fileUrl } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Link, useGo } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { CardBody } from '#ui/card.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import type { CommunityCard } from '../contract.ts'
import { isLaunched } from '../rules/stages.ts'
import { useCommunities } from './community-data.ts'
import { EntryDoor } from './entry-door.tsx'
import './communities.css'

/** Where I am, and where I could be. */
export function CommunitiesPage() {
  const text = useText()
  const me = useMe()
  const creates = !me.outside && (me.standing === 'animator' || me.standing === 'administrator')
  return (
    <>
      <PageHead
        title={text('communities.title')}
        lead={text('communities.lead')}
        actions={
          creates && (
            <Link to="/communautes/creer" className={buttonClass({ kind: 'accent' })}>
              {text('communities.create.action')}
            </Link>
          )
        }
      />
      <div className="stack stack-12">
        <Mine />
        {!me.outside && <Others />}
      </div>
    </>
  )
}

function Mine() {
  const text = useText()
  const query = useCommunities('mine')
  return (
    <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} />}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        if (items.length === 0)
          return (
            <Empty icon={UsersRound} title={text('communities.mine.none')}>
              <p>{text('communities.mine.noneWhy')}</p>
            </Empty>
          )
        return (
          <section aria-label={text('communities.mine.title')}>
            <ul className="communities">
              {items.map((card) => (
                <li key={card.id}>
                  <Link to={`/communautes/${card.id}`} className="card">
                    <Cover card={card} />
                    <CardBody>
                      <h2 className="h3">{card.name}</h2>
                      <p className="sm ink2">{card.description}</p>
                      <p className="row g2 wrap sm">
                        <Stage card={card} />
                        <span className="ink2">
                          {[
                            card.role && text(`spaces.role.${card.role}`),
                            card.seats !== null && text('communities.seats', { count: card.seats }),
                          ]
                            .filter(Boolean)
                            .join(' · ')}
                        </span>
                      </p>
                    </CardBody>
                  </Link>
                </li>
              ))}
            </ul>
            <More query={query} />
          </section>
        )
      }}
    </Await>
  )
}

function Others() {
  const text = useText()
  const go = useGo()
  const query = useCommunities('others')
  return (
    <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} rows={2} />}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        if (items.length === 0) return null
        return (
          <section className="discoveries" aria-labelledby="others">
            <SectionHead
              id="others"
              title={text('communities.others.title')}
              note={text('communities.others.lead')}
            />
            <ul className="list">
              {items.map((card) => (
                <li key={card.id} className="discover">
                  <div className="grow stack stack-1">
                    <h3 className="h4">
                      <Link to={card.seats === null ? `/decouvrir/${card.slug}` : `/communautes/${card.id}`}>
                        {card.name}
                      </Link>
                    </h3>
                    <p className="sm ink2">{card.description}</p>
                    <p className="sm mut">
                      {text(`communities.entry.${card.openness === 'open' ? 'open' : card.entry}`)}
                      {card.seats !== null && ` · ${text('communities.seats', { count: card.seats })}`}
                    </p>
                  </div>
                  <EntryDoor
                    spaceId={card.id}
                    name={card.name}
                    can={card.can}
                    request={card.request}
                    answered={card.entry === 'request'}
                    onSeated={() => go(`/espaces/${card.id}`)}
                  />
                </li>
              ))}
            </ul>
            <More query={query} />
          </section>
        )
      }}
    </Await>
  )
}

function Cover({ card }: { card: CommunityCard }) {
  return card.coverFileId ? (
    <img
      className="art card__i communities__cover"
      src={fileUrl(card.coverFileId, 'w640')}
      alt=""
      loading="lazy"
    />
  ) : (
    <div className="communities__cover communities__cover--plain" aria-hidden="true">
      <i className="trait" />
    </div>
  )
}

const Stage = ({ card }: { card: CommunityCard }) => {
  const text = useText()
  return isLaunched(card.stage) && card.stage !== 'closed' ? null : (
    <Badge kind={card.stage === 'closed' ? 'neutral' : 'warn'}>
      {text(`communities.stage.${card.stage}`)}
    </Badge>
  )
}

function More({
  query,
}: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }
}) {
  const text = useText()
  return query.hasNextPage ? (
    <Button onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
      {text('platform.more')}
    </Button>
  ) : null
}
