import { CircleAlert } from 'lucide-react'
import type { FormEvent } from 'react'
import { Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'

/** The sentence for one field of a form, when the server found fault with it. */
export const fieldError = (error: unknown, field: string): string | undefined =>
  error instanceof Refused ? error.on(field) : undefined

/** What went wrong with a form, unless one of its fields already says so. */
export function FormProblem({ error, fields = [] }: { error: unknown; fields?: string[] }) {
  const text = useText()
  if (!error || fields.some((field) => fieldError(error, field))) return null
  return (
    <p className="err" role="alert">
      <CircleAlert className="i" aria-hidden />
      <span>{error instanceof Refused ? error.message : text('platform.unreachable.title')}</span>
    </p>
  )
}

/** What a form holds when it is sent; the page stays. */
export function typedIn(event: FormEvent<HTMLFormElement>): (name: string) => string {
  event.preventDefault()
  const data = new FormData(event.currentTarget)
  return (name) => {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  }
}
