import { languageBefore } from './language-before.ts'
import { screenAt } from './screens.tsx'
import { fetchWords } from './words.ts'

/** Script and words of the page that is asked for, while we learn who is there. */
export function fetchAhead(): void {
  const page = screenAt(location.pathname)?.page
  if (!page) return
  const away = () => undefined
  page.load().catch(away)
  fetchWords(languageBefore(), page.says ?? 'any').catch(away)
}
