import '#ui/styles/all.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { Refused } from '#platform/web/call.ts'
import { fetchAhead } from './fetch-ahead.ts'
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

fetchAhead()
const place = document.getElementById('root')
if (place) {
  createRoot(place).render(
    <QueryClientProvider client={queries}>
      <Root />
    </QueryClientProvider>,
  )
}
if ('serviceWorker' in navigator && import.meta.env.PROD)
  void navigator.serviceWorker.register('/sw.js').catch(() => {})
