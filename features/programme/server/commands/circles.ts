import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { insertOnce, sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import { done } from '#platform/contract/schema.ts'
import type { Circle } from '../../contract.ts'
import { canKeep, canNameKeepers, canShape, placeIn } from '../policy.ts'
import { circlesFor } from '../queries/people.ts'

async function shaping(trx: Trx, actor: Actor, programmeId: string): Promise<void> {
  const place = await placeIn(trx, actor, programmeId)
  allow(canShape(place) || canKeep(place), 'programme.shape')
}

export async function setCircle(
  trx: Trx,
  actor: Actor,
  id: string,
  { programmeId, name, site }: { programmeId: string; name: string; site?: string },
): Promise<Circle> {
  await shaping(trx, actor, programmeId)
  await insertOnce(trx, 'circles', {
    id,
    programme_id: programmeId,
    name: name.trim(),
    site: site?.trim() ?? '',
  })
  const count = await trx.run(sql`
    update circles set name = ${name.trim()}, site = coalesce(${site?.trim() ?? null}, site)
    where id = ${id} and programme_id = ${programmeId}`)
  if (count === 0) throw conflict('circle.elsewhere')
  const circle = (await circlesFor(trx, actor, programmeId)).find((one) => one.id === id)
  if (!circle) throw notFound('circle.not_found')
  return circle
}

export async function closeCircle(trx: Trx, actor: Actor, id: string) {
  const row = await trx.row<{ programmeId: string; planned: boolean }>(sql`
    select c.programme_id as "programmeId", exists (select 1 from gatherings p where p.circle_id = c.id) as planned
    from circles c where c.id = ${id}`)
  if (!row) throw notFound('circle.not_found')
  await shaping(trx, actor, row.programmeId).catch((error: unknown) => {
    if (error instanceof Error && error.message === 'programme.not_found') throw notFound('circle.not_found')
    throw error
  })
  // What a circle lived is kept: its gatherings would go with it.
  if (row.planned) throw conflict('circle.has_met')
  await trx.run(sql`delete from circles where id = ${id}`)
  return done
}

export async function nameKeeper(trx: Trx, actor: Actor, programmeId: string, memberId: string) {
  const place = await placeIn(trx, actor, programmeId)
  allow(canNameKeepers(place), 'programme.keepers')
  const seat = await trx.row(
    sql`select 1 from seats where space_id = ${place.spaceId} and member_id = ${memberId}`,
  )
  if (!seat) throw invalid('programme.no_seat_here', { field: 'memberId' })
  const count = await trx.run(sql`
    insert into programme_keepers (programme_id, member_id) values (${programmeId}, ${memberId}) on conflict do nothing`)
  if (count > 0) await audit(trx, actor, 'keeper.named', { kind: 'programme', id: programmeId }, { memberId })
  return done
}

export async function unnameKeeper(trx: Trx, actor: Actor, programmeId: string, memberId: string) {
  const place = await placeIn(trx, actor, programmeId)
  // Whoever follows others may always stop.
  allow(canNameKeepers(place) || (place.keeper && memberId === actor.id), 'programme.keepers')
  const count = await trx.run(
    sql`delete from programme_keepers where programme_id = ${programmeId} and member_id = ${memberId}`,
  )
  if (count > 0)
    await audit(trx, actor, 'keeper.unnamed', { kind: 'programme', id: programmeId }, { memberId })
  return done
}
