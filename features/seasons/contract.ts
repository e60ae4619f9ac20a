import { del, get, put } from '#platform/contract/endpoint.ts'
import { Day, Done, Id, Nullable, oneOf, Type, Words, type Static } from '#platform/contract/schema.ts'
import { READINGS } from './rules/against-season.ts'
import { VERDICTS } from './rules/backtest.ts'
import { BLOCKS } from './rules/calendar.ts'
import { DIP_SEASONS, PHASES } from './rules/dips.ts'
import { HOLIDAYS, REGIONS } from './rules/public-holidays.ts'

export const PublicHoliday = Type.Object({ day: Day, name: oneOf(HOLIDAYS) })
export const SchoolHoliday = Type.Object({
  zone: Type.String(),
  name: Type.String(),
  firstDay: Day,
  lastDay: Day,
})
export const BlockedDays = Type.Object({
  id: Id,
  label: Type.String(),
  kind: oneOf(BLOCKS),
  /** '' is everywhere. */
  site: Type.String(),
  firstDay: Day,
  lastDay: Day,
})
export type BlockedDays = Static<typeof BlockedDays>
export const SiteRegion = Type.Object({ region: oneOf(REGIONS), site: Type.String({ maxLength: 120 }) })

/** A school holiday, with where its dates come from. */
export const SchoolPeriod = Type.Object({
  zone: Type.String(),
  /** The calendar year that its school year begins in. */
  year: Type.Integer(),
  name: Type.String(),
  firstDay: Day,
  lastDay: Day,
  confirmed: Type.Boolean(),
  /** What the ministry's data have; null for a period that was added. */
  published: Nullable(Type.Object({ firstDay: Day, lastDay: Day })),
  /** Null as long as the published dates hold. */
  correction: Nullable(Type.Object({ id: Id, source: Type.String(), sourceDay: Day })),
})
export type SchoolPeriod = Static<typeof SchoolPeriod>

/** The two school years whose dates are corrected, with those of the network's zones. */
export const SchoolCalendar = Type.Object({
  zones: Type.Array(Type.String()),
  years: Type.Array(Type.Object({ year: Type.Integer(), periods: Type.Array(SchoolPeriod) })),
})
export type SchoolCalendar = Static<typeof SchoolCalendar>

/** What is drawn over a calendar. */
export const Overlay = Type.Object({
  from: Day,
  to: Day,
  publicHolidays: Type.Array(PublicHoliday),
  school: Type.Array(SchoolHoliday),
  blocked: Type.Array(BlockedDays),
})
export type Overlay = Static<typeof Overlay>

/** A figure read against the season (rules/against-season.ts). `season` 1 is an ordinary period. */
export const AgainstSeason = Type.Object({
  reading: oneOf(READINGS),
  expected: Nullable(Type.Number()),
  season: Type.Number(),
  seasonBefore: Type.Number(),
})
export type AgainstSeason = Static<typeof AgainstSeason>

/** Something light to publish, or to come back with; written in the reader's language. */
export const Format = Type.Object({ key: Type.String(), title: Type.String(), text: Type.String() })
export type Format = Static<typeof Format>

export const NextDip = Type.Object({
  season: oneOf(DIP_SEASONS),
  firstDay: Day,
  lastDay: Day,
  /** Of an ordinary week, in the deepest one. */
  share: Type.Number(),
  returnsOn: Day,
  proposedOn: Day,
  phase: oneOf(PHASES),
  weeksUntil: Type.Integer(),
  /** Light formats for the dip itself. */
  formats: Type.Array(Format),
  /** What the return begins with. */
  revival: Type.Array(Format),
})
export type NextDip = Static<typeof NextDip>

export const PastWeek = Type.Object({
  week: Day,
  silent: Type.Boolean(),
  acts: Nullable(Type.Integer()),
  /** What the season left of an ordinary week. */
  season: Type.Number(),
})
export const AheadWeek = Type.Object({
  week: Day,
  season: Type.Number(),
  /** Null while there is too little to start from. */
  acts: Nullable(Type.Integer()),
  low: Nullable(Type.Integer()),
  high: Nullable(Type.Integer()),
})
const Errors = Type.Object({ mae: Type.Number(), wape: Type.Number(), mape: Type.Number() })
const Compared = Type.Object({
  points: Type.Integer(),
  ours: Errors,
  theirs: Errors,
  verdict: oneOf(VERDICTS),
})
export const Season = Type.Object({
  spaceId: Id,
  name: Type.String(),
  today: Day,
  threshold: Type.Integer(),
  /** Full weeks, the oldest first: eighteen months at most. */
  past: Type.Array(PastWeek),
  /** The week under way, then eight. */
  ahead: Type.Array(AheadWeek),
  /** Acts of an ordinary week, lately; null while there is too little. */
  level: Nullable(Type.Integer()),
  /** A year of history is there: its own season is blended in. */
  ownYear: Type.Boolean(),
  /** Against "as last week", and against "as the same week last year". */
  backtest: Nullable(Type.Object({ naive: Compared, lastYear: Nullable(Compared) })),
  dip: Nullable(NextDip),
  overlay: Overlay,
})
export type Season = Static<typeof Season>

export const SeasonSettings = Type.Object({
  regions: Type.Array(SiteRegion),
  blocked: Type.Array(BlockedDays),
  sites: Type.Array(Type.String()),
})
export type SeasonSettings = Static<typeof SeasonSettings>

export const readSeason = get('/api/communities/:id/season', {
  summary: 'What a community does week by week, what to expect of the next eight, and how far that was right',
  params: Type.Object({ id: Id }),
  reply: Season,
})
export const readOverlay = get('/api/season/days', {
  summary: "Public holidays, school holidays of the network's zones and the company's own days in a period",
  query: Type.Object({ from: Day, to: Day }),
  reply: Overlay,
})
export const readSeasonSettings = get('/api/season/settings', {
  summary: "The company's own days and the regions whose public holidays count",
  who: 'animator',
  reply: SeasonSettings,
})
export const setBlockedDays = put('/api/season/blocked/:id', {
  summary: "Note days of the company's own: a closure, or a busy time",
  who: 'administrator',
  params: Type.Object({ id: Id }),
  body: Type.Object({
    label: Words(80),
    kind: oneOf(BLOCKS),
    site: Type.Optional(Type.String({ maxLength: 120 })),
    firstDay: Day,
    lastDay: Day,
  }),
  reply: BlockedDays,
})
export const dropBlockedDays = del('/api/season/blocked/:id', {
  summary: "Take days of the company's own off the calendar",
  who: 'administrator',
  params: Type.Object({ id: Id }),
  reply: Done,
})
export const setRegions = put('/api/season/regions', {
  summary: 'Say where public holidays are more than the eleven: a region, for one site or for all',
  who: 'administrator',
  body: Type.Object({ regions: Type.Array(SiteRegion, { maxItems: 40 }) }),
  reply: SeasonSettings,
})
export const readSchoolCalendar = get('/api/season/school', {
  summary:
    "The school holidays of the network's zones, this school year and the next, and where their dates come from",
  who: 'animator',
  reply: SchoolCalendar,
})
export const correctSchoolHoliday = put('/api/season/school/:id', {
  summary: 'Correct the dates of a school holiday, or add one that the data lack, with where they were read',
  who: 'administrator',
  params: Type.Object({ id: Id }),
  body: Type.Object({
    zone: Type.String({ minLength: 1, maxLength: 20 }),
    year: Type.Integer({ minimum: 2000, maximum: 2200 }),
    name: Words(60),
    /** One that the data lack: refused when they have it, so that nobody corrects a period without knowing. */
    added: Type.Boolean(),
    firstDay: Day,
    lastDay: Day,
    source: Words(160),
    sourceDay: Day,
  }),
  reply: SchoolCalendar,
})
export const dropSchoolCorrection = del('/api/season/school/:id', {
  summary: 'Go back to the published dates of a school holiday, or take off one that was added',
  who: 'administrator',
  params: Type.Object({ id: Id }),
  reply: SchoolCalendar,
})
