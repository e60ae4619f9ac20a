import { languageBefore } from './language-before.ts'
import { pages } from './pages.ts'
import { fetchWords } from './words.ts'

const fits = (pattern: string, path: string): boolean => {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  return (
    wanted.length === given.length && wanted.every((part, at) => part.startsWith(':') || part === given[at])
  )
}

/** Script and words of the page that is asked for, while we learn who is there. */
export function fetchAhead(): void {
  const page = pages.find(({ path }) => fits(path, location.pathname))
  if (!page) return
  const away = () => undefined
  page.load().catch(away)
  fetchWords(languageBefore(), page.says ?? 'any').catch(away)
}
