import { del, get, patch, post, put } from '#platform/contract/endpoint.ts'
import { Done, Id, Nullable, Time, Type, Words, type Static } from '#platform/contract/schema.ts'

/** What the browser's own functions for passkeys take and give. */
const Ceremony = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true })
const Password = Type.String({ minLength: 1, maxLength: 200 })
const Code = Type.String({ minLength: 1, maxLength: 100 })
const Identifier = Words(254)
const ById = Type.Object({ id: Id })
const ByCode = Type.Object({ code: Type.String({ maxLength: 100 }) })

/** Signed in, or one more proof to give: the second factor, with this challenge. */
export const SignIn = Type.Object({ signedIn: Type.Boolean(), challengeId: Nullable(Id) })
export type SignIn = Static<typeof SignIn>

export const Session = Type.Object({
  id: Id,
  device: Type.String(),
  createdAt: Time,
  current: Type.Boolean(),
})
export type Session = Static<typeof Session>

export const Passkey = Type.Object({ id: Id, name: Type.String(), createdAt: Time })
export type Passkey = Static<typeof Passkey>

export const Challenge = Type.Object({ challengeId: Id, options: Ceremony })

export const SecondFactor = Type.Object({
  on: Type.Boolean(),
  recoveryCodes: Type.Integer(),
  /** Asked of those who administer the network. */
  wanted: Type.Boolean(),
})
export const RecoveryCodes = Type.Object({ codes: Type.Array(Type.String()) })

export const PasswordFacts = Type.Object({
  /** False: only passkeys so far. */
  set: Type.Boolean(),
  least: Type.Integer(),
})

export const signIn = post('/api/sessions', {
  summary: 'Sign in with an e-mail address or a staff number, and a password',
  who: 'anyone',
  body: Type.Object({ identifier: Identifier, password: Password }),
  reply: SignIn,
})
export const giveSecondFactor = post('/api/sessions/second-factor', {
  summary: 'Give the code of the second factor, or a recovery code',
  who: 'anyone',
  body: Type.Object({ challengeId: Id, code: Code }),
  reply: SignIn,
})
export const beginPasskeySignIn = post('/api/sessions/passkey/challenge', {
  summary: 'Begin to sign in with a passkey',
  who: 'anyone',
  reply: Challenge,
})
export const signInWithPasskey = post('/api/sessions/passkey', {
  summary: 'Sign in with a passkey',
  who: 'anyone',
  body: Type.Object({ challengeId: Id, response: Ceremony }),
  reply: SignIn,
})
export const readSessions = get('/api/sessions', {
  summary: 'Where I am signed in',
  reply: Type.Object({ items: Type.Array(Session) }),
})
export const signOut = del('/api/sessions/current', {
  whileOwing: true,
  summary: 'Sign out here',
  who: 'anyone',
  reply: Done,
})
export const endSession = del('/api/sessions/:id', {
  summary: 'End one of my sessions',
  params: ById,
  reply: Done,
})
export const endOtherSessions = del('/api/sessions', {
  summary: 'End all my sessions but this one',
  reply: Done,
})

export const readPasswordFacts = get('/api/me/password', {
  whileOwing: true,
  summary: 'What my password must be',
  reply: PasswordFacts,
})
export const changePassword = put('/api/me/password', {
  whileOwing: true,
  summary: 'Change my password; my other sessions end',
  body: Type.Object({ current: Type.Optional(Password), password: Password }),
  reply: Done,
})
export const askPasswordReset = post('/api/password-resets', {
  summary: 'Ask for a new password by e-mail; the answer is the same whoever asks',
  who: 'anyone',
  body: Type.Object({ identifier: Identifier }),
  reply: Done,
})
export const readPasswordReset = get('/api/password-resets/:code', {
  summary: 'Whether a code to choose a new password still works',
  who: 'anyone',
  params: ByCode,
  reply: Type.Object({ givenName: Type.String(), least: Type.Integer() }),
})
export const usePasswordReset = put('/api/password-resets/:code', {
  summary: 'Choose a new password with a code; all sessions end',
  who: 'anyone',
  params: ByCode,
  body: Type.Object({ password: Password }),
  reply: SignIn,
})
export const createResetCode = post('/api/people/:id/reset-code', {
  summary: 'Make a one-use code for somebody who has no e-mail address; shown once',
  who: 'administrator',
  params: ById,
  reply: Type.Object({ code: Type.String(), expiresAt: Time }),
})

export const readPasskeys = get('/api/passkeys', {
  whileOwing: true,
  summary: 'My passkeys',
  reply: Type.Object({ items: Type.Array(Passkey) }),
})
export const beginPasskey = post('/api/passkeys/challenge', {
  whileOwing: true,
  summary: 'Begin to add a passkey',
  body: Type.Object({ password: Type.Optional(Password) }),
  reply: Challenge,
})
export const addPasskey = put('/api/passkeys/:id', {
  whileOwing: true,
  summary: 'Add a passkey',
  params: ById,
  body: Type.Object({ challengeId: Id, name: Words(60), response: Ceremony }),
  reply: Passkey,
})
export const renamePasskey = patch('/api/passkeys/:id', {
  summary: 'Rename a passkey',
  params: ById,
  body: Type.Object({ name: Words(60) }),
  reply: Passkey,
})
export const removePasskey = del('/api/passkeys/:id', {
  summary: 'Remove a passkey',
  params: ById,
  reply: Done,
})

export const readSecondFactor = get('/api/me/second-factor', {
  whileOwing: true,
  summary: 'Whether my second factor is on',
  reply: SecondFactor,
})
export const beginSecondFactor = post('/api/me/second-factor', {
  whileOwing: true,
  summary: 'Begin to turn the second factor on: a secret for an authenticator application',
  body: Type.Object({ password: Type.Optional(Password) }),
  reply: Type.Object({ secret: Type.String(), address: Type.String(), qr: Type.String() }),
})
export const confirmSecondFactor = put('/api/me/second-factor', {
  whileOwing: true,
  summary: 'Turn the second factor on with its first code; recovery codes are shown once',
  body: Type.Object({ code: Code }),
  reply: RecoveryCodes,
})
export const renewRecoveryCodes = post('/api/me/second-factor/recovery-codes', {
  summary: 'New recovery codes; the former ones stop working',
  body: Type.Object({ code: Code }),
  reply: RecoveryCodes,
})
export const stopSecondFactor = put('/api/me/second-factor/off', {
  summary: 'Turn the second factor off',
  body: Type.Object({ code: Code }),
  reply: Done,
})
export const liftSecondFactor = del('/api/people/:id/second-factor', {
  summary: 'Take away the second factor of somebody who lost it',
  who: 'administrator',
  params: ById,
  reply: Done,
})
