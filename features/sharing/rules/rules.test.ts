import { expect, test } from 'vitest'
import { accountLength, accountPost } from './account-post.ts'
import { webAddress, withOrigin } from './address.ts'
import { capPassed, roomOn } from './caps.ts'
import { instanceOf, intentFor, postOf } from './intents.ts'
import { lengthOn, LIMITS, tooLong } from './length.ts'
import { NETWORKS, saysLabel } from './networks.ts'
import { closesAfter, isQuiet, opensAgain, type Quiet } from './quiet.ts'
import { isPerson } from './robots.ts'
import { sayable } from './told.ts'
import { earnedValue } from './value.ts'
import { hashtagLine, plainHashtag, sameWords } from './words.ts'

const LINK = 'https://elan.aubrelle.example/s/k7w2x9p'
const post = { text: 'Moins 15 % & « ça marche » ? #Tempo', link: LINK, title: 'Tempo & nous' }

test('each network is opened at its own address, and what is written survives the way', () => {
  const read = (address: string | null) => new URL(address ?? 'about:blank')
  const linkedin = read(intentFor('linkedin', post).address)
  expect(linkedin.origin + linkedin.pathname).toBe('https://www.linkedin.com/sharing/share-offsite/')
  expect([...linkedin.searchParams]).toEqual([['url', LINK]])
  const facebook = read(intentFor('facebook', post).address)
  expect(facebook.origin + facebook.pathname).toBe('https://www.facebook.com/sharer/sharer.php')
  expect([...facebook.searchParams]).toEqual([['u', LINK]])
  const x = read(intentFor('x', post).address)
  expect(x.origin + x.pathname).toBe('https://x.com/intent/post')
  expect([...x.searchParams]).toEqual([
    ['text', post.text],
    ['url', LINK],
  ])
  const bluesky = read(intentFor('bluesky', post).address)
  expect(bluesky.origin + bluesky.pathname).toBe('https://bsky.app/intent/compose')
  expect(bluesky.searchParams.get('text')).toBe(`${post.text}\n\n${LINK}`)
  const whatsapp = read(intentFor('whatsapp', post).address)
  expect(whatsapp.origin + whatsapp.pathname).toBe('https://wa.me/')
  expect(whatsapp.searchParams.get('text')).toBe(`${post.text}\n\n${LINK}`)
  const mastodon = read(intentFor('mastodon', { ...post, instance: 'piaille.fr' }).address)
  expect(mastodon.origin + mastodon.pathname).toBe('https://piaille.fr/share')
  expect(mastodon.searchParams.get('text')).toBe(`${post.text}\n\n${LINK}`)
})

test('a mail has its lines as mail wants them, and no plus sign for a space', () => {
  const { address } = intentFor('email', { ...post, text: 'Bonjour,\nà demain' })
  expect(address).toBe(
    `mailto:?subject=Tempo%20%26%20nous&body=${encodeURIComponent(`Bonjour,\r\nà demain\r\n\r\n${LINK}`)}`,
  )
})

test('where the address carries no text, it is copied first; the phone and plain copy open nothing', () => {
  expect(NETWORKS.filter((network) => intentFor(network, post).copies)).toEqual([
    'linkedin',
    'facebook',
    'copy',
  ])
  for (const network of ['device', 'copy', 'mastodon'] as const)
    expect(intentFor(network, post).address).toBeNull()
  expect(postOf('linkedin', post)).toBe(post.text)
  expect(postOf('copy', post)).toBe(`${post.text}\n\n${LINK}`)
})

test('half a character does not break the way out', () => {
  expect(intentFor('bluesky', { ...post, text: 'a\ud83d' }).address).toContain(encodeURIComponent('a\ufffd'))
})

test('an instance is a host name, however it was typed', () => {
  for (const typed of [
    'piaille.fr',
    ' https://Piaille.fr/home ',
    '@lea@piaille.fr',
    'lea@piaille.fr',
    'http://piaille.fr',
  ])
    expect(instanceOf(typed)).toBe('piaille.fr')
  for (const typed of [
    '',
    'localhost',
    'piaille',
    'javascript:alert(1)',
    'a b.fr',
    'piaille.fr:8080',
    '-a.fr',
    '127.0.0.1',
    'piaille.fr?x=1',
  ])
    expect(instanceOf(typed)).toBeNull()
})

test('a family of emoji is one sign; X counts it two, as it counts every sign that is not Latin', () => {
  const family = '👨‍👩‍👧‍👦'
  expect(lengthOn('bluesky', family)).toBe(1)
  expect(lengthOn('linkedin', `é${family}🇫🇷`)).toBe(3)
  expect(lengthOn('x', family)).toBe(2)
  expect(lengthOn('x', '🇫🇷')).toBe(2)
  expect(lengthOn('x', 'é')).toBe(1)
  expect(lengthOn('x', 'e\u0301')).toBe(1)
  expect(lengthOn('x', 'été « oui » …')).toBe(14)
  expect(lengthOn('x', '木')).toBe(2)
})

test('X and Mastodon count any address as 23, Bluesky and LinkedIn as it is written', () => {
  const long = `https://a.fr/${'x'.repeat(100)}`
  expect(lengthOn('x', `vu ${long}`)).toBe(3 + 23)
  expect(lengthOn('mastodon', `vu https://a.fr`)).toBe(3 + 23)
  expect(lengthOn('bluesky', `vu ${long}`)).toBe(3 + 113)
})

test('a post is too long past the limit of its network, not at it', () => {
  for (const [network, limit] of Object.entries(LIMITS)) {
    expect(tooLong(network as 'x', 'é'.repeat(limit))).toBe(false)
    expect(tooLong(network as 'x', 'é'.repeat(limit + 1))).toBe(true)
  }
  expect(tooLong('whatsapp', 'a'.repeat(20_000))).toBe(false)
})

test('a kit leads to a web address and to nothing else', () => {
  expect(webAddress(' https://aubrelle.example/tempo?a=1#b ')).toBe('https://aubrelle.example/tempo?a=1#b')
  expect(webAddress('http://aubrelle.example')).toBe('http://aubrelle.example/')
  for (const typed of [
    '',
    'aubrelle.example',
    '//aubrelle.example',
    '/tempo',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.fr/',
    'https://',
    'https://moi:secret@aubrelle.example/',
    `https://a.fr/${'x'.repeat(2000)}`,
  ])
    expect(webAddress(typed)).toBeNull()
})

test('the address says where one comes from, and what it already said stays', () => {
  const kit = { title: 'Été à l’atelier : la suite' }
  const url = new URL(withOrigin('https://aubrelle.example/tempo?utm_source=site&b=2#haut', kit, 'linkedin'))
  expect(Object.fromEntries(url.searchParams)).toEqual({
    utm_source: 'site',
    b: '2',
    utm_medium: 'ambassadors',
    utm_campaign: 'ete-a-l-atelier-la-suite',
  })
  expect(url.hash).toBe('#haut')
  expect(new URL(withOrigin('https://a.fr/', kit, 'email')).searchParams.get('utm_medium')).toBe('email')
})

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'
const PEOPLE = [
  CHROME,
  'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [LinkedInApp]/9.30',
  'Mozilla/5.0 (Linux; Android 14; SM-A546B) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/490.0]',
]
const ROBOTS = [
  undefined,
  '',
  'curl/8.5.0',
  'WhatsApp/2.24.20 A',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'TelegramBot (like TwitterBot)',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
  'Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
  'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36',
  'http.rb/5.1.1 (Mastodon/4.3.0; +https://piaille.fr/) Bot',
  'python-requests/2.32',
]

test('people with a browser are counted, also inside the apps of networks', () => {
  for (const agent of PEOPLE) expect(isPerson({ method: 'GET', agent })).toBe(true)
  expect(isPerson({ method: 'GET', agent: CHROME, destination: 'document' })).toBe(true)
})

test('robots, previews, looks ahead and looks without following are not', () => {
  for (const agent of ROBOTS) expect([agent, isPerson({ method: 'GET', agent })]).toEqual([agent, false])
  expect(isPerson({ method: 'HEAD', agent: CHROME })).toBe(false)
  for (const purpose of ['prefetch', 'prefetch;prerender', 'prefetch;anonymous-client-ip', 'preview'])
    expect(isPerson({ method: 'GET', agent: CHROME, purpose })).toBe(false)
  expect(isPerson({ method: 'GET', agent: CHROME, destination: 'image' })).toBe(false)
})

const USUAL: Quiet = { quietFrom: '19:00', quietTo: '08:30', quietWeekends: true, quietHolidays: true }
const never = () => false
// 2026-11-27 is a Friday.
const at = (day: string, time: string) => ({ day, time })

test('evenings and nights are quiet, to the minute, across midnight', () => {
  expect(isQuiet(at('2026-11-26', '08:29'), USUAL, never)).toBe(true)
  expect(isQuiet(at('2026-11-26', '08:30'), USUAL, never)).toBe(false)
  expect(isQuiet(at('2026-11-26', '18:59'), USUAL, never)).toBe(false)
  expect(isQuiet(at('2026-11-26', '19:00'), USUAL, never)).toBe(true)
  expect(isQuiet(at('2026-11-26', '00:00'), USUAL, never)).toBe(true)
  expect(isQuiet(at('2026-11-26', '13:00'), { ...USUAL, quietFrom: '12:00', quietTo: '14:00' }, never)).toBe(
    true,
  )
  expect(isQuiet(at('2026-11-26', '03:00'), { ...USUAL, quietFrom: '00:00', quietTo: '00:00' }, never)).toBe(
    false,
  )
})

test('it says when it opens again: this morning, tomorrow, after the week-end, after the holiday', () => {
  expect(opensAgain(at('2026-11-26', '10:00'), USUAL, never)).toBeNull()
  expect(opensAgain(at('2026-11-26', '06:00'), USUAL, never)).toEqual(at('2026-11-26', '08:30'))
  expect(opensAgain(at('2026-11-26', '20:00'), USUAL, never)).toEqual(at('2026-11-27', '08:30'))
  expect(opensAgain(at('2026-11-27', '19:00'), USUAL, never)).toEqual(at('2026-11-30', '08:30'))
  expect(opensAgain(at('2026-11-28', '12:00'), USUAL, never)).toEqual(at('2026-11-30', '08:30'))
  const holiday = (day: string) => day === '2026-11-30'
  expect(opensAgain(at('2026-11-28', '12:00'), USUAL, holiday)).toEqual(at('2026-12-01', '08:30'))
  expect(isQuiet(at('2026-11-30', '12:00'), { ...USUAL, quietHolidays: false }, holiday)).toBe(false)
  const lunch = { ...USUAL, quietFrom: '12:00', quietTo: '14:00' }
  expect(opensAgain(at('2026-11-28', '23:00'), lunch, never)).toEqual(at('2026-11-30', '00:00'))
})

test('what is left is the smaller of the day and of the week, never less than none', () => {
  const caps = { perDay: 2, perWeek: 3 }
  const today = '2026-11-26'
  expect(roomOn(caps, [], today)).toBe(2)
  expect(roomOn(caps, ['2026-11-24', '2026-11-25', today], today)).toBe(0)
  expect(roomOn(caps, ['2026-11-20', '2026-11-21'], today)).toBe(1)
  expect(roomOn({ perDay: 1, perWeek: 3 }, [today, today, today, today], today)).toBe(0)
  // Eight days ago is another week.
  expect(roomOn(caps, ['2026-11-19', '2026-11-19', '2026-11-19'], today)).toBe(2)
})

test('what waits for its day takes its place, in every seven days that hold it', () => {
  const caps = { perDay: 1, perWeek: 3 }
  const monday = '2026-11-30'
  expect(capPassed(caps, [monday], monday)).toBe('day')
  expect(capPassed(caps, [], monday)).toBeNull()
  // Two before, one after: the week in the middle would hold four.
  expect(capPassed(caps, ['2026-11-27', '2026-11-28', '2026-12-01'], monday)).toBe('week')
  expect(capPassed(caps, ['2026-11-23', '2026-11-28', '2026-12-01'], monday)).toBeNull()
})

test('an open hour closes at the evening, at midnight before a day off, or not at all', () => {
  expect(closesAfter(at('2026-11-26', '10:00'), USUAL, never)).toEqual(at('2026-11-26', '19:00'))
  const day = { ...USUAL, quietFrom: '00:00', quietTo: '00:00' }
  expect(closesAfter(at('2026-11-27', '10:00'), day, never)).toEqual(at('2026-11-28', '00:00'))
  expect(closesAfter(at('2026-11-24', '10:00'), day, never)).toBeNull()
})

test('with a picture the link stands in the text and counts as the network counts it; without one a card shows it', () => {
  const share = { text: 'Venez voir. ', link: LINK, title: 'Tempo' }
  expect(accountPost(share, true)).toEqual({ text: `Venez voir.\n\n${LINK}`, link: '', linkTitle: '' })
  expect(accountPost(share, false)).toEqual({ text: 'Venez voir.', link: LINK, linkTitle: 'Tempo' })
  expect(accountLength('mastodon', accountPost(share, false))).toBe('Venez voir.'.length + 2 + 23)
  expect(accountLength('mastodon', accountPost(share, true))).toBe('Venez voir.'.length + 2 + 23)
  expect(accountLength('bluesky', accountPost(share, false))).toBe('Venez voir.'.length)
  expect(accountLength('bluesky', accountPost(share, true))).toBe('Venez voir.'.length + 2 + LINK.length)
  expect(accountLength('bluesky', accountPost({ ...share, text: '👩‍🏭é' }, false))).toBe(2)
})

test('what is earned is reckoned from what is known, and is nothing where nothing is', () => {
  expect(earnedValue({ impressions: 12_000, clicks: 40 }, { cpm: 25, cpc: 2.5 })).toBe(400)
  expect(earnedValue({ impressions: null, clicks: 40 }, { cpm: 25, cpc: 2.5 })).toBe(100)
  expect(earnedValue({ impressions: null, clicks: 40 }, { cpm: 25, cpc: null })).toBeNull()
  expect(earnedValue({ impressions: 500, clicks: 0 }, { cpm: 10, cpc: null })).toBe(5)
  expect(earnedValue({ impressions: null, clicks: 0 }, { cpm: null, cpc: 2 })).toBe(0)
})

test('shares are said where enough people made them, and no small number is found by subtraction', () => {
  const told = (network: 'linkedin' | 'x' | 'facebook' | 'all', people: number) => ({
    network,
    people,
    shares: people + 2,
  })
  expect(Object.fromEntries(sayable([told('linkedin', 10), told('all', 10)], 10))).toEqual({
    linkedin: 12,
    all: 12,
  })
  expect(
    Object.fromEntries(
      sayable([told('linkedin', 30), told('facebook', 12), told('x', 3), told('all', 40)], 10),
    ),
  ).toEqual({ linkedin: 32, all: 42 })
  expect(Object.fromEntries(sayable([told('linkedin', 9), told('all', 9)], 10))).toEqual({})
})

test('the same words are the same whatever their case, spaces, signs and addresses', () => {
  expect(sameWords('Tempo,  c’est NOUS ! https://a.fr/s/x')).toBe(sameWords('tempo c’est nous https://b.fr'))
  expect(sameWords('Tempo est là.')).not.toBe(sameWords('Tempo est déjà là.'))
})

test('hashtags lose what a network would cut them at', () => {
  expect(plainHashtag('#Menuiserie bois')).toBe('Menuiseriebois')
  expect(plainHashtag('l’été_26')).toBe('lété_26')
  expect(hashtagLine(['Tempo', 'bois'])).toBe('#Tempo #bois')
})

test('a rewarded post says so in its first words, in the words of the law', () => {
  expect(saysLabel('Publicité\n\nVenez voir', 'advertising')).toBe(true)
  expect(saysLabel(' Publicité (ad)\nCome and see', 'advertising')).toBe(true)
  expect(saysLabel('Venez voir (Publicité)', 'advertising')).toBe(false)
  expect(saysLabel('Publicité', 'collaboration')).toBe(false)
})
