import type { Picture } from '#features/files/server/pictures.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import type { Storage } from '#platform/server/storage.ts'
import { tempo } from '../content/communities.ts'
import type { SpaceKey } from '../content/spaces.ts'
import { uuid7 } from '../rules/random.ts'
import type { Cast } from './cast.ts'
import { missionPictures } from './missions.ts'
import { drawPictures, type Drawn, storeCopy } from './pictures.ts'
import { insertRows, type Row } from './rows.ts'

type Wanted = {
  id: string
  drawing: string
  name: string
  use: 'content' | 'portrait' | 'public' | 'kept'
  space: SpaceKey | null
  ownerId: string
  at: Date
}

/** What is seen at the top of a space. */
const covers: Partial<Record<SpaceKey, string>> = {
  tempo: tempo.cover,
  cholet: 'halle.svg',
  castres: 'escalier.svg',
  champagnole: 'scierie.svg',
  valence: 'entrepot.svg',
  chantier: 'chantier.svg',
  reglages: 'vernis.svg',
}

const portraitsOf = (cast: Cast) =>
  cast.story.people.flatMap((person) => {
    const at = cast.arrivedAt(person)
    if (!person.portrait || !at) return []
    const id = uuid7(`${cast.seed}/portrait/${person.staffNumber}`, at)
    const ownerId = cast.memberId(person)
    return [
      {
        id,
        drawing: person.portrait,
        name: 'portrait.webp',
        use: 'portrait',
        space: null,
        ownerId,
        at,
      } as Wanted,
    ]
  })

const coversOf = (cast: Cast) =>
  Object.entries(covers).map(([space, drawing]): Wanted => {
    const id = uuid7(`${cast.seed}/cover/${space}`, cast.opened)
    const ownerId = cast.memberId(cast.bySlug('nadia'))
    // The cover of a published preview is everybody's.
    const use = space === 'tempo' ? 'public' : 'content'
    return { id, drawing, name: named(drawing), use, space: space as SpaceKey, ownerId, at: cast.opened }
  })

const imagesOf = (cast: Cast) =>
  cast.story.posts.flatMap(({ key, space, author, at, image }): Wanted[] => {
    if (!image) return []
    const id = imageId(cast, key, at)
    const ownerId = cast.memberId(author)
    return [{ id, drawing: image.file, name: named(image.file), use: 'content', space, ownerId, at }]
  })

const imageId = (cast: Cast, postKey: string, at: Date) => uuid7(`${cast.seed}/image/${postKey}`, at)
const named = (drawing: string) => drawing.replace('.svg', '.webp')

const wantedBy = (cast: Cast): Wanted[] => [
  ...portraitsOf(cast),
  ...coversOf(cast),
  ...imagesOf(cast),
  ...missionPictures(cast),
]

/** Begun before the rows and awaited after them: drawing takes the processors while the database works. */
export const beginDrawing = (cast: Cast): Promise<Drawn> =>
  drawPictures([...new Set(wantedBy(cast).map(({ drawing }) => drawing))])

export async function insertFiles(trx: Trx, storage: Storage, cast: Cast, drawn: Drawn): Promise<void> {
  const wanted = wantedBy(cast)
  await insertRows(
    trx,
    'files',
    await Promise.all(wanted.map((file) => fileRow(storage, cast, file, drawn.get(file.drawing)))),
  )
  await trx.run(sql`
    update members set photo_file_id = f.id from files f where f.owner_id = members.id and f.use = 'portrait'`)
  for (const { id, space } of coversOf(cast))
    await trx.run(sql`update spaces set cover_file_id = ${id} where id = ${cast.spaceId(space ?? 'tempo')}`)
  await insertRows(trx, 'attachments', attachmentRows(cast))
}

async function fileRow(
  storage: Storage,
  cast: Cast,
  file: Wanted,
  picture: Picture | undefined,
): Promise<Row> {
  if (!picture) throw new Error(`${file.drawing} was not drawn`)
  return {
    ...(await storeCopy(storage, file.id, picture)),
    owner_id: file.ownerId,
    space_id: file.space ? cast.spaceId(file.space) : null,
    use: file.use,
    name: file.name,
    created_at: file.at,
  }
}

const attachmentRows = (cast: Cast): Row[] =>
  cast.story.posts.flatMap(({ id, key, at, image }) =>
    image ? [{ post_id: id, file_id: imageId(cast, key, at), position: 1, alt: image.alt }] : [],
  )
