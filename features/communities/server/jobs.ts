import type { Jobs } from '#platform/server/jobs.ts'
import { REFRESH } from '#features/audiences/server/commands.ts'
import { refreshAudienceSeats } from './audience-seats.ts'
import { announceSignatureEnds, askSignaturesAnew } from './signature-news.ts'

export function jobs(jobs: Jobs) {
  // Asked for when people or rules change; each night too, since days go by (hired since…).
  jobs.every('20 2 * * *', REFRESH, (database) => refreshAudienceSeats(database))
  jobs.on<Parameters<typeof askSignaturesAnew>[1]>('ask-signatures-anew', askSignaturesAnew)
  jobs.every('25 * * * *', 'announce-signature-ends', (database) => announceSignatureEnds(database))
}
