import { Await } from '#platform/web/await.tsx'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import type { Charter, Community } from '../contract.ts'
import { useCharter } from './community-data.ts'
import { CharterSign } from './public/charter-sign.tsx'

/** The rules of the community, to read and to sign. */
export function CharterSection({ community }: { community: Community }) {
  const text = useText()
  const query = useCharter(community.id)
  return (
    <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} rows={2} />}>
      {({ charter }) => charter && <Shown community={community} charter={charter} />}
    </Await>
  )
}

function Shown({ community, charter }: { community: Community; charter: Charter }) {
  const text = useText()
  const format = useFormat()
  return (
    <section aria-labelledby="charter">
      <SectionHead
        id="charter"
        title={text('communities.charter.title')}
        note={text('communities.charter.inForce', {
          version: charter.version,
          day: format.day(charter.publishedAt),
        })}
      />
      <div className="stack stack-3">
        <CharterSign spaceId={community.id} canSign={community.can.sign} />
        {charter.signatures && (
          <p className="sm ink2">{text('communities.charter.signed', { ...charter.signatures })}</p>
        )}
        <p>
          <Link to={`/communautes/${community.id}/charte`} className="more">
            {text('communities.charter.open')}
          </Link>
        </p>
      </div>
    </section>
  )
}
