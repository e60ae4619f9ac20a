/**
 * What the browser gets in the place of platform/contract/schema.ts (see app/web/vite.config.ts): contracts keep their
 * addresses, schemas weigh nothing. The server validates; types were checked against the real module.
 */
const nothing: unknown = new Proxy(() => nothing, {
  get: (_target, key) => (key === Symbol.toPrimitive ? () => '' : nothing),
})
const blank = () => nothing

export const Type = nothing
export const Id = nothing
export const Time = nothing
export const Day = nothing
export const Language = nothing
export const PageQuery = nothing
export const Done = nothing
export const Problem = nothing
export const Nullable = blank
export const oneOf = blank
export const Words = blank
export const Page = blank
export const done = { done: true } as const
