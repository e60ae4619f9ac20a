import type { ComponentType } from 'react'

export interface Page {
  path: string
  load: () => Promise<ComponentType>
  /** public: no shell, nobody needs to be signed in. */
  public?: boolean
  /** Key of the title in the top bar and the tab. */
  title: string
}

/** Every address of the product, one line each. A longer path comes before a shorter one that would match it. */
export const pages: Page[] = [
  { path: '/publics/creer', title: 'audiences.title', load: async () => (await import('#features/audiences/web/audience-page.tsx')).AudiencePage },
  { path: '/publics/:id', title: 'audiences.title', load: async () => (await import('#features/audiences/web/audience-page.tsx')).AudiencePage },
  { path: '/publics', title: 'audiences.title', load: async () => (await import('#features/audiences/web/audiences-page.tsx')).AudiencesPage },
  { path: '/plus', title: 'app.nav.more', load: async () => (await import('./more-page.tsx')).MorePage },
]
