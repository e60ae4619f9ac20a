import type { ReasonCode } from './state.ts'

type Say = (key: string, values?: Record<string, unknown>) => string

/** Small counts are written in letters, as one speaks. */
const IN_LETTERS = 10

const counted = (say: Say, key: 'done' | 'usual' | 'agreed', count: number): string =>
  count <= IN_LETTERS ? say(`reason.${key}.${count}`) : say(`reason.${key}.more`, { count })

/** The reason as a sentence, the same on the screens, in drafts and in what is exported. */
export function reasonParts(
  standing: { code: ReasonCode; done: number; usual: number | null; agreed: number },
  say: Say,
  since: string,
): string {
  const { code, done, usual, agreed } = standing
  return say(`reason.code.${code}`, {
    since,
    done: counted(say, 'done', done),
    usual: usual === null ? say('reason.usual.unknown') : counted(say, 'usual', usual),
    agreed: counted(say, 'agreed', agreed),
  })
}
