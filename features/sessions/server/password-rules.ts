import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as english from '@zxcvbn-ts/language-en'
import * as french from '@zxcvbn-ts/language-fr'
import { invalid } from '#platform/server/errors.ts'

/** CNIL 2022-100 accepts a measure of how guessable a password is in the place of rules of composition. */
export const LEAST = { member: 12, administrator: 15 } as const
const LEAST_SCORE = 3

export const leastLength = (standing: string): number =>
  standing === 'administrator' ? LEAST.administrator : LEAST.member

/** As long as an administrator's has to be: noted beside the hash, since a promotion may come later. */
export const isForAdministrator = (password: string): boolean => [...password].length >= LEAST.administrator

/** Dictionaries are heavy: loaded at the first password chosen. */
let judge: ZxcvbnFactory | null = null
const theJudge = () =>
  (judge ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...french.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: 100,
  }))

const bare = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

export interface PasswordContext {
  standing: string
  /** Own names, e-mail address, staff number, name of the network: what a colleague would try first. */
  words: string[]
}

/** Throws one sentence that says what to do; what passes is long enough, hard to guess, and says nothing of its owner. */
export function checkPasswordRules(password: string, context: PasswordContext): void {
  const least = leastLength(context.standing)
  const field = 'password'
  if ([...password].length < least) throw invalid('password.too_short', { field, values: { least } })
  const words = context.words
    .flatMap((word) => [word, ...word.split(/[\s@.'’-]+/)])
    .filter((word) => bare(word).length >= 4)
  if (words.some((word) => bare(password).includes(bare(word))))
    throw invalid('password.own_words', { field })
  if (theJudge().check(password, context.words).score < LEAST_SCORE)
    throw invalid('password.guessable', { field })
}
