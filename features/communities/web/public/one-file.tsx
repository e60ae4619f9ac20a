import { Trash2 } from 'lucide-react'
import { type ComponentProps, type ReactNode, useState } from 'react'
import { uploadFile } from '#features/files/web/public/upload.ts'
import { Refused } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { FieldNote } from '#ui/field.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'

interface OneFileProps {
  fileId: string | null
  accept: string
  icon?: ComponentProps<typeof FileDrop>['icon']
  title: string
  hint: string
  shown: (fileId: string) => ReactNode
  onChange: (fileId: string | null) => void
}

/** One picture or video: chosen, on its way, there, taken away. */
export function OneFile({ fileId, accept, icon, title, hint, shown, onChange }: OneFileProps) {
  const text = useText()
  const format = useFormat()
  const [progress, setProgress] = useState<number | null>(null)
  const [error, setError] = useState<string | null>(null)
  const send = async (file: File | undefined) => {
    if (!file) return
    setError(null)
    setProgress(0)
    try {
      const facts = await uploadFile(file, { onProgress: setProgress })
      onChange(facts.id)
    } catch (failure) {
      setError(failure instanceof Refused ? failure.message : text('communities.file.failed'))
    } finally {
      setProgress(null)
    }
  }
  return (
    <div className="field">
      {fileId && progress === null ? (
        <>
          <p className="label">{title}</p>
          {shown(fileId)}
          <Button kind="ghost" size="s" icon={Trash2} onClick={() => onChange(null)}>
            {text('communities.file.remove')}
          </Button>
        </>
      ) : (
        <FileDrop
          title={title}
          hint={hint}
          buttonLabel={text('communities.file.choose')}
          accept={accept}
          icon={icon}
          disabled={progress !== null}
          onFiles={(files) => void send(files[0])}
        />
      )}
      {progress !== null && (
        <ProgressBar
          value={Math.round(progress * 100)}
          label={text('communities.file.sending')}
          valueText={format.percent(progress)}
        />
      )}
      <FieldNote id={`${accept}-note`} error={error ?? undefined} />
    </div>
  )
}
