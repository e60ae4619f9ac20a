import { useMutation, useQueryClient } from '@tanstack/react-query'
import { EyeOff, Flag } from 'lucide-react'
import { useState } from 'react'
import { Ago } from '#features/reactions/web/public/ago.tsx'
import { faceOf, nameOf } from '#features/reactions/web/public/face.ts'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { showToast } from '#ui/toast-store.ts'
import { Who } from '#ui/who.tsx'
import { keep, type ModerationCase, restore } from '../contract.ts'
import { HideDialog } from './hide-dialog.tsx'
import { moderationKey, refreshSubject } from './public/moderation-desk.tsx'

/** What was said, why it was reported, and the three answers. */
export function CaseItem({ facts }: { facts: ModerationCase }) {
  const text = useText()
  const name = facts.author ? nameOf(facts.author) : text('comments.gone')
  const link = `/publications/${facts.postId}${facts.subjectKind === 'comment' ? `#c-${facts.subjectId}` : ''}`
  return (
    <li className="mod">
      <div className="row sb wrap g2">
        <Who
          person={facts.author ? faceOf(facts.author) : { name }}
          meta={
            <>
              <Link to={`/espaces/${facts.spaceId}`}>{facts.spaceName}</Link> · <Ago at={facts.publishedAt} />
            </>
          }
        >
          {facts.author ? <Link to={`/personnes/${facts.author.id}`}>{name}</Link> : name}
        </Who>
        {facts.hidden && (
          <Badge kind="warn" icon={EyeOff}>
            {text('moderation.is_hidden')}
          </Badge>
        )}
      </div>
      <blockquote className="mod__t">{facts.text}</blockquote>
      <p className="row wrap g2 sm">
        <Badge icon={Flag}>{text('moderation.reports', { count: facts.reports })}</Badge>
        {facts.reasons.map((reason) => (
          <Badge key={reason}>{text(`moderation.reason.${reason}`)}</Badge>
        ))}
        <span className="mut">
          <Ago at={facts.reportedAt} />
        </span>
      </p>
      {facts.notes.length > 0 && (
        <ul className="mod__n sm ink2" aria-label={text('moderation.notes')}>
          {facts.notes.map((note, index) => (
            <li key={index}>{text('moderation.note_quoted', { note })}</li>
          ))}
        </ul>
      )}
      <Answers facts={facts} name={name} link={link} />
    </li>
  )
}

function Answers({ facts, name, link }: { facts: ModerationCase; name: string; link: string }) {
  const text = useText()
  const queries = useQueryClient()
  const [hiding, setHiding] = useState(false)
  const params = { subjectId: facts.subjectId }
  const settle = useMutation({
    mutationFn: (answer: 'keep' | 'restore') =>
      answer === 'keep' ? call(keep, { params }) : call(restore, { params, body: {} }),
    onSuccess: (_done, answer) => {
      refreshSubject(queries, facts.subjectKind, facts.subjectId)
      showToast({ message: text(answer === 'keep' ? 'moderation.kept' : 'moderation.restored') })
    },
    onError: (error) => showToast({ message: error.message }),
    onSettled: () => queries.invalidateQueries({ queryKey: moderationKey }),
  })
  return (
    <div className="row wrap g2">
      {!facts.hidden && (
        <Button size="s" icon={EyeOff} onClick={() => setHiding(true)}>
          {text('moderation.hide')}
        </Button>
      )}
      {!facts.hidden && facts.state === 'open' && (
        <Button size="s" busy={settle.isPending} onClick={() => settle.mutate('keep')}>
          {text('moderation.keep')}
        </Button>
      )}
      {facts.hidden && (
        <Button size="s" busy={settle.isPending} onClick={() => settle.mutate('restore')}>
          {text('moderation.restore')}
        </Button>
      )}
      <Link className="more sm" to={link}>
        {text('moderation.see')}
      </Link>
      {hiding && (
        <HideDialog
          subject={{ kind: facts.subjectKind, id: facts.subjectId, authorName: name }}
          suggested={facts.reasons[0] ?? null}
          onClose={() => setHiding(false)}
        />
      )}
    </div>
  )
}
