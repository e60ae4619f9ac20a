import { expect, test } from 'vitest'
import { reminderDue, waitAfter } from './again.ts'
import { commentary } from './commentary.ts'
import { facetsOf } from './facets.ts'
import { graphemes, lengthOn, wholeText } from './lengths.ts'
import { isAddressOn } from './network-names.ts'
import { bareWords } from './plain-words.ts'
import { recordKey } from './record-key.ts'

test('an emoji of several signs counts once; an address counts 23 on Mastodon, whole on Bluesky', () => {
  expect(graphemes('👩‍🏭 é')).toBe(3)
  const text = `Bonjour https://aubrelle.example/${'a'.repeat(60)}`
  expect(lengthOn('mastodon', text)).toBe(8 + 23)
  expect(lengthOn('bluesky', text)).toBe(text.length)
  expect(lengthOn('linkedin', '👩‍🏭')).toBe('👩‍🏭'.length)
})

test('a link stands after the text, unless the text holds it already or a card shows it', () => {
  expect(wholeText('mastodon', 'Venez ', 'https://a.example/b')).toBe('Venez\n\nhttps://a.example/b')
  expect(wholeText('mastodon', 'Voir https://a.example/b', 'https://a.example/b')).toBe(
    'Voir https://a.example/b',
  )
  expect(wholeText('bluesky', 'Venez', 'https://a.example/b')).toBe('Venez')
})

test('links and themes are placed by bytes of UTF-8', () => {
  const text = 'Été 🪟 : https://aubrelle.example, #métier'
  const [link, tag] = facetsOf(text)
  const bytes = Buffer.from(text)
  expect(bytes.subarray(link?.index.byteStart, link?.index.byteEnd).toString()).toBe(
    'https://aubrelle.example',
  )
  expect(bytes.subarray(tag?.index.byteStart, tag?.index.byteEnd).toString()).toBe('#métier')
  expect(tag?.features[0]?.tag).toBe('métier')
  expect(facetsOf('https://a.example/#une-ancre')).toHaveLength(1)
})

test('the key of a record is always the same, in the form of theirs, and another for another publication', () => {
  const id = '0199d1a0-5b5c-7abc-8def-0123456789ab'
  expect(recordKey(id)).toBe(recordKey(id))
  expect(recordKey(id)).toMatch(/^[234567abcdefghij][234567a-z]{12}$/)
  expect(recordKey(id)).not.toBe(recordKey('0199d1a0-5b5c-7abc-8def-0123456789ac'))
})

test('LinkedIn has its own signs written after a backslash', () => {
  expect(commentary('Zéro reprise (ou presque) : 100 % *vrai* #bois @Tempo')).toBe(
    'Zéro reprise \\(ou presque\\) : 100 % \\*vrai\\* \\#bois \\@Tempo',
  )
})

test('a post as its network shows it comes back to the words that were sent', () => {
  expect(
    bareWords(
      '<p>L&#39;atelier &amp; moi</p><p><a href="https://a.example"><span>https://</span>a.example</a></p>',
    ),
  ).toBe("L'atelier&moihttps://a.example")
})

test('an address pasted back is one of a post on that network', () => {
  expect(isAddressOn('linkedin', 'https://www.linkedin.com/posts/aubrelle-1')).toBe(true)
  expect(isAddressOn('linkedin', 'https://linkedin.com.evil.example/posts/1')).toBe(false)
  expect(isAddressOn('linkedin', 'http://www.linkedin.com/posts/1')).toBe(false)
  expect(isAddressOn('linkedin', 'https://www.linkedin.com/')).toBe(false)
  expect(isAddressOn('mastodon', 'https://mastodon.example/@a/1', 'https://mastodon.example')).toBe(true)
  expect(isAddressOn('mastodon', 'https://autre.example/@a/1', 'https://mastodon.example')).toBe(false)
})

test('one tries again later and later, then it has failed', () => {
  expect(waitAfter(1)).toBe(20)
  expect(waitAfter(7)).toBe(1800)
  expect(waitAfter(8)).toBeNull()
})

test('those responsible are reminded a fortnight and three days before the end, once each', () => {
  expect(reminderDue(15, [])).toBeNull()
  expect(reminderDue(14, [])).toBe(14)
  expect(reminderDue(9, [14])).toBeNull()
  expect(reminderDue(3, [14])).toBe(3)
  expect(reminderDue(2, [])).toBe(3)
  expect(reminderDue(1, [14, 3])).toBeNull()
})

test('a reminder that would fall on a day off comes on the working day before', () => {
  // A Friday: on Sunday there would be three days left.
  expect(reminderDue(5, [14], 3)).toBe(3)
  expect(reminderDue(6, [14], 3)).toBeNull()
  // The eve of a week of closure.
  expect(reminderDue(9, [14], 8)).toBe(3)
})

test('Mastodon counts somebody elsewhere by their name alone', () => {
  expect(lengthOn('mastodon', 'Merci @lea@menuiserie.example.social')).toBe('Merci @lea'.length)
  expect(lengthOn('bluesky', 'Merci @lea@menuiserie.example')).toBe('Merci @lea@menuiserie.example'.length)
})
