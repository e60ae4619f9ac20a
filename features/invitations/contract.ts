import { del, get, post, put } from '#platform/contract/endpoint.ts'
import {
  Day,
  Id,
  Language,
  Nullable,
  oneOf,
  Page,
  PageQuery,
  Time,
  Type,
  Words,
  type Static,
} from '#platform/contract/schema.ts'
import { MOST_SHARED_DAYS, MOST_SHARED_USES } from './rules/reminders.ts'

export const Channel = oneOf(['email', 'letter'])
export const InvitationState = oneOf(['sent', 'bounced', 'accepted', 'withdrawn'])

/** As an animator follows them up, by name: an invitation has an addressee. */
export const Invitee = Type.Object({
  memberId: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  job: Type.String(),
  site: Type.String(),
  photoFileId: Nullable(Id),
  guest: Type.Boolean(),
})
export type Invitee = Static<typeof Invitee>

export const Reminder = Type.Object({
  day: Type.Integer(),
  dueAt: Time,
  state: oneOf(['planned', 'sent', 'cancelled']),
})

export const Invitation = Type.Object({
  id: Id,
  campaignId: Id,
  invitee: Invitee,
  email: Nullable(Type.String()),
  channel: Channel,
  state: InvitationState,
  invitedAt: Time,
  acceptedAt: Nullable(Time),
  /** Until when the personal code opens; null when none does any more. */
  openUntil: Nullable(Time),
  reminders: Type.Array(Reminder),
})
export type Invitation = Static<typeof Invitation>

const Counts = {
  /** Withdrawn ones are not counted. */
  invited: Type.Integer(),
  arrived: Type.Integer(),
  waiting: Type.Integer(),
  bounced: Type.Integer(),
  withdrawn: Type.Integer(),
  byEmail: Type.Integer(),
  byLetter: Type.Integer(),
  /** People whose invitation or next reminder is still to come. */
  remindersPlanned: Type.Integer(),
}

export const Campaign = Type.Object({
  id: Id,
  spaceId: Id,
  audienceId: Nullable(Id),
  audienceName: Nullable(Type.String()),
  message: Type.String(),
  by: Nullable(Type.Object({ memberId: Id, givenName: Type.String(), familyName: Type.String() })),
  createdAt: Time,
  ...Counts,
  /** E-mails not written yet: the rest is on its way. */
  toWrite: Type.Integer(),
})
export type Campaign = Static<typeof Campaign>

export const FollowUp = Type.Object({
  ...Counts,
  /** People waiting for a letter, by site ('' when unknown). */
  letters: Type.Array(Type.Object({ site: Type.String(), people: Type.Integer() })),
})
export type FollowUp = Static<typeof FollowUp>

export const Guest = Type.Object({
  id: Id,
  givenName: Words(80),
  familyName: Words(80),
  email: Type.Optional(Nullable(Type.String({ format: 'email', maxLength: 254 }))),
  /** The outside organisation they come from, when it is known here. */
  organizationId: Type.Optional(Id),
})
export type Guest = Static<typeof Guest>

/** Whom to invite: an audience, people of the directory, people who are in no directory yet. */
const chosen = {
  audienceId: Type.Optional(Nullable(Id)),
  memberIds: Type.Optional(Type.Array(Id, { maxItems: 500 })),
  guests: Type.Optional(Type.Array(Guest, { maxItems: 50 })),
}
export const Choice = Type.Object(chosen)
export type Choice = Static<typeof Choice>

export const Preview = Type.Object({
  toInvite: Type.Integer(),
  byEmail: Type.Integer(),
  byLetter: Type.Integer(),
  alreadyInvited: Type.Integer(),
  alreadyIn: Type.Integer(),
  sample: Type.Array(Invitee),
})
export type Preview = Static<typeof Preview>

export const CodeKind = oneOf(['poster', 'link'])
export const SharedCode = Type.Object({
  id: Id,
  kind: CodeKind,
  label: Type.String(),
  code: Type.String(),
  url: Type.String(),
  uses: Type.Integer(),
  maxUses: Type.Integer(),
  expiresAt: Time,
  state: oneOf(['open', 'expired', 'withdrawn', 'used_up']),
  createdAt: Time,
})
export type SharedCode = Static<typeof SharedCode>

const ById = Type.Object({ id: Id })

export const previewInvitations = post('/api/spaces/:id/invitations/preview', {
  summary: 'Whom an invitation would reach, by e-mail and by letter; nothing is sent',
  params: ById,
  body: Choice,
  reply: Preview,
})
export const sendCampaign = put('/api/campaigns/:id', {
  summary: 'Invite an audience, people of the directory, or people from outside',
  params: ById,
  body: Type.Object({
    spaceId: Id,
    message: Type.String({ maxLength: 1000 }),
    /** False: nobody is reminded. */
    reminders: Type.Boolean(),
    ...chosen,
  }),
  reply: Campaign,
})
export const readCampaigns = get('/api/spaces/:id/campaigns', {
  summary: 'The invitations sent for a community, sending by sending',
  params: ById,
  query: PageQuery,
  reply: Page(Campaign),
})
export const readFollowUp = get('/api/spaces/:id/invitations/counts', {
  summary: 'How many were invited, came, wait, bounced; letters to hand out, by site',
  params: ById,
  reply: FollowUp,
})
export const readInvitations = get('/api/spaces/:id/invitations', {
  summary: 'Who is invited and where each invitation stands',
  params: ById,
  query: Type.Intersect([
    PageQuery,
    Type.Object({
      state: Type.Optional(InvitationState),
      channel: Type.Optional(Channel),
      campaignId: Type.Optional(Id),
      site: Type.Optional(Type.String({ maxLength: 120 })),
      search: Type.Optional(Type.String({ maxLength: 80 })),
    }),
  ]),
  reply: Page(Invitation),
})
export const withdrawInvitation = del('/api/invitations/:id', {
  summary: 'Withdraw an invitation: its code opens nothing any more',
  params: ById,
  reply: Invitation,
})
export const sendAgain = post('/api/invitations/:id/sending', {
  summary: 'Send an invitation again, to a corrected address if need be, with a new code',
  params: ById,
  body: Type.Object({ email: Type.Optional(Type.String({ format: 'email', maxLength: 254 })) }),
  reply: Invitation,
})
export const cancelReminders = del('/api/invitations/:id/reminders', {
  summary: 'Remind this person no more',
  params: ById,
  reply: Invitation,
})
export const cancelReminder = del('/api/invitations/:id/reminders/:day', {
  summary: 'Cancel one reminder',
  params: Type.Object({ id: Id, day: Type.Integer() }),
  reply: Invitation,
})
export const cancelCampaignReminders = del('/api/campaigns/:id/reminders', {
  summary: 'Cancel every reminder of one sending',
  params: ById,
  reply: Campaign,
})

export const makeCode = put('/api/codes/:id', {
  summary: 'Make a shared code: for a poster or a link, capped and dated',
  params: ById,
  body: Type.Object({
    spaceId: Id,
    kind: CodeKind,
    label: Type.String({ maxLength: 80 }),
    maxUses: Type.Integer({ minimum: 1, maximum: MOST_SHARED_USES }),
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_SHARED_DAYS })),
  }),
  reply: SharedCode,
})
export const readCodes = get('/api/spaces/:id/codes', {
  summary: 'The shared codes of a community',
  params: ById,
  reply: Type.Object({ items: Type.Array(SharedCode) }),
})
export const withdrawCode = del('/api/codes/:id', {
  summary: 'Withdraw a shared code: posters and links made of it open nothing any more',
  params: ById,
  reply: SharedCode,
})
export const readQr = get('/api/codes/:id/qr', {
  summary: 'The QR of a shared code, as an image',
  params: ById,
  query: Type.Object({ format: Type.Optional(oneOf(['svg', 'png'])) }),
  reply: Type.Unsafe<unknown>({}),
})
export const printPoster = get('/api/codes/:id/poster', {
  summary: 'A poster to print: QR, code, three steps (PDF)',
  params: ById,
  query: Type.Object({ size: Type.Optional(oneOf(['A3', 'A4'])), language: Type.Optional(Language) }),
  reply: Type.Unsafe<unknown>({}),
})
export const printLetters = get('/api/spaces/:id/letters', {
  summary: 'The letters to hand out, one page per person waiting without e-mail (PDF)',
  params: ById,
  query: Type.Object({
    site: Type.Optional(Type.String({ maxLength: 120 })),
    campaignId: Type.Optional(Id),
    invitationId: Type.Optional(Id),
    language: Type.Optional(Language),
  }),
  reply: Type.Unsafe<unknown>({}),
})

/** What stands behind a door, for whoever holds a code that opens it. */
export const Entry = Type.Object({
  kind: oneOf(['personal', 'shared']),
  community: Type.Object({
    id: Id,
    name: Type.String(),
    valueProposition: Type.String(),
    /** The public page of the community, when it has chosen to have one. */
    previewSlug: Nullable(Type.String()),
  }),
  networkName: Type.String(),
  /** Who invites, and their word: to the person invited, or when the preview is public. */
  by: Nullable(Type.Object({ givenName: Type.String(), familyName: Type.String() })),
  message: Type.String(),
  /** Of a personal code: the name to check. */
  person: Nullable(
    Type.Object({
      givenName: Type.String(),
      familyName: Type.String(),
      site: Type.String(),
      language: Language,
      /** They already have an account: they sign in, then come in. */
      hasAccount: Type.Boolean(),
      /** With what they will sign in next time; some guests have neither, and need a passkey. */
      identifier: Nullable(oneOf(['email', 'staffNumber'])),
      /** How long their password must be, at least. */
      least: Type.Integer(),
    }),
  ),
  /** Whoever looks is signed in: as the person invited, or as somebody else. */
  you: oneOf(['visitor', 'invited', 'other']),
  alreadyIn: Type.Boolean(),
  expiresOn: Day,
})
export type Entry = Static<typeof Entry>

/** A seat, or a turn on the waiting list when the community is full. */
export const Arrival = Type.Object({ spaceId: Id, state: oneOf(['seated', 'waiting']) })
export type Arrival = Static<typeof Arrival>

const ByCode = Type.Object({ code: Type.String({ maxLength: 60 }) })
/** With a shared code: how the directory recognises somebody it expects. */
export const Recognition = Type.Object({ staffNumber: Words(60), familyName: Words(80) })
export type Recognition = Static<typeof Recognition>

export const readEntry = get('/api/entry/:code', {
  summary: 'What a code opens',
  who: 'anyone',
  params: ByCode,
  reply: Entry,
})
export const recognise = post('/api/entry/:code/person', {
  summary: 'With a shared code: is somebody of this name and staff number expected?',
  who: 'anyone',
  params: ByCode,
  body: Recognition,
  reply: Type.Object({
    givenName: Type.String(),
    familyName: Type.String(),
    site: Type.String(),
    language: Language,
  }),
})
export const enter = post('/api/entry/:code', {
  summary: 'Come in with a code: the account opens, with a password or before adding a passkey',
  who: 'anyone',
  params: ByCode,
  body: Type.Object({
    person: Type.Optional(Recognition),
    /** Absent: a passkey follows, in the session that opens here. */
    password: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  }),
  reply: Type.Object({ ...Arrival.properties, memberId: Id }),
})
export const takeOwnSeat = put('/api/entry/:code/seat', {
  summary: 'Come in with a code when one already has an account',
  params: ByCode,
  reply: Arrival,
})

/** An invitation addressed to me that I have not answered. */
export const MyInvitation = Type.Object({
  id: Id,
  spaceId: Id,
  community: Type.String(),
  valueProposition: Type.String(),
  message: Type.String(),
  by: Nullable(Type.Object({ givenName: Type.String(), familyName: Type.String() })),
  invitedAt: Time,
})
export type MyInvitation = Static<typeof MyInvitation>

export const readMyInvitations = get('/api/me/invitations', {
  summary: 'The communities I am invited to and not in yet',
  reply: Type.Object({ items: Type.Array(MyInvitation) }),
})
export const acceptInvitation = put('/api/me/invitations/:id/acceptance', {
  summary: 'Accept an invitation addressed to me, without its code',
  params: ById,
  reply: Arrival,
})
