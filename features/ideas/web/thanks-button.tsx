import { PartyPopper } from 'lucide-react'
import { keepDraft, readDrafts } from '#features/posts/contract.ts'
import { docOf } from '#platform/contract/rich-text.ts'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Link, useGo } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { type Idea, noteThanks } from '../contract.ts'
import { nameOf } from './idea-parts.tsx'
import { useIdeasAct } from './ideas-data.ts'

/** The kudos to those who had it: drafted with warmth, read again and sent by a human. */
export function ThanksButton({ idea }: { idea: Idea }) {
  const text = useText()
  const go = useGo()
  const me = useMe()
  const thanked = idea.authors.filter((face) => face.id !== me.id)
  const draft = useIdeasAct(
    async () => {
      const begun = idea.thanks && (await findDraft(idea.thanks.postId))
      if (begun) return begun
      const id = newId()
      const body = text('ideas.thanks.words', { title: idea.title, why: idea.steps.at(-1)?.why ?? '' })
      const recipients = thanked.map((face) => ({
        id: face.id,
        label: nameOf(face),
        photoFileId: face.photoFileId,
      }))
      const content = { kind: 'kudos', body: docOf(body), recipients }
      await call(keepDraft, { params: { id }, body: { spaceId: idea.spaceId, content } })
      await call(noteThanks, { params: { id: idea.id }, body: { postId: id } })
      return id
    },
    (id) => go(`/publier?espace=${idea.spaceId}&brouillon=${id}`),
  )
  if (idea.thanks?.published)
    return (
      <Link className="more" to={`/publications/${idea.thanks.postId}`}>
        {text('ideas.thanks.read')}
      </Link>
    )
  if (thanked.length === 0) return null
  return (
    <Button
      kind="accent"
      full
      icon={PartyPopper}
      busy={draft.isPending}
      onClick={() => draft.mutate(undefined)}
    >
      {text('ideas.thanks.write')}
    </Button>
  )
}

/** Somebody else's draft is theirs: one of my own is begun. */
async function findDraft(id: string): Promise<string | null> {
  const { items } = await call(readDrafts, { query: { limit: 100 } })
  return items.some((one) => one.id === id) ? id : null
}
