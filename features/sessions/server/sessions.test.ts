import { afterAll, beforeAll, expect, test } from 'vitest'
import { TOTP, Secret } from 'otpauth'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { setPassword } from './commands.ts'

const SECRET = 'rabot cigale tempête moutarde'

let world: World
let laurie: Person

beforeAll(async () => {
  world = await openWorld()
  laurie = await world.member('laurie', { standing: 'administrator' })
})
afterAll(() => world.close())

const transaction = (work: (trx: Trx) => Promise<unknown>) => world.server.database.transaction(work)

async function withPassword(name: string, facts: Parameters<World['member']>[1] = {}): Promise<Person> {
  const person = await world.member(name, facts)
  await transaction((trx) => setPassword(trx, person.id, SECRET))
  return person
}

const signIn = (identifier: string, password = SECRET, browser = world.visitor()) =>
  browser.post('/api/sessions', { identifier, password })

test('one signs in with an e-mail address or a staff number, in any case', async () => {
  await withPassword('mehdi')
  for (const identifier of ['mehdi@essai.example', 'MEHDI@Essai.example', 'mehdi', ' MEHDI ']) {
    const browser = world.visitor()
    expect((await signIn(identifier, SECRET, browser)).body).toEqual({ signedIn: true, challengeId: null })
    expect((await browser.get('/api/me')).body.givenName).toBe('Mehdi')
  }
})

test('the cookie is closed to scripts, and the token is not what the database keeps', async () => {
  const answer = await signIn('mehdi')
  const cookie = String(answer.headers['set-cookie'])
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
})

test('a wrong password, an unknown name, a closed or expected account: one and the same answer', async () => {
  await withPassword('karim')
  await withPassword('attendu', { status: 'expected' })
  const gone = await withPassword('parti')
  await laurie.put(`/api/accounts/${gone.id}/closed`)
  const answers = [
    await signIn('karim', 'autre chose entièrement'),
    await signIn('personne'),
    await signIn('parti'),
    await signIn('attendu'),
  ]
  for (const { status, body } of answers)
    expect({ status, body }).toEqual({ status: 401, body: answers[0]?.body })
  expect(answers[0]?.body.code).toBe('session.wrong')
})

test('guessing at one account soon has to wait, even with the right password; the others do not', async () => {
  await withPassword('ines')
  for (let round = 0; round < 5; round++)
    expect((await signIn('ines', `essai numéro ${round}`)).status).toBe(401)
  const locked = await signIn('ines@essai.example')
  expect(locked).toMatchObject({ status: 429, body: { code: 'platform.too_many' } })
  expect(Number(locked.headers['retry-after'])).toBeGreaterThan(10)
  expect((await signIn('mehdi')).status).toBe(200)
})

test('an account that does not exist is slowed down alike', async () => {
  for (let round = 0; round < 5; round++) await signIn('fantome')
  expect((await signIn('fantome')).status).toBe(429)
})

test('what counts guesses names nobody', async () => {
  const rows = await world.server.database.db.rows<{ key_hash: Buffer }>(sql`select key_hash from guesses`)
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row.key_hash.toString('utf8')).not.toMatch(/ines|fantome/)
})

test('a request that lacks its password is refused with the field at fault', async () => {
  const answer = await world.visitor().post('/api/sessions', { identifier: 'mehdi' })
  expect(answer).toMatchObject({
    status: 422,
    body: { code: 'platform.missing', errors: [{ field: 'password' }] },
  })
})

test.each([
  ['court', 'password.too_short'],
  ['thomasthomas', 'password.own_words'],
  ['motdepasse1234', 'password.guessable'],
  ['essai2026essai', 'password.own_words'],
  ['azertyuiop123456', 'password.guessable'],
])('the password %s is refused in one sentence', async (password, code) => {
  const thomas = await world.member(`thomas${Math.random()}`, { givenName: 'Thomas', email: null })
  const refused = transaction((trx) => setPassword(trx, thomas.id, password))
  await expect(refused).rejects.toMatchObject({ status: 422, code, field: 'password' })
})

test('an administrator needs a longer password than a member', async () => {
  const fourteen = 'rabot tempete7'
  await expect(transaction((trx) => setPassword(trx, laurie.id, fourteen))).rejects.toMatchObject({
    code: 'password.too_short',
  })
  const member = await world.member('yann')
  await transaction((trx) => setPassword(trx, member.id, fourteen))
})

test('changing the password asks for the present one and ends the other sessions', async () => {
  const awa = await withPassword('awa')
  const elsewhere = world.visitor()
  await signIn('awa', SECRET, elsewhere)
  expect(
    (
      await awa.put('/api/me/password', {
        current: 'pas celui-là du tout',
        password: 'gouge varlope 9 brouette',
      })
    ).body.code,
  ).toBe('password.wrong')
  expect(
    (await awa.put('/api/me/password', { current: SECRET, password: 'gouge varlope 9 brouette' })).status,
  ).toBe(200)
  expect((await elsewhere.get('/api/me')).status).toBe(401)
  expect((await awa.get('/api/me')).status).toBe(200)
  expect((await signIn('awa')).status).toBe(401)
  expect((await signIn('awa', 'gouge varlope 9 brouette')).status).toBe(200)
})

test('I see where I am signed in, without when I came, and end what I like', async () => {
  const luc = await withPassword('luc')
  const telephone = world.visitor()
  await signIn('luc', SECRET, telephone)
  const { items } = (await luc.get('/api/sessions')).body
  expect(items).toHaveLength(2)
  expect(Object.keys(items[0]).sort()).toEqual(['createdAt', 'current', 'device', 'id'])
  expect(items[0].current).toBe(true)
  const theirs = (await (await withPassword('clara')).get('/api/sessions')).body.items[0]
  await luc.del(`/api/sessions/${theirs.id}`)
  expect((await signIn('clara')).status).toBe(200)
  await luc.del(`/api/sessions/${items[1].id}`)
  expect((await telephone.get('/api/me')).status).toBe(401)
  await signIn('luc', SECRET, telephone)
  await luc.del('/api/sessions')
  expect((await telephone.get('/api/me')).status).toBe(401)
  expect((await luc.del('/api/sessions/current')).body).toEqual({ done: true })
  expect((await luc.get('/api/me')).status).toBe(401)
  expect((await world.visitor().del('/api/sessions/current')).status).toBe(200)
})

test('a forgotten password: the same answer for everybody, a letter for those who have an address', async () => {
  await withPassword('fatou')
  await withPassword('bruno', { email: null })
  const answers = []
  for (const identifier of ['fatou', 'bruno', 'inconnu'])
    answers.push((await world.visitor().post('/api/password-resets', { identifier })).body)
  expect(answers).toEqual([{ done: true }, { done: true }, { done: true }])
  await world.runJobs()
  const mails = await world.server.database.db.rows<{ to_address: string; body_text: string }>(sql`
    select to_address, body_text from mails where purpose = 'reset'`)
  expect(mails.map((mail) => mail.to_address)).toEqual(['fatou@essai.example'])
  const code = /mot-de-passe\/([\w-]+)/.exec(mails[0]?.body_text ?? '')?.[1] ?? ''
  const browser = world.visitor()
  expect((await browser.get(`/api/password-resets/${code}`)).body).toEqual({ givenName: 'Fatou', least: 12 })
  const password = 'gouge varlope 9 brouette'
  expect((await browser.put(`/api/password-resets/${code}`, { password: 'court' })).body.code).toBe(
    'password.too_short',
  )
  expect((await browser.put(`/api/password-resets/${code}`, { password })).body).toEqual({
    signedIn: true,
    challengeId: null,
  })
  expect((await browser.get('/api/me')).body.givenName).toBe('Fatou')
  expect(await world.visitor().put(`/api/password-resets/${code}`, { password })).toMatchObject({
    status: 404,
    body: { code: 'password.reset_gone' },
  })
  expect((await signIn('fatou')).status).toBe(401)
})

test('no more than three letters wait at once for one person', async () => {
  await withPassword('sofia')
  for (let round = 0; round < 5; round++)
    await world.visitor().post('/api/password-resets', { identifier: 'sofia' })
  await world.runJobs()
  const rows = await world.server.database.db.rows(
    sql`select 1 from mails where to_address = 'sofia@essai.example'`,
  )
  expect(rows).toHaveLength(3)
})

test('an administrator makes a code for somebody without e-mail; it is read aloud, typed in any way, and used once', async () => {
  const ousmane = await withPassword('ousmane', { email: null })
  const nadia = await world.member('nadia', { standing: 'animator' })
  expect((await nadia.post(`/api/people/${ousmane.id}/reset-code`)).status).toBe(403)
  const { body } = await laurie.post(`/api/people/${ousmane.id}/reset-code`)
  expect(body.code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  const log = await world.server.database.db.rows(
    sql`select details from audit_log where act = 'password.reset_code'`,
  )
  expect(log).toEqual([{ details: {} }])
  const typed = encodeURIComponent(body.code.toLowerCase().replaceAll('-', ' '))
  const browser = world.visitor()
  expect(
    (await browser.put(`/api/password-resets/${typed}`, { password: 'gouge varlope 9 brouette' })).body
      .signedIn,
  ).toBe(true)
  expect((await ousmane.get('/api/me')).status).toBe(401)
  const waiting = await world.member('attendue', { status: 'expected' })
  expect((await laurie.post(`/api/people/${waiting.id}/reset-code`)).body.code).toBe('password.not_active')
})

test('the second factor is asked for once it is on, each code works once, and recovery codes too', async () => {
  const victor = await withPassword('victor')
  const { secret, address, qr } = (await victor.post('/api/me/second-factor')).body
  expect(address).toContain('otpauth://totp/Essai')
  expect(qr).toMatch(/^data:image\/svg/)
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  expect((await victor.put('/api/me/second-factor', { code: '000000' })).body.code).toBe(
    'second_factor.wrong',
  )
  expect((await signIn('victor')).body.signedIn).toBe(true)
  // Not astride two half minutes: the code of the one before must still be accepted when it arrives.
  if (Date.now() % 30_000 > 27_000) await new Promise((resolve) => setTimeout(resolve, 3500))
  const now = totp.generate({ timestamp: Date.now() - 30_000 })
  const { codes } = (await victor.put('/api/me/second-factor', { code: now })).body
  expect(codes).toHaveLength(10)
  expect((await victor.get('/api/me/second-factor')).body).toEqual({
    on: true,
    recoveryCodes: 10,
    wanted: false,
  })

  const browser = world.visitor()
  const step = async () => (await signIn('victor', SECRET, browser)).body.challengeId
  const challengeId = await step()
  expect((await browser.get('/api/me')).status).toBe(401)
  const give = (challenge: string, code: string) =>
    browser.post('/api/sessions/second-factor', { challengeId: challenge, code })
  expect((await give(challengeId, now)).body.code).toBe('second_factor.wrong')
  const code = totp.generate()
  expect((await give(challengeId, `${code.slice(0, 3)} ${code.slice(3)}`)).body.signedIn).toBe(true)
  expect((await give(challengeId, code)).body.code).toBe('session.too_late')
  expect((await give(await step(), code)).body.code).toBe('second_factor.wrong')
  const recovery = String(codes[0]).toUpperCase()
  expect((await give(await step(), recovery)).body.signedIn).toBe(true)
  expect((await give(await step(), recovery)).body.code).toBe('second_factor.wrong')
  expect((await victor.get('/api/me/second-factor')).body.recoveryCodes).toBe(9)
  expect((await victor.put('/api/me/second-factor/off', { code: codes[1] })).status).toBe(200)
  expect((await signIn('victor')).body.signedIn).toBe(true)
})

test('an administrator is asked to turn the second factor on, and lifts that of others only', async () => {
  expect((await laurie.get('/api/me/second-factor')).body).toMatchObject({ on: false, wanted: true })
  expect((await laurie.del(`/api/people/${laurie.id}/second-factor`)).body.code).toBe('second_factor.own')
  const romain = await withPassword('romain')
  const { secret } = (await romain.post('/api/me/second-factor')).body
  await romain.put('/api/me/second-factor', {
    code: new TOTP({ secret: Secret.fromBase32(secret) }).generate(),
  })
  expect((await romain.del(`/api/people/${romain.id}/second-factor`)).status).toBe(403)
  await laurie.del(`/api/people/${romain.id}/second-factor`)
  expect((await signIn('romain')).body.signedIn).toBe(true)
})

test('the secret of a second factor is not readable in the database', async () => {
  const gaelle = await withPassword('gaelle')
  const { secret } = (await gaelle.post('/api/me/second-factor')).body
  const row = await world.server.database.db.row<{ secret_sealed: string }>(sql`
    select secret_sealed from second_factors where member_id = ${gaelle.id}`)
  expect(row?.secret_sealed).not.toContain(secret)
})

test('what no longer serves to come in is purged every day', async () => {
  await transaction(async (trx) => {
    await trx.run(
      sql`update sessions set expires_at = now() - interval '1 minute' where member_id = ${laurie.id}`,
    )
    await trx.run(sql`update guesses set until = now() - interval '2 days'`)
    await trx.run(
      sql`insert into challenges (id, purpose, value, expires_at) values (gen_random_uuid(), 'passkey', '', now() - interval '1 hour')`,
    )
  })
  const purge = world.server.jobs.tasks.get('purge-ways-in')
  await purge?.(world.server.database, {} as never, world.server.app.options.log)
  const { db } = world.server.database
  expect(await db.rows(sql`select 1 from sessions where member_id = ${laurie.id}`)).toEqual([])
  expect(await db.rows(sql`select 1 from guesses`)).toEqual([])
  expect(await db.rows(sql`select 1 from challenges where expires_at < now()`)).toEqual([])
})
