import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

/** Tokens stay sealed: that an account is connected is said, never what speaks in its name. */
export const personal: PersonalOffer = {
  parts: [
    part(
      'publishing.accounts',
      ['connections.member_id', 'connections.connected_by'],
      (me) => sql`
      select c.connected_at as at, c.network, c.name, c.account_url as link, c.state, c.expires_at as until, s.name as place from connections c
      left join spaces s on s.id = c.space_id where c.member_id = ${me} or c.connected_by = ${me} order by c.connected_at`,
    ),
    part(
      'publishing.sent',
      ['publications.author_id', 'publications.connection_id'],
      (me) => sql`
      select p.publish_at as at, c.network, c.name, p.text as words, p.link, p.state, p.url as address, p.sent_at as "doneAt", p.likes, p.reposts, p.replies,
        p.clicks, p.views
      from publications p join connections c on c.id = p.connection_id where p.author_id = ${me} or c.member_id = ${me} order by p.publish_at`,
    ),
  ],
  withheld: {
    'connection_beginnings.member_id':
      'a connection under way lives half an hour and says nothing but that it began',
  },
}
