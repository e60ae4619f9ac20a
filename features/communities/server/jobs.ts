import { type Database, sql } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { REFRESH } from '#features/audiences/server/commands.ts'
import { PROOF_YEARS, SIGNATURE_DAYS } from '../rules/signatures.ts'
import { refreshAudienceSeats } from './audience-seats.ts'
import { announceSignatureEnds, askSignaturesAnew } from './signature-news.ts'

export function jobs(jobs: Jobs) {
  // Asked for when people or rules change; each night too, since days go by (hired since…).
  jobs.every('20 2 * * *', REFRESH, (database) => refreshAudienceSeats(database))
  jobs.on<Parameters<typeof askSignaturesAnew>[1]>('ask-signatures-anew', askSignaturesAnew)
  jobs.every('58 3 * * *', 'forget-signatures', forgetSignatures)
  jobs.every('25 * * * *', 'announce-signature-ends', (database) => announceSignatureEnds(database))
}

/** Signatures prove what was agreed, for as long as that may be asked; withdrawn ones too. */
export const forgetSignatures = (database: Database): Promise<void> =>
  database.transaction(async (trx) => {
    await trx.run(sql`
      delete from charter_signatures
      where signed_at < now() - make_interval(days => ${SIGNATURE_DAYS}) - make_interval(years => ${PROOF_YEARS})`)
  })
