import { del, get, put } from '#platform/contract/endpoint.ts'
import { event } from '#platform/contract/event.ts'
import {
  Done,
  Id,
  Nullable,
  oneOf,
  Page,
  PageQuery,
  Time,
  Type,
  Words,
  type Static,
} from '#platform/contract/schema.ts'
import { LIMITS } from './rules/limits.ts'

export const Theme = Type.Object({ id: Id, name: Type.String(), practices: Type.Integer() })
export type Theme = Static<typeof Theme>

const Teller = Type.Object({
  id: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  job: Type.String(),
  site: Type.String(),
  photoFileId: Nullable(Id),
})

/** A good practice as the library shows it: the post stays where it was published. */
export const LibraryPractice = Type.Object({
  postId: Id,
  spaceId: Id,
  spaceName: Type.String(),
  title: Type.String(),
  concern: Type.String(),
  gesture: Type.String(),
  gain: Type.String(),
  author: Nullable(Teller),
  publishedAt: Time,
  adoptionCount: Type.Integer(),
  adopted: Type.Boolean(),
  imageFileId: Nullable(Id),
  imageAlt: Type.String(),
  themes: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  /** For whom, as its author said; empty: for everybody. */
  jobs: Type.Array(Type.String()),
  before: Type.String(),
  after: Type.String(),
  /** How many told what it changed for them. */
  resultCount: Type.Integer(),
  /** What I told. */
  mine: Nullable(Type.Object({ before: Type.String(), after: Type.String(), words: Type.String() })),
  can: Type.Object({ adopt: Type.Boolean(), arrange: Type.Boolean() }),
})
export type LibraryPractice = Static<typeof LibraryPractice>

/** What one told of doing it too. */
export const Result = Type.Object({
  member: Teller,
  before: Type.String(),
  after: Type.String(),
  words: Type.String(),
  toldAt: Time,
  mine: Type.Boolean(),
})
export type Result = Static<typeof Result>

const CommunityId = Type.Object({ id: Id })
const ThemeId = Type.Object({ id: Id, themeId: Id })
const PracticeId = Type.Object({ postId: Id })
const Short = Type.String({ maxLength: LIMITS.comparison })

export const readLibrary = get('/api/communities/:id/library', {
  summary: 'The good practices of a community and its groups that I may read: by words, theme and job',
  params: CommunityId,
  query: Type.Intersect([
    PageQuery,
    Type.Object({
      search: Type.Optional(Type.String({ maxLength: LIMITS.search })),
      themeId: Type.Optional(Id),
      job: Type.Optional(Type.String({ maxLength: 120 })),
      /** adopted: those most people did too first. */
      order: Type.Optional(oneOf(['recent', 'adopted'])),
    }),
  ]),
  reply: Page(LibraryPractice),
})
export const readLibraryShelves = get('/api/communities/:id/library/shelves', {
  summary: 'The themes and the jobs by which the library can be searched, with how many practices each holds',
  params: CommunityId,
  reply: Type.Object({
    themes: Type.Array(Theme),
    jobs: Type.Array(Type.Object({ job: Type.String(), practices: Type.Integer() })),
    can: Type.Object({ arrange: Type.Boolean() }),
  }),
})
export const nameTheme = put('/api/communities/:id/library/themes/:themeId', {
  summary: 'Add a theme to the library, or rename it',
  params: ThemeId,
  body: Type.Object({ name: Words(LIMITS.theme) }),
  reply: Theme,
})
export const dropTheme = del('/api/communities/:id/library/themes/:themeId', {
  summary: 'Take a theme off the library; its practices stay',
  params: ThemeId,
  reply: Done,
})
export const readLibraryPractice = get('/api/library/:postId', {
  summary: 'One good practice, as the library shows it',
  params: PracticeId,
  reply: LibraryPractice,
})
export const arrangePractice = put('/api/library/:postId', {
  summary:
    'Say under which themes a practice is found, for which jobs, and what it changed (its author, or a moderator)',
  params: PracticeId,
  body: Type.Object({
    themeIds: Type.Array(Id, { maxItems: LIMITS.themesEach }),
    jobs: Type.Array(Words(120), { maxItems: LIMITS.jobsEach }),
    before: Short,
    after: Short,
  }),
  reply: LibraryPractice,
})
export const readResults = get('/api/library/:postId/results', {
  summary: 'What those who did it too told, latest first',
  params: PracticeId,
  query: PageQuery,
  reply: Page(Result),
})
export const tellResult = put('/api/library/:postId/result', {
  summary: 'I did it too, and this is what it changed: told by me, read by those who read the practice',
  params: PracticeId,
  body: Type.Object({ before: Short, after: Short, words: Type.String({ maxLength: LIMITS.words }) }),
  reply: LibraryPractice,
})
export const takeBackResult = del('/api/library/:postId/result', {
  summary: 'Take back what I told; that I did it too stays until I undo it',
  params: PracticeId,
  reply: LibraryPractice,
})

export const practiceArranged = event('practice.arranged', Type.Object({ postId: Id }))
export const resultTold = event(
  'practice.result_told',
  Type.Object({ postId: Id, resultCount: Type.Integer() }),
)
