import { gatherWords } from './gather-words.ts'

export const words = gatherWords(
  import.meta.glob<Record<string, unknown>>('../../features/{sessions,network}/text/en.json', {
    eager: true,
    import: 'default',
  }),
  'en',
  'all',
)
