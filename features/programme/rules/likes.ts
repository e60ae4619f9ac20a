/** What an ambassador may like to do: what is proposed to them starts from here. */
export const LIKES = ['write', 'answer', 'practice', 'welcome', 'host', 'relay', 'test'] as const
export type Like = (typeof LIKES)[number]
