import { gatherWords } from './gather-words.ts'

export const words = gatherWords(
  import.meta.glob<Record<string, unknown>>(
    [
      '../../features/*/text/fr.json',
      '!../../features/{spaces,files,people,posts,comments,reactions,notifications,moderation,sessions,network}/text/fr.json',
    ],
    { eager: true, import: 'default' },
  ),
  'fr',
  'all',
)
