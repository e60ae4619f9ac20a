import { type ComponentType, lazy, useState } from 'react'
import { type Page, pages } from './pages.ts'
import { knowWords } from './words.ts'

interface Screen {
  page: Page
  Screen: ComponentType
  /** Script and words, before it is drawn. */
  load: () => Promise<unknown>
}

/** A page of the first screens opens with the first words; the others fetch theirs beside their script. */
function screenOf(page: Page): Screen {
  let here: ComponentType | null = null
  const load = async () => {
    const [screen] = await Promise.all([page.load(), knowWords(page.says ?? 'any')])
    here = screen
    return { default: screen }
  }
  const Later = lazy(load)
  /** What is there already is drawn at once, without a grey moment; what stands on the screen stays as it is. */
  function Screen() {
    const [Drawn] = useState<ComponentType>(() => here ?? Later)
    return <Drawn />
  }
  return { page, Screen, load }
}

export const screens = pages.map(screenOf)

/** Stands in the place of every page until what is owed is done. */
export const Owed = lazy(async () => {
  const [screen] = await Promise.all([import('#features/sessions/web/owed-page.tsx'), knowWords('any')])
  return { default: screen.OwedPage }
})

const fits = (pattern: string, path: string): boolean => {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  return (
    wanted.length === given.length && wanted.every((part, at) => part.startsWith(':') || part === given[at])
  )
}

export const screenAt = (path: string): Screen | undefined =>
  screens.find(({ page }) => fits(page.path, path))
