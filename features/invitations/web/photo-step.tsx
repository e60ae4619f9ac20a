import { useMutation } from '@tanstack/react-query'
import { uploadFile } from '#features/files/web/public/upload.ts'
import { useChangeMe } from '#features/people/web/public/use-change-me.ts'
import { fileUrl, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMaybeMe } from '#platform/web/me.ts'
import { Link } from '#platform/web/router.tsx'
import { buttonClass } from '#ui/button.tsx'
import { PhotoPicker } from '#ui/photo-picker.tsx'
import { fullName } from './invitation-data.ts'

/** They are in already: a face may come now, or later, or never. */
export function PhotoStep({
  community,
  waiting,
}: {
  community: { id: string; name: string }
  waiting: boolean
}) {
  const text = useText()
  const me = useMaybeMe()
  const change = useChangeMe()
  const send = useMutation({
    mutationFn: async (file: File) => {
      const { id } = await uploadFile(file, { use: 'portrait' })
      await change.mutateAsync({ photoFileId: id })
    },
  })
  const error = send.error ?? change.error
  return (
    <div className="stack stack-6">
      {me && (
        <PhotoPicker
          label={text('invitations.join.photo')}
          hint={text('invitations.join.photoHint')}
          name={fullName(me)}
          src={me.photoFileId ? fileUrl(me.photoFileId, 'w320') : null}
          words={{
            choose: text('invitations.join.choosePhoto'),
            change: text('invitations.join.changePhoto'),
            remove: text('invitations.join.removePhoto'),
          }}
          busy={send.isPending}
          error={error && (error instanceof Refused ? error.message : text('invitations.join.photoFailed'))}
          onPick={(file) => send.mutate(file)}
          onRemove={() => change.mutate({ photoFileId: null })}
        />
      )}
      {waiting && <p role="status">{text('invitations.join.waiting', { community: community.name })}</p>}
      <Link
        to={waiting ? '/' : `/espaces/${community.id}`}
        className={buttonClass({ kind: 'accent', size: 'l', full: true })}
      >
        {waiting
          ? text('platform.home')
          : text('invitations.join.openCommunity', { community: community.name })}
      </Link>
    </div>
  )
}
