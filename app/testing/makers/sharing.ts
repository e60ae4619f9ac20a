import { v7 as uuid7 } from 'uuid'
import { sql } from '#platform/server/db.ts'
import type { Makers } from '../making.ts'

/** '{kit}': published in '{programme}', with a text and a link, at any hour; '{kitDraft}'; '{shareCode}'; '{share}', '{sharePublication}'. */
export const SHARING_MAKERS: Makers = {
  servedProgramme: async ({ find }) => {
    await find('ambassador')
    return find('programme')
  },
  kit: async ({ run, find, cast }) => {
    const id = uuid7()
    const programme = await find('programme')
    await run(sql`insert into share_settings (programme_id, per_day, per_week, quiet_from, quiet_to, quiet_weekends, quiet_holidays)
      values (${programme}, 5, 9, '00:00', '00:00', false, false)`)
    await run(sql`insert into share_kits (id, programme_id, title, url, state, published_at)
      values (${id}, ${programme}, 'Tempo en vrai', 'https://aubrelle.example/tempo', 'published', now())`)
    await run(sql`insert into share_variants (id, kit_id, network, language, body, position)
      values (${uuid7()}, ${id}, 'any', 'fr', 'Tempo est là.', 0)`)
    await run(
      sql`insert into share_links (code, kit_id, network) values (${`k${id.slice(-9)}`}, ${id}, 'linkedin')`,
    )
    const record = await find('ambassador')
    await run(sql`insert into share_choices (programme_id, member_id, network, instance)
      select programme_id, ${cast.ambassador.id}, network, instance
      from ambassadors, (values ('linkedin', ''), ('mastodon', 'essai.example')) as chosen (network, instance) where id = ${record}`)
    return id
  },
  kitDraft: async ({ run, find }) => {
    const id = uuid7()
    await run(sql`insert into share_kits (id, programme_id, title, url)
      values (${id}, ${await find('programme')}, 'Brouillon', 'https://aubrelle.example/tempo')`)
    await run(sql`insert into share_variants (id, kit_id, network, language, body, position)
      values (${uuid7()}, ${id}, 'any', 'fr', 'Tempo est là.', 0)`)
    return id
  },
  shareCode: async ({ find }) => `k${(await find('kit')).slice(-9)}`,
  /** Of the ambassador, who published it by an account of theirs; it did not leave. */
  sharePublication: async ({ run, find, cast }) => {
    const [id, account] = [uuid7(), uuid7()]
    const kit = await find('kit')
    await run(sql`insert into connections (id, member_id, network, mode, name, tokens_sealed)
      values (${account}, ${cast.ambassador.id}, 'mastodon', 'api', '@essai@essai.example', '')`)
    await run(sql`insert into publications (id, connection_id, author_id, text, publish_at, path, state, heard_in)
      select ${id}, ${account}, ${cast.ambassador.id}, 'Tempo est là.', now(), '/comptes', 'failed', g.space_id
      from share_kits k join programmes g on g.id = k.programme_id where k.id = ${kit}`)
    await run(sql`insert into share_publications (id, kit_id, member_id, network)
      values (${id}, ${kit}, ${cast.ambassador.id}, 'mastodon')`)
    return id
  },
  /** Of the ambassador. */
  share: async ({ run, find, cast }) => {
    const id = uuid7()
    await run(sql`insert into shares (id, kit_id, member_id, network)
      values (${id}, ${await find('kit')}, ${cast.ambassador.id}, 'linkedin')`)
    return id
  },
}
