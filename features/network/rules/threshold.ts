/** Under five people a figure about a group says who said what: no administrator can go lower (docs/decisions). */
export const LEAST_THRESHOLD = 5
export const USUAL_THRESHOLD = 10
