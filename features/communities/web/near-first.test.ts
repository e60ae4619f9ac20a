import { expect, test } from 'vitest'
import { nearFirst } from './near-first.ts'

const of = (...ids: string[]) => ids.map((id) => ({ id }))

test('the people of the community come first, then those of the network, nobody twice', () => {
  expect(nearFirst(of('nadia', 'thomas'), of('adele', 'nadia', 'zoe'), 8)).toEqual(
    of('nadia', 'thomas', 'adele', 'zoe'),
  )
})

test('a list holds so many: those nearby keep their places', () => {
  expect(nearFirst(of('a', 'b'), of('c', 'd'), 3)).toEqual(of('a', 'b', 'c'))
  expect(nearFirst(of(), of('c', 'd'), 1)).toEqual(of('c'))
})
