/** The steps of the guided creation, in the order they are asked. */
export const STEPS = [
  'vision',
  'audience',
  'value',
  'objectives',
  'charter',
  'stakeholders',
  'rhythm',
  'preview',
] as const
export type Step = (typeof STEPS)[number]

/** What a community still lacks, as far as its own data can tell. */
export const PIECES = [
  'vision',
  'valueProposition',
  'audience',
  'objective',
  'charter',
  'sponsor',
  'cap',
  'gatherings',
  'preview',
] as const
export type Piece = (typeof PIECES)[number]

export interface Preparation {
  kind: string
  vision: string
  valueProposition: string
  audienceId: string | null
  objectives: number
  charter: boolean
  sponsor: boolean
  contributorCap: number | null
  gatheringDays: number | null
  previewPublished: boolean
}

/** Only a community of ambassadors is better for a cap: quality rather than quantity. */
export function missingPieces(facts: Preparation): Piece[] {
  const lacks: Record<Piece, boolean> = {
    vision: facts.vision.trim() === '',
    valueProposition: facts.valueProposition.trim() === '',
    audience: facts.audienceId === null,
    objective: facts.objectives === 0,
    charter: !facts.charter,
    sponsor: !facts.sponsor,
    cap: facts.kind === 'ambassadors' && facts.contributorCap === null,
    gatherings: facts.gatheringDays === null,
    preview: !facts.previewPublished,
  }
  return PIECES.filter((piece) => lacks[piece])
}

/** Without these nobody could tell what they are joining: the launch waits for them. */
const NEEDED: Piece[] = ['vision', 'valueProposition']
export const holdsBack = (missing: Piece[]): Piece[] => missing.filter((piece) => NEEDED.includes(piece))
