import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { allow, invalid } from '#platform/server/errors.ts'
import { canShape, placeIn } from '#features/programme/server/policy.ts'
import type { ShareSettings } from '../../contract.ts'
import { settingsOf } from '../queries/hours.ts'

const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/

export async function setShareSettings(
  trx: Trx,
  actor: Actor,
  programmeId: string,
  wish: ShareSettings,
): Promise<ShareSettings> {
  allow(canShape(await placeIn(trx, actor, programmeId)), 'kit.shape')
  for (const field of ['quietFrom', 'quietTo'] as const)
    if (!HOUR.test(wish[field])) throw invalid('share.hour', { field })
  if (!/^[A-Z]{3}$/.test(wish.currency)) throw invalid('share.currency', { field: 'currency' })
  if (wish.perWeek < wish.perDay) throw invalid('share.caps', { field: 'perWeek' })
  await trx.run(sql`
    insert into share_settings (programme_id, per_day, per_week, quiet_from, quiet_to, quiet_weekends, quiet_holidays, currency)
    values (${programmeId}, ${wish.perDay}, ${wish.perWeek}, ${wish.quietFrom}, ${wish.quietTo}, ${wish.quietWeekends}, ${wish.quietHolidays}, ${wish.currency})
    on conflict (programme_id) do update set per_day = excluded.per_day, per_week = excluded.per_week, quiet_from = excluded.quiet_from,
      quiet_to = excluded.quiet_to, quiet_weekends = excluded.quiet_weekends, quiet_holidays = excluded.quiet_holidays, currency = excluded.currency`)
  await trx.run(sql`delete from share_rates where programme_id = ${programmeId}`)
  for (const { network, cpm, cpc } of wish.rates)
    await trx.run(sql`insert into share_rates (programme_id, network, cpm, cpc) values (${programmeId}, ${network}, ${cpm}, ${cpc})
      on conflict (programme_id, network) do update set cpm = excluded.cpm, cpc = excluded.cpc`)
  await audit(trx, actor, 'share_settings.set', { kind: 'programme', id: programmeId })
  return settingsOf(trx, programmeId)
}
