import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

/** Who shared is known to that person alone, and this is where they read it whole. */
export const personal: PersonalOffer = {
  parts: [
    part(
      'sharing.choices',
      ['share_choices.member_id'],
      (me) => sql`
      select c.since as at, g.name as programme, c.network, c.instance as address from share_choices c join programmes g on g.id = c.programme_id
      where c.member_id = ${me} order by c.since`,
    ),
    part(
      'sharing.shares',
      ['shares.member_id'],
      (me) => sql`
      select s.shared_at as at, k.title, s.network, s.counted from shares s join share_kits k on k.id = s.kit_id where s.member_id = ${me} order by 1`,
    ),
    part(
      'sharing.published',
      ['share_publications.member_id', 'share_publications.id'],
      (me) => sql`
      select x.made_at as at, k.title, x.network, x.counted, p.state, p.url as address from share_publications x
      join share_kits k on k.id = x.kit_id join publications p on p.id = x.id where x.member_id = ${me} order by 1`,
    ),
    part(
      'sharing.offers',
      ['share_offers.member_id'],
      (me) => sql`
      select k.title, o.network, o.language, v.body as words from share_offers o join share_kits k on k.id = o.kit_id
      join share_variants v on v.id = o.variant_id where o.member_id = ${me} order by k.title, o.network`,
    ),
    part(
      'sharing.made',
      ['share_kits.created_by'],
      (me) => sql`
      select created_at as at, title, state from share_kits where created_by = ${me} order by created_at`,
    ),
  ],
}
