import type { Trx } from '#platform/server/db.ts'
import { cards, themes, type ThemeName } from '../content/library.ts'
import { uuid7 } from '../rules/random.ts'
import { frenchSpacing } from '../rules/typography.ts'
import type { Cast } from './cast.ts'
import { insertRows, type Row } from './rows.ts'

const DAY = 86_400_000

/** The shelves of the library, and what those who did it too told of a few practices. */
export async function insertLibrary(trx: Trx, cast: Cast): Promise<void> {
  const themeId = (name: ThemeName) => uuid7(`${cast.seed}/theme/${name}`, cast.opened)
  const cardRows: Row[] = []
  const themeRows: Row[] = []
  const results: Row[] = []
  for (const post of cast.story.posts) {
    const { body } = post
    const card = body.kind === 'practice' && cards.find(({ title }) => frenchSpacing(title) === body.title)
    if (!card) continue
    cardRows.push({
      post_id: post.id,
      jobs: card.jobs ?? [],
      before_words: frenchSpacing(card.before ?? ''),
      after_words: frenchSpacing(card.after ?? ''),
      updated_at: post.at,
    })
    themeRows.push(...card.themes.map((name) => ({ post_id: post.id, theme_id: themeId(name) })))
    for (const [index, told] of (card.told ?? []).entries()) {
      const person = body.adopters[index]
      if (!person) continue
      results.push({
        post_id: post.id,
        member_id: cast.memberId(person),
        before_words: frenchSpacing(told.before ?? ''),
        after_words: frenchSpacing(told.after ?? ''),
        words: frenchSpacing(told.words ?? ''),
        told_at: new Date(Math.min(post.at.getTime() + (index + 4) * DAY, cast.now.getTime())),
      })
    }
  }
  await insertRows(
    trx,
    'library_themes',
    themes.map((name) => ({
      id: themeId(name),
      space_id: cast.spaceId('tempo'),
      name,
      created_at: cast.opened,
    })),
  )
  await insertRows(trx, 'library_cards', cardRows)
  await insertRows(trx, 'library_card_themes', themeRows)
  await insertRows(trx, 'library_results', results)
}
