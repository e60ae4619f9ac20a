import type { Trx } from '#platform/server/db.ts'
import { uuid7 } from '../rules/random.ts'
import type { ReportedComment } from '../rules/reported.ts'
import type { Cast } from './cast.ts'
import { insertRows, type Row } from './rows.ts'
import type { Talk } from './talk.ts'

const MINUTE = 60_000
const TWO_HOURS = 120 * MINUTE
const MODERATOR = 'patrick'

export async function insertReports(trx: Trx, cast: Cast, talk: Talk): Promise<void> {
  await insertRows(
    trx,
    'reports',
    talk.reported.flatMap((one) => reportRows(cast, one)),
  )
  await insertRows(trx, 'audit_log', auditRows(cast, talk))
}

const settledAt = ({ verdict, comment }: ReportedComment) =>
  verdict === 'open' ? null : new Date(comment.at.getTime() + TWO_HOURS)

function reportRows(cast: Cast, one: ReportedComment): Row[] {
  const settled = settledAt(one)
  return one.reports.map(({ by, reason, note }, index) => ({
    id: uuid7(`${cast.seed}/report/${one.key}/${by}`, one.comment.at),
    subject_kind: 'comment',
    subject_id: one.comment.id,
    space_id: cast.spaceId(one.space),
    reporter_id: cast.memberId(cast.bySlug(by)),
    reason,
    note,
    state: one.verdict,
    created_at: new Date(one.comment.at.getTime() + (index + 1) * 17 * MINUTE),
    settled_at: settled,
    settled_by: settled ? cast.memberId(cast.bySlug(MODERATOR)) : null,
  }))
}

/** What the log holds of eighteen months: the beginning, the launch, and each verdict. */
function auditRows(cast: Cast, talk: Talk): Row[] {
  const tempo = { subject_kind: 'space', subject_id: cast.spaceId('tempo') }
  const by = (slug: string) => cast.memberId(cast.bySlug(slug))
  return [
    { at: cast.opened, actor_id: by('nadia'), act: 'community.created', ...tempo, details: {} },
    {
      at: cast.opened,
      actor_id: by('nadia'),
      act: 'community.stage',
      ...tempo,
      details: { from: 'design', to: 'pilot' },
    },
    {
      at: cast.launched,
      actor_id: by('thomas'),
      act: 'community.stage',
      ...tempo,
      details: { from: 'pilot', to: 'launched' },
    },
    ...talk.reported.flatMap((one) => {
      const at = settledAt(one)
      const reason = one.verdict === 'hidden' ? { reason: one.reports[0]?.reason } : {}
      const details = { spaceId: cast.spaceId(one.space), ...reason }
      const subject = { subject_kind: 'comment', subject_id: one.comment.id }
      return at ? [{ at, actor_id: by(MODERATOR), act: `comment.${one.verdict}`, ...subject, details }] : []
    }),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
}
