import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'
import { enqueue } from '#platform/server/jobs.ts'
import { mailBounced } from '#platform/server/mail.ts'

let world: World
let nadia: Person
let mehdi: Person
let greta: Person
let boss: Person

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia')
  mehdi = await world.member('mehdi')
  greta = await world.member('greta', { standing: 'guest' })
  boss = await world.member('boss', { standing: 'administrator' })
})
afterAll(() => world.close())

const rows = <R extends object>(query: ReturnType<typeof sql>) => world.server.database.db.rows<R>(query)
const run = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))
const mailsTo = (person: Person) =>
  rows<{ subject: string; purpose: string; body_text: string }>(sql`
    select subject, purpose, body_text from mails where member_id = ${person.id} order by created_at, id`)

let count = 0
const expected = (facts: Parameters<World['member']>[1] = {}) =>
  world.member(`attendu${(count += 1)}`, { status: 'expected', ...facts })

async function audience(rule: object): Promise<string> {
  const id = uuid7()
  await run(
    sql`insert into audiences (id, name, rule) values (${id}, 'Public', ${JSON.stringify(rule)}::jsonb)`,
  )
  return id
}

const invite = (by: Person, space: { id: string }, choice: object, id = uuid7()) =>
  by.put(`/api/campaigns/${id}`, { spaceId: space.id, message: '', reminders: true, ...choice })

const listOf = async (space: { id: string }, query = '') =>
  (await nadia.get(`/api/spaces/${space.id}/invitations${query}`)).body.items

async function sendReminders(): Promise<void> {
  await world.server.database.transaction((trx) => enqueue(trx, 'send-reminders'))
  await world.runJobs()
}

test('an audience is invited: by e-mail who has one, by letter who has none, and nobody twice', async () => {
  const tempo = await world.community(nadia)
  const withMail = await expected({ site: 'Cholet' })
  const withoutMail = await expected({ site: 'Cholet', email: null })
  await expected({ site: 'Valence' })
  const audienceId = await audience({ all: [{ attribute: 'site', is: ['Cholet'] }] })

  const preview = await nadia.post(`/api/spaces/${tempo.id}/invitations/preview`, { audienceId })
  expect(preview.body).toMatchObject({ toInvite: 2, byEmail: 1, byLetter: 1, alreadyInvited: 0 })
  const sent = await invite(nadia, tempo, { audienceId, message: 'Viens comme tu es.' })
  expect(sent).toMatchObject({
    status: 200,
    body: { invited: 2, byEmail: 1, byLetter: 1, toWrite: 1, remindersPlanned: 1 },
  })
  await world.runJobs()

  const mails = await mailsTo(withMail)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.body_text).toMatch(
    /http:\/\/localhost:3000\/rejoindre\/[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}/,
  )
  expect(mails[0]?.body_text).toContain('Viens comme tu es.')
  expect(await mailsTo(withoutMail)).toHaveLength(0)

  expect(
    (await nadia.post(`/api/spaces/${tempo.id}/invitations/preview`, { audienceId })).body,
  ).toMatchObject({ toInvite: 0, alreadyInvited: 2 })
  expect((await invite(nadia, tempo, { audienceId })).body).toMatchObject({ invited: 0 })
  await world.runJobs()
  expect(await mailsTo(withMail)).toHaveLength(1)
})

test('the same sending repeated invites once', async () => {
  const tempo = await world.community(nadia)
  const someone = await expected()
  const id = uuid7()
  const first = await invite(nadia, tempo, { memberIds: [someone.id] }, id)
  const second = await invite(nadia, tempo, { memberIds: [someone.id] }, id)
  await world.runJobs()
  expect(second.body).toMatchObject({ id, invited: 1 })
  expect(first.status).toBe(200)
  expect(await mailsTo(someone)).toHaveLength(1)
  const other = await world.community(nadia)
  expect(await invite(nadia, other, { memberIds: [someone.id] }, id)).toMatchObject({
    status: 409,
    body: { code: 'campaign.other_space' },
  })
})

test('somebody in no directory is invited as a guest, and sees the community alone', async () => {
  const tempo = await world.community(nadia)
  const elsewhere = await world.community(nadia, { name: 'Ailleurs' })
  const guest = { id: uuid7(), givenName: 'Ana', familyName: 'Costa', email: 'ana@partenaire.example' }
  expect((await invite(nadia, tempo, { guests: [guest] })).body).toMatchObject({ invited: 1, byEmail: 1 })
  expect((await listOf(tempo))[0]).toMatchObject({
    invitee: { memberId: guest.id, guest: true },
    email: guest.email,
  })
  await world.runJobs()
  const [mail] = await rows<{ body_text: string }>(
    sql`select body_text from mails where member_id = ${guest.id}`,
  )
  const code = /rejoindre\/([0-9A-Z-]+)/.exec(mail?.body_text ?? '')?.[1] ?? ''
  const ana = world.visitor()
  expect((await ana.post(`/api/entry/${code}`, { password: 'cheval-agrafe-lanterne-9' })).status).toBe(200)
  expect((await ana.get('/api/spaces')).body.items.map((space: { id: string }) => space.id)).toEqual([
    tempo.id,
  ])
  expect((await ana.get(`/api/spaces/${elsewhere.id}`)).status).toBe(404)
  expect((await ana.get(`/api/spaces/${tempo.id}/invitations`)).status).toBe(403)
  expect(await invite(nadia, tempo, { guests: [{ ...guest, id: uuid7() }] })).toMatchObject({
    status: 409,
    body: { code: 'person.email_taken' },
  })
})

test('only those who animate the community invite and follow invitations', async () => {
  const tempo = await world.community(nadia)
  const closed = await world.community(nadia, { openness: 'closed' })
  const moderator = await world.member('moderatrice')
  const animator = await world.member('animatrice')
  await world.seat(tempo, mehdi)
  await world.seat(tempo, moderator, 'moderator')
  await world.seat(tempo, animator, 'animator')
  await world.seat(tempo, greta, 'animator')
  const someone = await expected()
  expect((await invite(animator, tempo, { memberIds: [someone.id] })).status).toBe(200)
  const [invitation] = await listOf(tempo)
  const codeId = uuid7()
  await nadia.put(`/api/codes/${codeId}`, { spaceId: tempo.id, kind: 'poster', label: '', maxUses: 5 })
  const asks = (who: Person): Promise<{ status: number }>[] => [
    invite(who, tempo, { memberIds: [someone.id] }),
    who.post(`/api/spaces/${tempo.id}/invitations/preview`, {}),
    who.get(`/api/spaces/${tempo.id}/invitations`),
    who.get(`/api/spaces/${tempo.id}/invitations/counts`),
    who.get(`/api/spaces/${tempo.id}/campaigns`),
    who.get(`/api/spaces/${tempo.id}/codes`),
    who.get(`/api/spaces/${tempo.id}/letters`),
    who.del(`/api/invitations/${invitation.id}`),
    who.post(`/api/invitations/${invitation.id}/sending`, {}),
    who.del(`/api/invitations/${invitation.id}/reminders`),
    who.del(`/api/invitations/${invitation.id}/reminders/7`),
    who.del(`/api/campaigns/${invitation.campaignId}/reminders`),
    who.put(`/api/codes/${uuid7()}`, { spaceId: tempo.id, kind: 'poster', label: '', maxUses: 5 }),
    who.del(`/api/codes/${codeId}`),
    who.get(`/api/codes/${codeId}/qr`),
    who.get(`/api/codes/${codeId}/poster`),
  ]
  // A guest who animates one space still may not reach into the directory.
  for (const who of [mehdi, moderator, greta, boss])
    expect((await Promise.all(asks(who))).map((answer) => answer.status)).toEqual(Array(16).fill(403))
  for (const status of (await Promise.all(asks(world.visitor()))).map((answer) => answer.status))
    expect(status).toBe(401)
  expect(await invite(mehdi, closed, { memberIds: [someone.id] })).toMatchObject({
    status: 404,
    body: { code: 'space.not_found' },
  })
  expect(await mehdi.del(`/api/invitations/${uuid7()}`)).toMatchObject({
    status: 404,
    body: { code: 'invitation.not_found' },
  })
  expect((await invite(nadia, tempo, {})).body.code).toBe('invitation.nobody')
})

test('a group is not something one invites to', async () => {
  const tempo = await world.community(nadia)
  const group = await world.group(nadia, tempo)
  expect((await invite(nadia, group, { memberIds: [mehdi.id] })).body.code).toBe(
    'invitation.communities_only',
  )
})

test('four reminders leave on their day, each can be cancelled, and none follows who came', async () => {
  const tempo = await world.community(nadia)
  const [a, b, c, d] = [await expected(), await expected(), await expected(), await expected()]
  await invite(nadia, tempo, { memberIds: [a.id, b.id, c.id, d.id] })
  await world.runJobs()
  const invitations = await listOf(tempo)
  const of = (person: Person) =>
    invitations.find((item: { invitee: { memberId: string } }) => item.invitee.memberId === person.id)
  expect(
    of(a).reminders.map((reminder: { day: number; state: string }) => [reminder.day, reminder.state]),
  ).toEqual([
    [1, 'planned'],
    [2, 'planned'],
    [7, 'planned'],
    [14, 'planned'],
  ])
  const daysAhead = of(a).reminders.map(
    (reminder: { dueAt: string }) => (Date.parse(reminder.dueAt) - Date.now()) / 86_400_000,
  )
  for (const [index, day] of [1, 2, 7, 14].entries())
    expect(Math.abs(daysAhead[index] - day)).toBeLessThan(1.05)

  await sendReminders()
  expect(await mailsTo(a)).toHaveLength(1)

  expect((await nadia.del(`/api/invitations/${of(b).id}/reminders/1`)).body.reminders[0].state).toBe(
    'cancelled',
  )
  expect((await nadia.del(`/api/invitations/${of(c).id}`)).body).toMatchObject({
    state: 'withdrawn',
    openUntil: null,
  })
  await run(sql`update members set status = 'active' where id = ${d.id}`)
  await world.seat(tempo, d)
  expect((await listOf(tempo, '?state=accepted'))[0]).toMatchObject({ invitee: { memberId: d.id } })

  await run(sql`update reminders set due_at = now() - interval '1 minute' where day = 1`)
  await sendReminders()
  await sendReminders()
  expect((await mailsTo(a)).map((mail) => mail.purpose)).toEqual(['invitation', 'reminder'])
  for (const person of [b, c, d]) expect(await mailsTo(person)).toHaveLength(1)

  // After a long stop, one letter and not three.
  await run(sql`update reminders set due_at = now() - interval '1 minute'`)
  await sendReminders()
  expect((await mailsTo(a)).map((mail) => mail.subject)).toHaveLength(3)
  expect((await mailsTo(a))[2]?.subject).toContain('dernier rappel')
  const after = (await listOf(tempo)).find((item: { id: string }) => item.id === of(a).id)
  expect(after.reminders.map((reminder: { state: string }) => reminder.state)).toEqual([
    'sent',
    'cancelled',
    'cancelled',
    'sent',
  ])
})

test('all reminders of a sending are cancelled at once, and one may invite without any', async () => {
  const tempo = await world.community(nadia)
  const a = await expected()
  const b = await expected()
  const sent = await invite(nadia, tempo, { memberIds: [a.id] })
  expect((await nadia.del(`/api/campaigns/${sent.body.id}/reminders`)).body).toMatchObject({
    remindersPlanned: 0,
  })
  expect((await invite(nadia, tempo, { memberIds: [b.id], reminders: false })).body).toMatchObject({
    remindersPlanned: 0,
  })
  await run(sql`update reminders set due_at = now() - interval '1 minute'`)
  await sendReminders()
  expect((await mailsTo(a)).map((mail) => mail.purpose)).toEqual(['invitation'])
})

test('a letter that bounces shows, stops the reminders, and leaves again once the address is corrected', async () => {
  const tempo = await world.community(nadia)
  const someone = await expected({ email: 'faute@essai.example' })
  await invite(nadia, tempo, { memberIds: [someone.id] })
  await world.runJobs()
  const [mail] = await rows<{ id: string; about_id: string }>(
    sql`select id, about_id from mails where member_id = ${someone.id}`,
  )
  await world.server.database.transaction(async (trx) => {
    for (const listener of mailBounced)
      await listener(trx, { id: mail?.id ?? '', purpose: 'invitation', aboutId: mail?.about_id ?? null })
  })
  const [bounced] = await listOf(tempo, '?state=bounced')
  expect(bounced).toMatchObject({ state: 'bounced', email: 'faute@essai.example' })
  expect(bounced.reminders.every((reminder: { state: string }) => reminder.state === 'cancelled')).toBe(true)
  expect((await nadia.get(`/api/spaces/${tempo.id}/invitations/counts`)).body).toMatchObject({
    invited: 1,
    bounced: 1,
    waiting: 0,
  })

  const again = await nadia.post(`/api/invitations/${bounced.id}/sending`, { email: 'juste@essai.example' })
  expect(again.body).toMatchObject({ state: 'sent', email: 'juste@essai.example' })
  expect(again.body.reminders.every((reminder: { state: string }) => reminder.state === 'planned')).toBe(true)
  // Pressed twice: sent once.
  await nadia.post(`/api/invitations/${bounced.id}/sending`, {})
  expect(await mailsTo(someone)).toHaveLength(2)
  expect(
    await nadia.post(`/api/invitations/${bounced.id}/sending`, { email: 'nadia@essai.example' }),
  ).toMatchObject({ status: 409 })
})

test('nobody changes the address of somebody who has an account by inviting them', async () => {
  const tempo = await world.community(nadia)
  const chief = await expected({ standing: 'administrator' })
  await invite(nadia, tempo, { memberIds: [mehdi.id, chief.id] })
  for (const invitation of await listOf(tempo))
    expect(
      await nadia.post(`/api/invitations/${invitation.id}/sending`, { email: 'a-moi@essai.example' }),
    ).toMatchObject({
      status: 403,
      body: { code: 'invitation.address.forbidden' },
    })
})

test('somebody withdrawn is not invited again by an audience, only by name', async () => {
  const tempo = await world.community(nadia)
  const someone = await expected({ site: 'Dole' })
  const audienceId = await audience({ all: [{ attribute: 'site', is: ['Dole'] }] })
  await invite(nadia, tempo, { audienceId })
  const [invitation] = await listOf(tempo)
  await nadia.del(`/api/invitations/${invitation.id}`)
  expect((await invite(nadia, tempo, { audienceId })).body.invited).toBe(0)
  expect((await invite(nadia, tempo, { memberIds: [someone.id] })).body.invited).toBe(1)
  expect((await listOf(tempo))[0]).toMatchObject({ state: 'sent' })
  await world.runJobs()
  expect((await listOf(tempo))[0].openUntil).not.toBeNull()
})

test('mails speak the language of the person', async () => {
  const tempo = await world.community(nadia)
  const owen = await expected({ language: 'en', givenName: 'Owen' })
  await invite(nadia, tempo, { memberIds: [owen.id] })
  await world.runJobs()
  expect((await mailsTo(owen))[0]).toMatchObject({ subject: 'Tempo: we saved you a seat' })
})

test('the list of invitations is filtered by state, channel, site and name', async () => {
  const tempo = await world.community(nadia)
  const zoe = await expected({ givenName: 'Zoé', familyName: 'Petit', email: null, site: 'Lure' })
  await invite(nadia, tempo, { memberIds: [zoe.id, (await expected()).id] })
  const names = async (query: string) =>
    (await listOf(tempo, query)).map((item: { invitee: { givenName: string } }) => item.invitee.givenName)
  expect(await names('?channel=letter')).toEqual(['Zoé'])
  expect(await names('?site=Lure')).toEqual(['Zoé'])
  expect(await names('?search=zoé')).toEqual(['Zoé'])
  expect(await names('?search=%25')).toEqual([])
  expect(await names('?state=withdrawn')).toEqual([])
  expect((await nadia.get(`/api/spaces/${tempo.id}/invitations/counts`)).body.letters).toEqual([
    { site: 'Lure', people: 1 },
  ])
})

test('two thousand people are invited in one go, a third of them by letter', async () => {
  const tempo = await world.community(nadia)
  await run(sql`
    insert into members (id, organization_id, status, staff_number, email, given_name, family_name, site)
    select gen_random_uuid(), (select id from organizations where not outside), 'expected', 'F' || n,
      case when n % 3 > 0 then 'f' || n || '@essai.example' end, 'Prénom ' || n, 'Foule', 'Foule'
    from generate_series(1, 2000) n`)
  const audienceId = await audience({ all: [{ attribute: 'site', is: ['Foule'] }] })
  const sent = await invite(nadia, tempo, { audienceId })
  expect(sent.body).toMatchObject({ invited: 2000, byEmail: 1334, byLetter: 666, toWrite: 1334 })
  const [codes] = await rows<{ count: number }>(sql`
    select count(distinct code_hash)::int as count from codes where space_id = ${tempo.id} and kind = 'personal'`)
  expect(codes?.count).toBe(2000)
  await world.runJobs()
  const campaigns = await nadia.get(`/api/spaces/${tempo.id}/campaigns`)
  expect(campaigns.body.items[0]).toMatchObject({ toWrite: 0, invited: 2000, by: { memberId: nadia.id } })
  const [mails] = await rows<{ count: number }>(sql`
    select count(*)::int as count from mails x join invitations i on i.id = x.about_id where i.space_id = ${tempo.id} and x.purpose = 'invitation'`)
  expect(mails?.count).toBe(1334)

  let cursor = ''
  const seen = new Set<string>()
  do {
    const page = await nadia.get(
      `/api/spaces/${tempo.id}/invitations?limit=100${cursor && `&cursor=${cursor}`}`,
    )
    for (const item of page.body.items) seen.add(item.id)
    cursor = page.body.next
  } while (cursor)
  expect(seen.size).toBe(2000)
}, 120_000)

test('somebody who has an account finds the invitation in their notifications, and accepts it there', async () => {
  const closed = await world.community(nadia, { name: 'Cercle', openness: 'closed' })
  const lea = await world.member('lea')
  await invite(nadia, closed, { memberIds: [lea.id], message: 'On a besoin de toi.' })
  expect((await lea.get('/api/notifications')).body.items[0]).toMatchObject({
    kind: 'invitation',
    spaceId: closed.id,
    spaceName: 'Cercle',
  })
  const [mine] = (await lea.get('/api/me/invitations')).body.items
  expect(mine).toMatchObject({
    community: 'Cercle',
    message: 'On a besoin de toi.',
    by: { givenName: 'Nadia' },
  })
  expect((await mehdi.put(`/api/me/invitations/${mine.id}/acceptance`)).status).toBe(404)
  expect((await lea.put(`/api/me/invitations/${mine.id}/acceptance`)).body).toEqual({
    spaceId: closed.id,
    state: 'seated',
  })
  expect((await lea.put(`/api/me/invitations/${mine.id}/acceptance`)).status).toBe(200)
  expect((await lea.get(`/api/spaces/${closed.id}`)).body.role).toBe('member')
  expect((await lea.get('/api/me/invitations')).body.items).toEqual([])
  expect((await listOf(closed))[0]).toMatchObject({ state: 'accepted' })
})

test('an audience stays as long as somebody invited by it is awaited', async () => {
  const boss = await world.member('responsable', { standing: 'animator' })
  const tempo = await world.community(boss, { name: 'Relais' })
  const person = await world.member('quelquun', { site: 'Morez' })
  const audienceId = await audience({ all: [{ attribute: 'site', is: ['Morez'] }] })
  const sent = await invite(boss, tempo, { audienceId })
  expect((await boss.get(`/api/audiences/${audienceId}`)).body.uses).toEqual([
    { kind: 'campaign', id: sent.body.id, name: 'Relais' },
  ])
  expect(await boss.del(`/api/audiences/${audienceId}`)).toMatchObject({
    status: 409,
    body: { code: 'audience.used', title: expect.stringContaining('Relais') },
  })
  const [mine] = (await person.get('/api/me/invitations')).body.items
  await person.put(`/api/me/invitations/${mine.id}/acceptance`)
  expect((await boss.del(`/api/audiences/${audienceId}`)).status).toBe(200)
})
