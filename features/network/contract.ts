import { get, patch } from '#platform/contract/endpoint.ts'
import { Id, Language, Nullable, Type, Words, type Static } from '#platform/contract/schema.ts'

/** What anybody who opens the address may know. */
export const Network = Type.Object({
  /** False: nobody has created this network yet, the set-up page is open. */
  setUp: Type.Boolean(),
  name: Type.String(),
  /** #rrggbb, dark enough for white words on it. */
  color: Type.String(),
  logoFileId: Nullable(Id),
  languages: Type.Array(Language),
  /** Of those who have not chosen theirs. */
  language: Language,
  timeZone: Type.String(),
  /** Synthetic people only. */
  demonstration: Type.Boolean(),
})
export type Network = Static<typeof Network>

export const NetworkChange = Type.Object({
  name: Type.Optional(Words(80)),
  color: Type.Optional(Type.String({ maxLength: 7 })),
  logoFileId: Type.Optional(Nullable(Id)),
  languages: Type.Optional(Type.Array(Language, { maxItems: 2 })),
  language: Type.Optional(Language),
  timeZone: Type.Optional(Type.String({ maxLength: 60 })),
  schoolZones: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 20 })),
  /** Figures about groups stay silent under this size. */
  threshold: Type.Optional(Type.Integer({ maximum: 1000 })),
  /** How long acts of administration are kept in the log. */
  logMonths: Type.Optional(Type.Integer({ maximum: 1000 })),
  /** Whoever administers the network sets a second factor up, or a passkey, before anything else. */
  administratorsNeedFactor: Type.Optional(Type.Boolean()),
})
export type NetworkChange = Static<typeof NetworkChange>

export const NetworkSettings = Type.Object({
  network: Network,
  schoolZones: Type.Array(Type.String()),
  threshold: Type.Integer(),
  logMonths: Type.Integer(),
  administratorsNeedFactor: Type.Boolean(),
})
export type NetworkSettings = Static<typeof NetworkSettings>

export const readNetwork = get('/api/network', {
  summary: 'The network, as anybody may know it',
  who: 'anyone',
  reply: Network,
})
export const readSchoolZones = get('/api/network/school-zones', {
  summary: 'The zones whose school holidays are known',
  who: 'anyone',
  reply: Type.Object({ zones: Type.Array(Type.String()), source: Type.String() }),
})
export const readNetworkSettings = get('/api/network/settings', {
  summary: 'The settings of the network',
  who: 'administrator',
  reply: NetworkSettings,
})
export const changeNetwork = patch('/api/network', {
  summary: 'Change the settings of the network',
  who: 'administrator',
  body: NetworkChange,
  reply: NetworkSettings,
})
