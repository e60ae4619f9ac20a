import { useQuery } from '@tanstack/react-query'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { type Charter, type Community, readCharterVersions } from '../contract.ts'
import { changesBetween } from '../rules/changes.ts'
import { useCommunity, useLiveCommunity } from './community-data.ts'
import { CharterSign } from './public/charter-sign.tsx'
import { CharterText } from './public/charter-text.tsx'
import './communities.css'

/** The charter in force, what each version changed, and one's own signature. */
export function CharterPage() {
  const id = useParam('id')
  useLiveCommunity(id)
  const query = useCommunity(id)
  return <Await query={query}>{(community) => <Page community={community} />}</Await>
}

function Page({ community }: { community: Community }) {
  const text = useText()
  const versions = useQuery({
    queryKey: ['communities', 'charters', community.id],
    queryFn: ({ signal }) => call(readCharterVersions, { params: { id: community.id } }, { signal }),
  })
  return (
    <div className="narrow">
      <PageHead
        eyebrow={<Link to={`/communautes/${community.id}`}>{community.name}</Link>}
        title={text('communities.charter.page')}
        lead={text('communities.charter.lead')}
      />
      <div className="stack stack-8">
        <CharterSign spaceId={community.id} canSign={community.can.sign} kind="accent" />
        <Await query={versions}>
          {({ items }) =>
            items.length > 0 && (
              <section aria-labelledby="versions">
                <SectionHead id="versions" title={text('communities.charter.versions')} />
                <ol className="list">
                  {items.map((version, at) => (
                    <Version key={version.id} version={version} before={items[at + 1] ?? null} />
                  ))}
                </ol>
              </section>
            )
          }
        </Await>
      </div>
    </div>
  )
}

function Version({ version, before }: { version: Charter; before: Charter | null }) {
  const text = useText()
  const format = useFormat()
  const change = before && changesBetween(before.body, version.body)
  return (
    <li className="listed stack stack-2">
      <div className="row g2 wrap">
        <h3 className="h4">{text('communities.charter.version', { version: version.version })}</h3>
        <Badge>{text(`communities.charter.${version.material ? 'isMaterial' : 'isSmall'}`)}</Badge>
      </div>
      <p className="sm ink2">
        {text('communities.charter.publishedOn', { day: format.day(version.publishedAt) })}
        {version.signatures && ` · ${text('communities.charter.signed', { ...version.signatures })}`}
      </p>
      {version.changes && <p>{version.changes}</p>}
      {!before && <p className="sm ink2">{text('communities.charter.firstVersion')}</p>}
      {change && change.added.length + change.removed.length === 0 && (
        <p className="sm ink2">{text('communities.charter.noChange')}</p>
      )}
      {change && <Lines label={text('communities.charter.added')} lines={change.added} />}
      {change && <Lines label={text('communities.charter.removed')} lines={change.removed} gone />}
      <details>
        <summary className="more">{text('communities.charter.readVersion')}</summary>
        <CharterText body={version.body} />
        <p className="xs mut lines">{text('communities.charter.hash', { hash: version.textHash })}</p>
      </details>
    </li>
  )
}

function Lines({ label, lines, gone = false }: { label: string; lines: string[]; gone?: boolean }) {
  if (lines.length === 0) return null
  return (
    <div>
      <p className="sm b">{label}</p>
      <ul className="bullets sm">
        {lines.map((line) => (
          <li key={line}>{gone ? <del>{line}</del> : <ins>{line}</ins>}</li>
        ))}
      </ul>
    </div>
  )
}
