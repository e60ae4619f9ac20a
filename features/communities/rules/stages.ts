export const STAGES = ['design', 'pilot', 'launched', 'sustained', 'closed'] as const
export type Stage = (typeof STAGES)[number]

const NEXT: Record<Stage, readonly Stage[]> = {
  design: ['pilot', 'launched'],
  pilot: ['design', 'launched'],
  launched: ['sustained', 'closed'],
  sustained: ['launched', 'closed'],
  closed: ['sustained'],
}

export const mayBecome = (from: Stage, to: Stage): boolean => NEXT[from].includes(to)
export const nextStages = (from: Stage): readonly Stage[] => NEXT[from]

/** From the launch on, the house may see it (as its openness says). */
export const isLaunched = (stage: Stage): boolean => stage !== 'design' && stage !== 'pilot'
