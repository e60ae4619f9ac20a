import { v7 as uuid7 } from 'uuid'
import type { Actor } from '#platform/server/actor.ts'
import { empty, sql, type Sql, type Trx } from '#platform/server/db.ts'
import { conflict } from '#platform/server/errors.ts'
import { done } from '#platform/contract/schema.ts'
import { type ContributionKind, usualWeight } from '../../rules/kinds.ts'
import { ownLine } from '../policy.ts'

export interface NewContribution {
  memberId: string
  kind: ContributionKind
  /** What proves it, by kind and id: it is undone with it. */
  sourceKind: string
  sourceId: string
  at: string
  /** Counted once for this thing; without it, once for its source. */
  aboutId?: string
  /** What it was about and where it can be looked at, where the ledger cannot know: read by its person and the keepers. */
  title?: string
  path?: string
}

/**
 * For the features after this one too: a line in the ledger of somebody who serves in an open programme, with the weight
 * of that day. Nothing is written where the kind does not count, where they object to the follow-up, and for what they
 * share outside unless they asked that it counts. Saying it twice changes nothing.
 */
export const recordContribution = (
  trx: Trx,
  { programmeId, ...contribution }: NewContribution & { programmeId: string },
): Promise<void> => record(trx, sql`g.id = ${programmeId}`, contribution)

/** The same in every programme of the community around a space. */
export const recordAround = (trx: Trx, spaceId: string, contribution: NewContribution): Promise<void> =>
  record(
    trx,
    sql`g.space_id in (select coalesce(s.parent_id, s.id) from spaces s where s.id = ${spaceId})`,
    contribution,
  )

async function record(
  trx: Trx,
  where: Sql,
  { memberId, kind, sourceKind, sourceId, at, aboutId, title, path }: NewContribution,
) {
  const rows = await trx.rows<{ id: string; weight: number }>(sql`
    select a.id, coalesce(w.weight, ${usualWeight(kind)}::numeric) as weight from ambassadors a
    join programmes g on g.id = a.programme_id and g.state = 'open'
    left join contribution_weights w on w.programme_id = g.id and w.kind = ${kind}
    left join follow_up_choices own on own.ambassador_id = a.id
    where ${where} and a.member_id = ${memberId} and a.state in ('onboarding', 'active', 'paused', 'handing_over')
      and coalesce(w.counted, true) and own.objected_at is null
      ${kind === 'sharing' ? sql`and coalesce(own.count_sharing, false)` : empty}`)
  for (const { id, weight } of rows)
    await trx.run(sql`
      insert into contributions (id, ambassador_id, kind, at, weight, source_kind, source_id, about_id, title, path)
      values (${uuid7()}, ${id}, ${kind}, ${at}, ${weight}, ${sourceKind}, ${sourceId}, ${aboutId ?? sourceId}, ${title ?? ''}, ${path ?? null})
      on conflict (ambassador_id, kind, about_id) do nothing`)
}

/** What was undone did not happen: no trace is kept. Without a kind, everything that this source proved. */
export async function undoContribution(
  trx: Trx,
  {
    programmeId,
    memberId,
    kind,
    sourceKind,
    sourceId,
  }: {
    programmeId?: string
    memberId?: string
    kind?: ContributionKind
    sourceKind: string
    sourceId: string
  },
): Promise<void> {
  await trx.run(sql`
    delete from contributions c using ambassadors a where a.id = c.ambassador_id
      and c.source_id = ${sourceId} and c.source_kind = ${sourceKind}
      ${kind ? sql`and c.kind = ${kind}` : empty}
      ${programmeId ? sql`and a.programme_id = ${programmeId}` : empty}
      ${memberId ? sql`and a.member_id = ${memberId}` : empty}`)
}

/** What proves it changed hands: whatever was counted for this thing is not any more. */
export async function undoAbout(trx: Trx, kind: ContributionKind, aboutId: string): Promise<void> {
  await trx.run(
    sql`delete from contributions where source_kind <> 'declaration' and kind = ${kind} and about_id = ${aboutId}`,
  )
}

/** Its person corrects their ledger: a line they do not want counted, or count again. */
export async function setLeftOut(trx: Trx, actor: Actor, id: string, leftOut: boolean) {
  const line = await ownLine(trx, actor, id)
  if (line.state !== 'counted' && line.state !== 'left_out') throw conflict('contribution.not_counted')
  await trx.run(sql`update contributions set state = ${leftOut ? 'left_out' : 'counted'} where id = ${id}`)
  return done
}
