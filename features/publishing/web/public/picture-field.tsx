import { useState } from 'react'
import { uploadFile } from '#features/files/web/public/upload.ts'
import { fileUrl, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import '../publishing.css'

/** One picture of what will be said outside, or none. */
export function PictureField({
  fileId,
  problem,
  onChange,
}: {
  fileId: string | null
  problem: string | undefined
  onChange: (fileId: string | null) => void
}) {
  const text = useText()
  const [failed, setFailed] = useState('')
  const pick = async ([file]: File[]) => {
    if (!file) return
    setFailed('')
    try {
      onChange((await uploadFile(file)).id)
    } catch (error) {
      setFailed(error instanceof Refused ? error.message : text('platform.unreachable.title'))
    }
  }
  if (fileId)
    return (
      <div className="row g3">
        <img className="pub__thumb" src={fileUrl(fileId, 'w320')} alt="" />
        <Button size="s" kind="ghost" onClick={() => onChange(null)}>
          {text('publishing.write.removePicture')}
        </Button>
      </div>
    )
  return (
    <div className="stack stack-1">
      <FileDrop
        title={text('publishing.write.dropPicture')}
        buttonLabel={text('publishing.write.choosePicture')}
        accept="image/jpeg,image/png,image/webp"
        onFiles={(files) => void pick(files)}
      />
      {(failed || problem) && (
        <p className="err" role="alert">
          {failed || problem}
        </p>
      )}
    </div>
  )
}
