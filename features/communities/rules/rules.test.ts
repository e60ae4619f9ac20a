import { expect, test } from 'vitest'
import { contributorRoles } from './contributors.ts'
import { type DoorFacts, doorOffers, entryFor, outcomeOf } from './door.ts'
import { freeSlug, slugOf } from './slug.ts'
import { mayBecome } from './stages.ts'
import { holdsBack, missingPieces } from './steps.ts'

const door: DoorFacts = {
  kind: 'community',
  openness: 'closed',
  published: true,
  own: null,
  outside: false,
  entry: 'open',
  stage: 'launched',
  full: false,
  pending: false,
}

test('an open door leads straight in, unless places are taken or the launch is to come', () => {
  expect(outcomeOf(door)).toBe('seated')
  expect(outcomeOf({ ...door, full: true })).toBe('waiting')
  expect(outcomeOf({ ...door, stage: 'pilot', published: false })).toBe('waiting')
  expect(doorOffers({ ...door, full: true, pending: true })).toEqual({ join: false, ask: false })
})

test('people from outside are always answered by somebody', () => {
  expect(outcomeOf({ ...door, outside: true })).toBe('asked')
  expect(outcomeOf({ ...door, outside: true, entry: 'invitation' })).toBe('by_invitation')
})

test('a closed community lets nobody in', () => {
  expect(outcomeOf({ ...door, stage: 'closed' })).toBe('closed')
})

test('an open community has an open door, a secret one is entered by invitation', () => {
  expect(entryFor('open', 'request')).toBe('open')
  expect(entryFor('secret', 'open')).toBe('invitation')
  expect(entryFor('closed', 'request')).toBe('request')
})

test('the cap counts everybody who contributes in a community of ambassadors, ambassadors alone elsewhere', () => {
  expect(contributorRoles('ambassadors')).toEqual(['member', 'ambassador'])
  expect(contributorRoles('project')).toEqual(['ambassador'])
})

test('an address is made of the name, and a taken one gets a number', () => {
  expect(slugOf('Les Éclaireurs de Tempo')).toBe('les-eclaireurs-de-tempo')
  expect(slugOf('!')).toBe('communaute')
  expect(freeSlug('tempo', ['tempo', 'tempo-2'])).toBe('tempo-3')
})

test('stages follow one another, and a launch is not undone', () => {
  expect(mayBecome('design', 'launched')).toBe(true)
  expect(mayBecome('launched', 'design')).toBe(false)
  expect(mayBecome('closed', 'sustained')).toBe(true)
})

test('what is missing is read from the data; only words that say what it is hold the launch back', () => {
  const bare = {
    kind: 'ambassadors',
    vision: ' ',
    valueProposition: 'Des réponses',
    audienceId: null,
    objectives: 0,
    charter: true,
    sponsor: false,
    contributorCap: null,
    gatheringDays: 90,
    previewPublished: false,
  }
  const missing = missingPieces(bare)
  expect(missing).toEqual(['vision', 'audience', 'objective', 'sponsor', 'cap', 'preview'])
  expect(holdsBack(missing)).toEqual(['vision'])
  expect(missingPieces({ ...bare, kind: 'project' })).not.toContain('cap')
})
