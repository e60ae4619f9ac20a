import { frenchSpacing } from '../rules/typography.ts'

const written = (text: string) => frenchSpacing(text.trim())

/** Mehdi's own account, which leads nowhere; of what he said there, one text began as a kit. */
export const ownAccount = {
  slug: 'mehdi',
  network: 'bluesky',
  name: '@mehdi-regleur.example',
  server: 'https://bluesky.example',
} as const

export interface DemoOwn {
  /** The kit that it speaks of; null: his own idea. */
  kit: string | null
  daysAgo: number
  minutes: number
  text: string
  figures: { likes: number; reposts: number; replies: number }
}

export const ownWords: readonly DemoOwn[] = [
  {
    kit: null,
    daysAgo: 9,
    minutes: 745,
    text: written(
      'Ce matin, notre apprentie a réglé la corroyeuse seule, du premier coup. J’ai rangé des cales qui n’en avaient pas besoin, pour rester à côté.',
    ),
    figures: { likes: 23, reposts: 2, replies: 5 },
  },
  {
    kit: 'bois',
    daysAgo: 5,
    minutes: 750,
    text: written(
      `Je règle des machines à Cholet, et je n’avais jamais vu d’où part la planche. Soixante kilomètres de la souche à la scie, dessinés sur une carte : ça vaut cinq minutes.

#Aubrelle #bois #Jura

Je travaille chez Aubrelle.`,
    ),
    figures: { likes: 14, reposts: 3, replies: 2 },
  },
]
