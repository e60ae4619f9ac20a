import '#ui/styles/all.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { Refused } from '#platform/web/call.ts'
import { readCarried } from '#platform/web/carried.ts'
import { fetchAhead } from './fetch-ahead.ts'
import { makeReady } from './first-reads.ts'
import { Root } from './root.tsx'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      networkMode: 'always',
      // A refusal does not change by asking again; an absence may.
      retry: (count, error) => !(error instanceof Refused && error.status < 500) && count < 2,
      refetchOnWindowFocus: true,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

function draw(): void {
  const place = document.getElementById('root')
  if (!place) return
  const root = createRoot(place)
  // In small steps: a thumb that touches the screen meanwhile is answered.
  startTransition(() =>
    root.render(
      <QueryClientProvider client={queries}>
        <Root />
      </QueryClientProvider>,
    ),
  )
}

fetchAhead()
// A page that carries what it shows is drawn whole; what went wrong on the way is said by the drawing itself.
if (readCarried()) makeReady(queries).then(draw, draw)
else draw()
if ('serviceWorker' in navigator && import.meta.env.PROD)
  void navigator.serviceWorker.register('/sw.js').catch(() => {})
