import { useState } from 'react'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { TextField } from '#ui/text-field.tsx'
import { Who } from '#ui/who.tsx'
import { answerRequest, type JoinRequest } from '../contract.ts'
import { useAct, useRequests } from './community-data.ts'
import { faceOf, fullName } from './faces.ts'

/** Who knocks, with one gesture to answer; nothing at all when nobody does. */
export function RequestsSection({ spaceId }: { spaceId: string }) {
  const text = useText()
  const query = useRequests(spaceId, true)
  const requests = query.data?.pages.flatMap((page) => page.items) ?? []
  if (requests.length === 0) return null
  return (
    <section aria-labelledby="requests">
      <SectionHead
        id="requests"
        title={text('communities.requests.title')}
        note={text('communities.requests.note')}
      />
      <ul className="list">
        {requests.map((request) => (
          <RequestRow key={request.id} request={request} here={spaceId} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
          {text('platform.more')}
        </Button>
      )}
    </section>
  )
}

function RequestRow({ request, here }: { request: JoinRequest; here: string }) {
  const text = useText()
  const format = useFormat()
  const [word, setWord] = useState('')
  const answer = useAct((accepted: boolean) =>
    call(answerRequest, { params: { id: request.id }, body: { accepted, word } }),
  )
  return (
    <li className="listed stack stack-2">
      <Who
        person={faceOf(request.member)}
        meta={[request.member.job, format.ago(request.askedAt)].filter(Boolean).join(', ')}
      >
        <Link to={`/personnes/${request.member.id}`}>{fullName(request.member)}</Link>
      </Who>
      {(request.spaceId !== here || request.state === 'waiting') && (
        <p className="row g2 wrap">
          {request.spaceId !== here && <Badge>{request.spaceName}</Badge>}
          {request.state === 'waiting' && <Badge kind="info">{text('communities.requests.waiting')}</Badge>}
        </p>
      )}
      {request.note && <q>{request.note}</q>}
      <div className="request">
        <TextField
          label={text('communities.requests.word')}
          optional={`(${text('platform.optional')})`}
          maxLength={500}
          value={word}
          onChange={(event) => setWord(event.target.value)}
        />
        <Button
          kind="primary"
          busy={answer.isPending && answer.variables}
          onClick={() => answer.mutate(true)}
        >
          {text('communities.requests.accept')}
        </Button>
        <Button
          kind="ghost"
          busy={answer.isPending && !answer.variables}
          onClick={() => answer.mutate(false)}
        >
          {text('communities.requests.decline')}
        </Button>
      </div>
    </li>
  )
}
