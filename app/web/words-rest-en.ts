import { gatherWords } from './gather-words.ts'

export const words = gatherWords(
  import.meta.glob<Record<string, unknown>>(
    [
      '../../features/*/text/en.json',
      '!../../features/{spaces,files,people,posts,comments,reactions,notifications,moderation,sessions,network}/text/en.json',
    ],
    { eager: true, import: 'default' },
  ),
  'en',
  'all',
)
