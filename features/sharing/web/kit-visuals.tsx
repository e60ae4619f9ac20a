import { ImagePlus, X } from 'lucide-react'
import { useState } from 'react'
import { uploadFile } from '#features/files/web/public/upload.ts'
import { fileUrl, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { FileDrop } from '#ui/file-drop.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { TextField } from '#ui/text-field.tsx'

export interface Visual {
  fileId: string
  alt: string
  name: string
  mediaType: string
}

const MOST = 4

/** Pictures to share with the text; each with its words for those who do not see it. */
export function KitVisuals({
  visuals,
  onChange,
}: {
  visuals: readonly Visual[]
  onChange: (change: (before: readonly Visual[]) => readonly Visual[]) => void
}) {
  const text = useText()
  const [share, setShare] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const add = async (files: readonly File[]) => {
    setProblem(null)
    for (const file of files.slice(0, MOST - visuals.length)) {
      setShare(0)
      try {
        const { id, name, mediaType } = await uploadFile(file, { use: 'content', onProgress: setShare })
        onChange((before) => [...before, { fileId: id, alt: '', name, mediaType }])
      } catch (error) {
        setProblem(error instanceof Refused ? error.message : text('platform.unreachable.title'))
      }
    }
    setShare(null)
  }
  return (
    <section aria-labelledby="pictures" className="stack stack-4">
      <h2 className="h3" id="pictures">
        {text('sharing.make.visuals')}
      </h2>
      {visuals.length > 0 && (
        <ul className="shk__pics">
          {visuals.map((visual) => (
            <li key={visual.fileId} className="stack stack-2">
              <div className="shk__pic">
                {visual.mediaType.startsWith('image/') ? (
                  <img className="art" src={fileUrl(visual.fileId, 'w640')} alt={visual.alt || visual.name} />
                ) : (
                  <p>{visual.name}</p>
                )}
                <IconButton
                  icon={X}
                  label={text('sharing.make.removeVisual', { name: visual.name })}
                  onClick={() =>
                    onChange((before) => before.filter(({ fileId }) => fileId !== visual.fileId))
                  }
                />
              </div>
              <TextField
                label={text('sharing.make.alt')}
                required
                maxLength={500}
                value={visual.alt}
                onChange={(event) => {
                  const alt = event.target.value
                  onChange((before) =>
                    before.map((one) => (one.fileId === visual.fileId ? { ...one, alt } : one)),
                  )
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {visuals.length < MOST && (
        <FileDrop
          title={text('sharing.make.dropTitle')}
          hint={text('sharing.make.dropHint')}
          buttonLabel={text('sharing.make.dropButton')}
          overTitle={text('sharing.make.dropOver')}
          accept="image/*,video/mp4"
          multiple
          icon={ImagePlus}
          onFiles={(files) => void add(files)}
        />
      )}
      {share !== null && <ProgressBar value={share * 100} label={text('sharing.make.sending')} />}
      {problem && (
        <p className="err" role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}
