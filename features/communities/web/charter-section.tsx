import { BadgeCheck } from 'lucide-react'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { type Charter, type Community, signCharter } from '../contract.ts'
import { CharterText } from './charter-text.tsx'
import { useAct, useCharter } from './community-data.ts'

/** The rules of the community, to read and to sign. */
export function CharterSection({ community }: { community: Community }) {
  const text = useText()
  const query = useCharter(community.id)
  return (
    <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} rows={2} />}>
      {({ charter }) => charter && <Signed community={community} charter={charter} />}
    </Await>
  )
}

function Signed({ community, charter }: { community: Community; charter: Charter }) {
  const text = useText()
  const format = useFormat()
  const sign = useAct(() =>
    call(signCharter, {
      params: { id: community.id, charterId: charter.id },
      body: { textHash: charter.textHash },
    }),
  )
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
        <CharterText body={charter.body} />
        {charter.signedAt && (
          <p>
            <Badge kind="ok" icon={BadgeCheck}>
              {text('communities.charter.mine', { day: format.day(charter.signedAt) })}
            </Badge>
          </p>
        )}
        {!charter.signedAt && community.can.sign && (
          <Button kind="primary" busy={sign.isPending} onClick={() => sign.mutate(undefined)}>
            {text('communities.charter.sign')}
          </Button>
        )}
        {charter.signatures && (
          <p className="sm ink2">{text('communities.charter.signed', { ...charter.signatures })}</p>
        )}
      </div>
    </section>
  )
}
