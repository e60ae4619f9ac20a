const PLACE = 'carried'
const answers = new Map<string, unknown>()

/**
 * The page of somebody signed in carries what its first screen would ask, by address: the same answers as the API gives
 * them (app/server/screens.ts). They serve the first drawing, once each, and leave the document.
 */
export function readCarried(): boolean {
  const place = document.getElementById(PLACE)
  if (!place) return false
  const carried = JSON.parse(place.textContent) as Record<string, unknown>
  for (const [address, answer] of Object.entries(carried)) answers.set(address, answer)
  place.remove()
  return true
}

export function takeCarried(address: string): unknown {
  const answer = answers.get(address)
  answers.delete(address)
  return answer
}

/** What the first drawing did not need is not for a later one. */
export const dropCarried = (): void => answers.clear()
