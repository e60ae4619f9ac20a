import { del, get, post, put } from '#platform/contract/endpoint.ts'
import {
  Day,
  Done,
  Id,
  Language,
  Nullable,
  oneOf,
  Time,
  Type,
  Words,
  type Static,
} from '#platform/contract/schema.ts'
import { Publication } from '#features/publishing/contract.ts'
import { SPOKEN } from '#features/publishing/rules/network-names.ts'
import { LABELS, NETWORKS } from './rules/networks.ts'

export const ShareNetwork = oneOf(NETWORKS)
const ForNetwork = oneOf(['any', ...NETWORKS])
const Label = oneOf(LABELS)
const KitState = oneOf(['draft', 'published', 'ended'])
const ById = Type.Object({ id: Id })

/** What is shared; of its texts a person is offered one at a time. */
export const Kit = Type.Object({
  id: Id,
  programmeId: Id,
  title: Type.String(),
  url: Type.String(),
  hashtags: Type.Array(Type.String()),
  reward: Type.String(),
  label: Nullable(Label),
  startsOn: Nullable(Day),
  endsOn: Nullable(Day),
  state: KitState,
  /** A published kit outside its dates is not on; 'on' says that it may be shared, hours aside. */
  on: oneOf(['draft', 'upcoming', 'on', 'ended']),
  languages: Type.Array(Language),
  visuals: Type.Array(
    Type.Object({ fileId: Id, alt: Type.String(), name: Type.String(), mediaType: Type.String() }),
  ),
})
export type Kit = Static<typeof Kit>

const Variant = Type.Object({ id: Id, network: ForNetwork, language: Language, body: Words(3000) })
export type Variant = Static<typeof Variant>

export const KitDraft = Type.Object({
  programmeId: Id,
  title: Words(120),
  url: Words(2000),
  hashtags: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 10 }),
  reward: Type.String({ maxLength: 200 }),
  label: Nullable(Label),
  startsOn: Nullable(Day),
  endsOn: Nullable(Day),
  visuals: Type.Array(Type.Object({ fileId: Id, alt: Type.String({ maxLength: 500 }) }), { maxItems: 4 }),
  variants: Type.Array(Variant, { maxItems: 40 }),
})
export type KitDraft = Static<typeof KitDraft>

/** As those who animate work on it. */
export const KitWorkshop = Type.Object({ kit: Kit, variants: Type.Array(Variant) })
export type KitWorkshop = Static<typeof KitWorkshop>

export const readKits = get('/api/programmes/:id/kits', {
  summary: 'The share kits of a programme; drafts are shown to those who animate',
  params: ById,
  reply: Type.Object({
    items: Type.Array(Kit),
    can: Type.Object({ shape: Type.Boolean(), share: Type.Boolean() }),
  }),
})
export const readKit = get('/api/kits/:id', {
  summary: 'One share kit, without its texts',
  params: ById,
  reply: Kit,
})
export const readKitWorkshop = get('/api/kits/:id/workshop', {
  summary: 'One share kit with all its texts, for those who animate',
  params: ById,
  reply: KitWorkshop,
})
export const setKit = put('/api/kits/:id', {
  summary: 'Create a share kit, or change it; once published its address and its label stay',
  params: ById,
  body: KitDraft,
  reply: KitWorkshop,
})
export const setKitState = put('/api/kits/:id/state', {
  summary: 'Publish a share kit, or end it: its links then say so',
  params: ById,
  body: Type.Object({ state: oneOf(['published', 'ended']) }),
  reply: KitWorkshop,
})
export const removeKit = del('/api/kits/:id', {
  summary: 'Remove a draft',
  params: ById,
  reply: Done,
})

const NetworkFigure = Type.Object({
  network: ShareNetwork,
  /** Told by those who shared, up to yesterday; null under the threshold of people. */
  shares: Nullable(Type.Integer()),
  clicks: Type.Integer(),
  visitors: Type.Integer(),
  /** No network gives the impressions of what a person posts through an intent. */
  impressions: Nullable(Type.Integer()),
  cpm: Nullable(Type.Number()),
  cpc: Nullable(Type.Number()),
  value: Nullable(Type.Number()),
})
export const KitFigures = Type.Object({
  threshold: Type.Integer(),
  currency: Type.String(),
  /** Of all networks; null under the threshold, or where it would give a silent network away. */
  shares: Nullable(Type.Integer()),
  visitors: Type.Integer(),
  clicks: Type.Integer(),
  value: Nullable(Type.Number()),
  networks: Type.Array(NetworkFigure),
  days: Type.Array(Type.Object({ day: Day, visitors: Type.Integer() })),
})
export type KitFigures = Static<typeof KitFigures>
export const readKitFigures = get('/api/kits/:id/figures', {
  summary: 'What a kit brought: counts by network and by day, and never who',
  params: ById,
  reply: KitFigures,
})

const Hour = Type.String({ maxLength: 5 })
export const ShareSettings = Type.Object({
  perDay: Type.Integer({ minimum: 1, maximum: 20 }),
  perWeek: Type.Integer({ minimum: 1, maximum: 60 }),
  quietFrom: Hour,
  quietTo: Hour,
  quietWeekends: Type.Boolean(),
  quietHolidays: Type.Boolean(),
  currency: Type.String({ maxLength: 3 }),
  rates: Type.Array(
    Type.Object({
      network: ShareNetwork,
      cpm: Nullable(Type.Number({ minimum: 0, maximum: 100_000 })),
      cpc: Nullable(Type.Number({ minimum: 0, maximum: 100_000 })),
    }),
    { maxItems: 9 },
  ),
})
export type ShareSettings = Static<typeof ShareSettings>
export const readShareSettings = get('/api/programmes/:id/share-settings', {
  summary: 'Caps, quiet hours and rates of a programme',
  params: ById,
  reply: ShareSettings,
})
export const setShareSettings = put('/api/programmes/:id/share-settings', {
  summary: 'Set caps, quiet hours and rates',
  params: ById,
  body: ShareSettings,
  reply: ShareSettings,
})

/** What is held about my own sharing. Nobody else reads it, whatever their role. */
export const MySharing = Type.Object({
  /** Ambassadors who serve may share. */
  may: Type.Boolean(),
  /** They chose in their follow-up that what they share may count; each share then asks. */
  counts: Type.Boolean(),
  /** Their own file in the programme, where they choose it. */
  fileId: Nullable(Id),
  networks: Type.Array(Type.Object({ network: ShareNetwork, instance: Type.String(), since: Time })),
  shares: Type.Array(
    Type.Object({
      id: Id,
      kitId: Id,
      title: Type.String(),
      network: ShareNetwork,
      counted: Type.Boolean(),
      sharedAt: Time,
    }),
  ),
  /** By accounts of mine, whatever became of them, newest first. */
  publications: Type.Array(Type.Object({ kitId: Id, title: Type.String(), publication: Publication })),
  perDay: Type.Integer(),
  perWeek: Type.Integer(),
  /** Those that wait for their hour counted. */
  left: Type.Integer(),
  quiet: Type.Boolean(),
  /** Of quiet hours; null when they are over. */
  opensAt: Nullable(Time),
  quietFrom: Hour,
  quietTo: Hour,
  quietWeekends: Type.Boolean(),
  threshold: Type.Integer(),
  /** Months after which a share of mine is forgotten. */
  keptMonths: Type.Integer(),
})
export type MySharing = Static<typeof MySharing>
export const readMySharing = get('/api/programmes/:id/my-sharing', {
  summary: 'What is held about my own sharing, for me alone',
  params: ById,
  reply: MySharing,
})
const OnNetwork = Type.Object({ id: Id, network: ShareNetwork })
export const chooseNetwork = put('/api/programmes/:id/my-sharing/:network', {
  summary: 'Share on this network, because I want to; on Mastodon, where my account is',
  params: OnNetwork,
  body: Type.Object({ instance: Type.Optional(Type.String({ maxLength: 300 })) }),
  reply: MySharing,
})
export const withdrawNetwork = del('/api/programmes/:id/my-sharing/:network', {
  summary: 'Share there no longer: what was held about it is removed at once',
  params: OnNetwork,
  reply: Done,
})

export const Offer = Type.Object({
  variantId: Id,
  language: Language,
  /** The suggested text with its hashtags and, when there is a reward, the label of the law. */
  text: Type.String(),
  /** The employment link, proposed. */
  disclosure: Type.String(),
  link: Type.String(),
  title: Type.String(),
  instance: Type.String(),
  /** Whether another text exists for this network and language. */
  others: Type.Boolean(),
})
export type Offer = Static<typeof Offer>
export const offerVariant = post('/api/kits/:id/offer', {
  summary: 'A text of my own for this network: the one offered least so far',
  params: ById,
  body: Type.Object({
    network: ShareNetwork,
    language: Language,
    another: Type.Optional(Type.Boolean()),
  }),
  reply: Offer,
})
export const compareWords = post('/api/kits/:id/words', {
  summary: 'Whether these very words are out already; nothing is kept of them',
  params: ById,
  body: Type.Object({ network: ShareNetwork, text: Words(5000) }),
  reply: Type.Object({ known: Type.Boolean() }),
})
export const tellShare = put('/api/shares/:id', {
  summary:
    'I have shared it: counted without my name, kept for me alone, and among my contributions if I say so',
  params: ById,
  body: Type.Object({ kitId: Id, network: ShareNetwork, text: Words(5000), counted: Type.Boolean() }),
  reply: MySharing,
})
export const publishShare = put('/api/shares/:id/publication', {
  summary:
    'Publish a text of the kit on an account of mine, now or at an open hour: once, however often it is asked; counted without my name once it has left',
  params: ById,
  body: Type.Object({
    kitId: Id,
    network: oneOf(SPOKEN),
    connectionId: Id,
    language: Language,
    /** In my words, with the label of the law where there is a reward; the link is added. */
    text: Words(5000),
    /** A visual of the kit, with its description; null: none. */
    fileId: Nullable(Id),
    /** Absent: now. Within open hours, and within what a day and a week may hold. */
    publishAt: Type.Optional(Nullable(Time)),
    counted: Type.Boolean(),
  }),
  reply: MySharing,
})

export const tryShare = post('/api/shares/:id/publication/retry', {
  summary: 'Try again what did not leave, under the same hours and caps',
  params: ById,
  reply: MySharing,
})

export const forgetShare = del('/api/shares/:id', {
  summary: 'Forget a share of mine: what was published stays on the network, what waits does not leave',
  params: ById,
  reply: Done,
})

export const followLink = get('/s/:code', {
  summary: 'A short link: leads to the address of its kit, and to no other',
  who: 'anyone',
  params: Type.Object({ code: Type.String({ maxLength: 40 }) }),
  reply: Type.Object({}),
})
