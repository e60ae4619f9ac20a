/**
 * How the practices of Tempo went, the oldest first: a state and for how many weeks, up to last week. Before the first,
 * a practice was not started.
 */
export const practiceStory: Record<string, readonly (readonly [State, number])[]> = {
  a1: [
    ['in_progress', 8],
    ['alive', 17],
  ],
  a2: [
    ['in_progress', 10],
    ['slipping', 3],
    ['alive', 12],
  ],
  a3: [
    ['in_progress', 4],
    ['alive', 13],
    ['slipping', 3],
    ['alive', 5],
  ],
  a4: [
    ['slipping', 6],
    ['alive', 19],
  ],
  a5: [
    ['in_progress', 9],
    ['alive', 11],
    ['slipping', 5],
  ],
  a6: [
    ['in_progress', 6],
    ['alive', 19],
  ],
  a7: [['in_progress', 12]],
  a8: [
    ['in_progress', 7],
    ['slipping', 5],
    ['in_progress', 13],
  ],
  a9: [
    ['in_progress', 5],
    ['alive', 20],
  ],
  b1: [
    ['in_progress', 3],
    ['alive', 22],
  ],
  b2: [
    ['in_progress', 6],
    ['alive', 19],
  ],
  b3: [['in_progress', 25]],
  b4: [
    ['in_progress', 6],
    ['alive', 9],
    ['slipping', 6],
    ['in_progress', 4],
  ],
  b5: [
    ['in_progress', 9],
    ['alive', 8],
  ],
  b6: [
    ['in_progress', 12],
    ['alive', 6],
    ['in_progress', 5],
  ],
  b7: [
    ['in_progress', 8],
    ['alive', 17],
  ],
  b8: [
    ['in_progress', 10],
    ['alive', 5],
    ['slipping', 4],
  ],
  b9: [
    ['in_progress', 15],
    ['alive', 10],
  ],
}
type State = 'in_progress' | 'alive' | 'slipping'
