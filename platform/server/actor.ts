declare const proven: unique symbol

export type Standing = 'administrator' | 'animator' | 'member' | 'guest'

export type Owed = 'password' | 'factor'

/** Somebody who proved who they are. Only authentication makes one (`proveActor`). */
export interface Actor {
  readonly [proven]: true
  readonly id: string
  readonly standing: Standing
  /** From outside: a guest, or a member of an outside organisation. Sees only the spaces they hold a seat in. */
  readonly outside: boolean
  readonly language: 'fr' | 'en'
  readonly sessionId: string | null
  /** What has to be done before anything else: a longer password, a second factor. */
  readonly owes?: Owed | null
}

/** Called by the sessions feature after the cookie was checked, and by seeds and tests. */
export const proveActor = (facts: Omit<Actor, typeof proven>): Actor => facts as Actor
