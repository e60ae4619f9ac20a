import { unseal } from '#platform/server/seal.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { shownCode } from '#features/invitations/rules/code.ts'
import type { DemoCodes } from '../contract.ts'

const OPEN = sql`c.withdrawn_at is null and c.expires_at > now() and c.uses < c.max_uses`

/** A letter and a poster that still open the door: others each time one was used. */
export async function demoCodes(db: Db): Promise<DemoCodes> {
  const letter = await db.row<{ sealed: string; name: string; site: string }>(sql`
    select c.code_sealed as sealed, m.given_name || ' ' || m.family_name as name, m.site
    from codes c join invitations i on i.id = c.invitation_id and i.state = 'sent' and i.channel = 'letter'
    join members m on m.id = c.member_id and m.status = 'expected'
    where ${OPEN} order by c.id limit 1`)
  const poster = await db.row<{ sealed: string; label: string; staffNumber: string; familyName: string }>(sql`
    select c.code_sealed as sealed, c.label, expected.staff_number as "staffNumber", expected.family_name as "familyName"
    from codes c cross join lateral (
      select m.staff_number, m.family_name from members m join invitations i on i.member_id = m.id and i.state = 'sent'
      where m.status = 'expected' and m.standing = 'member' and m.email is null order by m.id desc limit 1) expected
    where c.kind = 'poster' and ${OPEN} order by c.id limit 1`)
  return {
    personal: letter ? { code: readable(letter.sealed), name: letter.name, site: letter.site } : null,
    poster: poster
      ? {
          code: readable(poster.sealed),
          label: poster.label,
          staffNumber: poster.staffNumber,
          familyName: poster.familyName,
        }
      : null,
  }
}

const readable = (sealed: string) => shownCode(unseal(sealed))
