/** Where an idea stands, by what it brings and what it asks. */
export const QUADRANTS = ['quick', 'big', 'small', 'later'] as const
export type Quadrant = (typeof QUADRANTS)[number]

export const quadrantOf = ({ effort, value }: { effort: number; value: number }): Quadrant => {
  if (value >= 3) return effort < 3 ? 'quick' : 'big'
  return effort < 3 ? 'small' : 'later'
}
