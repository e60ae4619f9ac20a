import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMySpaces, writable } from '#features/spaces/web/public/my-spaces.ts'
import { docOf, excerpt } from '#platform/contract/rich-text.ts'
import { newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { send } from '#platform/web/sending.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type Post, publishPost } from '../contract.ts'
import { BLANK } from './composer-start.ts'
import { putPost } from './public/post-cache.ts'

/** Relays a post into another space, with a word. */
export function ShareDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  const text = useText()
  const queries = useQueryClient()
  const shared = post.shared?.post ?? null
  const original = shared?.id ?? post.id
  const from = shared?.spaceId ?? post.spaceId
  const spaces = writable(useMySpaces()).filter((space) => space.id !== from)
  const [chosen, setChosen] = useState('')
  const [word, setWord] = useState('')
  const spaceId = chosen || (spaces[0]?.id ?? '')
  const name = spaces.find((space) => space.id === spaceId)?.name ?? ''
  const share = () => {
    const id = newId()
    const body = docOf(word.trim())
    const about = { kind: 'post', spaceId, preview: { content: { ...BLANK, body }, spaceId } }
    send(
      publishPost,
      { params: { id }, body: { spaceId, kind: 'message', body, sharedPostId: original } },
      id,
      about,
    )
      .then((sent) => putPost(queries, sent))
      .catch(() => {})
    showToast({ message: text('posts.shared_in', { name }) })
    onClose()
  }
  const none = spaces.length === 0
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('posts.share')}
      closeLabel={text('platform.close')}
      actions={
        <Button
          kind="primary"
          {...(none ? { disabledReason: text('posts.share_nowhere') } : {})}
          onClick={share}
        >
          {text('posts.share_now')}
        </Button>
      }
    >
      <p className="sm post__share">{post.title || excerpt(post.body, 120)}</p>
      {!none && (
        <div className="stack stack-3">
          <SelectField
            label={text('posts.share_where')}
            hint={text('posts.share_hint')}
            value={spaceId}
            options={spaces.map((space) => ({ value: space.id, label: space.name }))}
            onChange={(event) => setChosen(event.target.value)}
          />
          <TextArea
            label={text('posts.share_word')}
            optional={`(${text('platform.optional')})`}
            rows={3}
            maxLength={4000}
            value={word}
            onChange={(event) => setWord(event.target.value)}
          />
        </div>
      )}
    </Dialog>
  )
}
