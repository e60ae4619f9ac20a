/** The only gate of a turn: the charter signed and valid, the training passed. No approval queue anywhere. */
export interface Gate {
  charter: boolean
  training: boolean
}
export const isThrough = (gate: Gate): boolean => gate.charter && gate.training
