import { useState } from 'react'
import { describeSpace } from '#features/spaces/contract.ts'
import { Await } from '#platform/web/await.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo, useParam } from '#platform/web/router.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { type Community, type Group, openGroup, shapeGroup } from '../contract.ts'
import { useAct, useCommunity, useGroups } from './community-data.ts'
import { GroupForm, type GroupWords } from './group-form.tsx'
import './communities.css'

/** A new group in a community. */
export function CreateGroupPage() {
  const query = useCommunity(useParam('id'))
  return <Await query={query}>{(community) => <NewGroup community={community} />}</Await>
}

function NewGroup({ community }: { community: Community }) {
  const text = useText()
  const go = useGo()
  const [groupId] = useState(newId)
  const open = useAct(
    (words: GroupWords) => call(openGroup, { params: { id: community.id, groupId }, body: words }),
    (group) => go(`/espaces/${group.id}`),
  )
  return (
    <>
      <PageHead
        title={text('communities.group.create')}
        lead={text('communities.group.lead')}
        eyebrow={<Around community={community} />}
      />
      <GroupForm
        submitLabel={text('communities.group.open')}
        busy={open.isPending}
        onSubmit={(words) => open.mutate(words)}
      />
    </>
  )
}

/** An existing group: its words, and who comes in. */
export function GroupSettingsPage() {
  const text = useText()
  const groupId = useParam('groupId')
  const community = useCommunity(useParam('id'))
  const groups = useGroups(useParam('id'))
  return (
    <Await query={community}>
      {(around) => (
        <Await query={groups}>
          {({ pages }) => {
            const group = pages.flatMap((page) => page.items).find((one) => one.id === groupId)
            if (group?.can.animate) return <Settings key={group.id} community={around} group={group} />
            return (
              <ErrorPanel title={text('communities.group.notYours')} actions={<Around community={around} />}>
                {''}
              </ErrorPanel>
            )
          }}
        </Await>
      )}
    </Await>
  )
}

function Settings({ community, group }: { community: Community; group: Group }) {
  const text = useText()
  const go = useGo()
  const save = useAct(
    async ({ name, description, openness, isDefault, audienceId }: GroupWords) => {
      await call(describeSpace, { params: { id: group.id }, body: { name, description } })
      // Only what changed: an audience one may not write is left as it is.
      const audience = audienceId === (group.audience?.id ?? null) ? {} : { audienceId }
      return call(shapeGroup, {
        params: { id: community.id, groupId: group.id },
        body: { isDefault, ...(openness === group.openness ? {} : { openness }), ...audience },
      })
    },
    () => go(`/communautes/${community.id}`),
  )
  const start = { ...group, audienceId: group.audience?.id ?? null }
  return (
    <>
      <PageHead title={group.name} eyebrow={<Around community={community} />} />
      <GroupForm
        start={start}
        submitLabel={text('communities.group.save')}
        busy={save.isPending}
        onSubmit={(words) => save.mutate(words)}
      />
    </>
  )
}

const Around = ({ community }: { community: Community }) => (
  <Link className="link" to={`/communautes/${community.id}`}>
    {community.name}
  </Link>
)
