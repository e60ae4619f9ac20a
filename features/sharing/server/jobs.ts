import type { Database, Trx } from '#platform/server/db.ts'
import { sql } from '#platform/server/db.ts'
import { enqueue, type Jobs } from '#platform/server/jobs.ts'
import { words } from '#platform/server/words.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { servingIn } from '#features/programme/server/policy.ts'
import { forgetClickMarks } from './commands/clicks.ts'
import { forgetOldShares } from './commands/mine.ts'
import { beginningOf, momentOf } from './queries/hours.ts'
import { kitById } from './queries/kits.ts'

export function jobs(jobs: Jobs) {
  jobs.on('announce-kit', (database: Database, { kitId }: { kitId: string }) =>
    database.transaction((trx) => announceKit(trx, kitId)),
  )
  // Each hour: midnight comes at its own time in each network.
  jobs.every('7 * * * *', 'forget-click-marks', (database) => database.transaction(forgetClickMarks))
  jobs.every('20 3 * * *', 'forget-old-shares', (database) => database.transaction(forgetOldShares))
}

/** Told to those who chose to share somewhere, and to nobody else; before its day and in quiet hours it waits. */
async function announceKit(trx: Trx, kitId: string): Promise<void> {
  const row = await trx.row<{ programmeId: string; spaceId: string }>(sql`
    select k.programme_id as "programmeId", g.space_id as "spaceId" from share_kits k join programmes g on g.id = k.programme_id
    where k.id = ${kitId} and k.state = 'published'`)
  if (!row) return
  const kit = await kitById(trx, kitId)
  if (kit.on === 'upcoming' && kit.startsOn) {
    await enqueue(trx, 'announce-kit', { kitId }, { runAt: await beginningOf(trx, kit.startsOn) })
    return
  }
  const { quiet, opensAt } = await momentOf(trx, row.programmeId)
  if (quiet && opensAt) {
    await enqueue(trx, 'announce-kit', { kitId }, { runAt: opensAt })
    return
  }
  if (quiet || kit.on === 'ended') return
  const people = await trx.rows<{ id: string }>(sql`
    select distinct c.member_id as id from share_choices c
    where c.programme_id = ${row.programmeId} and c.member_id in (${servingIn(row.programmeId)})`)
  await notifyNews(
    trx,
    people.map(({ id }) => ({
      memberId: id,
      says: (language) => words(language)('sharing.announced', { title: kit.title }),
      path: `/programmes/${row.programmeId}/partager`,
    })),
    { spaceId: row.spaceId, actorId: null },
  )
}
