import type { Language } from '#platform/contract/schema.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { words } from '#platform/server/words.ts'
import { findSettings } from '#features/network/server/queries.ts'
import { type Weight, weightsOf } from '../../rules/kinds.ts'
import { NEWCOMER_DAYS } from '../../rules/state.ts'
import { keptColumns, type Kept } from './settings.ts'

const SECTIONS = [
  'purpose',
  'ground',
  'people',
  'data',
  'never',
  'recipients',
  'decisions',
  'retention',
  'rights',
  'security',
] as const

/** The chapter about the follow-up of ambassadors, for the papers that administrators print. */
export interface FollowUpChapter {
  sections: { key: (typeof SECTIONS)[number]; title: string; lines: string[] }[]
  programmes: { id: string; name: string; communityName: string; lines: string[] }[]
}

interface ProgrammeRow extends Kept {
  id: string
  name: string
  communityName: string
  contributionsPerMonth: number
  peerConfirmation: boolean
  picture: boolean
  weights: Weight[]
  keepers: { name: string; role: 'lead' | 'keeper' }[]
}

/** Drawn from the live settings each time it is read: what it says is what is done. Nobody's activity is in it. */
export async function followUpChapter(db: Db, language: Language): Promise<FollowUpChapter> {
  const { threshold } = await findSettings(db)
  const text = words(language)
  const rows = await db.rows<ProgrammeRow>(sql`
    select g.id, g.name, s.name as "communityName", g.contributions_per_month as "contributionsPerMonth",
      g.peer_confirmation as "peerConfirmation", g.lead_picture as picture, ${keptColumns},
      coalesce((select jsonb_agg(jsonb_build_object('kind', w.kind, 'weight', w.weight, 'counted', w.counted)) from contribution_weights w
        where w.programme_id = g.id), '[]') as weights,
      coalesce((select jsonb_agg(jsonb_build_object('name', m.given_name || ' ' || m.family_name, 'role', case when n.role = 'lead' then 'lead' else 'keeper' end)
          order by plain(m.family_name), plain(m.given_name))
        from seats n join members m on m.id = n.member_id and m.status = 'active'
        left join programme_keepers k on k.programme_id = g.id and k.member_id = n.member_id
        where n.space_id = g.space_id and (n.role = 'lead' or k.member_id is not null)), '[]') as keepers
    from programmes g join spaces s on s.id = g.space_id left join follow_up_settings f on f.programme_id = g.id
    where g.state <> 'draft' order by plain(s.name), plain(g.name), g.id`)
  return {
    sections: SECTIONS.map((key) => ({
      key,
      title: text(`contributions.register.${key}.title`),
      lines: linesOf(text(`contributions.register.${key}.text`, { threshold, weeks: NEWCOMER_DAYS / 7 })),
    })),
    programmes: rows.map((row) => ({
      id: row.id,
      name: row.name,
      communityName: row.communityName,
      lines: programmeLines(text, language, row),
    })),
  }
}

const linesOf = (text: string) => text.split('\n').filter(Boolean)

type Text = ReturnType<typeof words>

function programmeLines(text: Text, language: Language, row: ProgrammeRow): string[] {
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const number = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB')
  const counted = weightsOf(row.weights).filter((own) => own.counted)
  const left = weightsOf(row.weights).filter((own) => !own.counted)
  const named = (own: Weight) => text(`contributions.kind.${own.kind}`)
  const keepers = row.keepers.map(({ name, role }) => text(`contributions.register.keeper_${role}`, { name }))
  return [
    text('contributions.register.programme.expected', { count: row.contributionsPerMonth }),
    text('contributions.register.programme.weights', {
      list: list.format(
        counted.map((own) =>
          text('contributions.register.weight', { kind: named(own), weight: number.format(own.weight) }),
        ),
      ),
    }),
    ...(left.length > 0
      ? [text('contributions.register.programme.left', { list: list.format(left.map(named)) })]
      : []),
    text(`contributions.register.programme.peer_${row.peerConfirmation ? 'yes' : 'no'}`),
    keepers.length > 0
      ? text('contributions.register.programme.keepers', { list: list.format(keepers) })
      : text('contributions.register.programme.no_keeper'),
    text(`contributions.register.programme.picture_${row.picture ? 'yes' : 'no'}`),
    text('contributions.register.programme.kept', {
      ledger: row.ledgerMonths,
      count: row.proposalMonths,
    }),
  ]
}
