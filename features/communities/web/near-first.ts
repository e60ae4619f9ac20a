/** Those nearby first, then the others, each once, as many as a list holds. */
export function nearFirst<Person extends { id: string }>(
  near: readonly Person[],
  others: readonly Person[],
  most: number,
): Person[] {
  const ids = new Set(near.map((one) => one.id))
  return [...near, ...others.filter((one) => !ids.has(one.id))].slice(0, most)
}
