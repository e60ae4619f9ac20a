import { useState } from 'react'
import { uploadFile } from '#features/files/web/public/upload.ts'
import { fileUrl, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { FileDrop } from '#ui/file-drop.tsx'
import { FileRow } from '#ui/file-row.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { RelayKit } from '../contract.ts'

/** The same message three times, from the corridor to the team meeting. */
export function RelayFields({ kit, onChange }: { kit: RelayKit; onChange: (kit: RelayKit) => void }) {
  const text = useText()
  const optional = `(${text('platform.optional')})`
  return (
    <fieldset className="stack stack-4">
      <legend className="h3">{text('missions.relay.message')}</legend>
      <TextArea
        label={text('missions.kit.tenSeconds')}
        hint={text('missions.form.tenHint')}
        rows={2}
        maxLength={300}
        value={kit.tenSeconds}
        onChange={(event) => onChange({ ...kit, tenSeconds: event.target.value })}
      />
      <TextArea
        label={text('missions.kit.oneMinute')}
        optional={optional}
        rows={4}
        maxLength={1500}
        value={kit.oneMinute}
        onChange={(event) => onChange({ ...kit, oneMinute: event.target.value })}
      />
      <TextArea
        label={text('missions.kit.fiveMinutes')}
        optional={optional}
        rows={7}
        maxLength={6000}
        value={kit.fiveMinutes}
        onChange={(event) => onChange({ ...kit, fiveMinutes: event.target.value })}
      />
      <TextField
        label={text('missions.kit.question')}
        hint={text('missions.form.questionHint')}
        optional={optional}
        maxLength={300}
        value={kit.question}
        onChange={(event) => onChange({ ...kit, question: event.target.value })}
      />
      <Visual kit={kit} onChange={onChange} />
    </fieldset>
  )
}

function Visual({ kit, onChange }: { kit: RelayKit; onChange: (kit: RelayKit) => void }) {
  const text = useText()
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const take = async (files: File[]) => {
    const [file] = files
    if (!file) return
    setProblem(null)
    setSending({ name: file.name, share: 0 })
    try {
      const facts = await uploadFile(file, {
        onProgress: (share) => setSending({ name: file.name, share }),
      })
      onChange({ ...kit, visualFileId: facts.id })
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : text('platform.unreachable.title'))
    } finally {
      setSending(null)
    }
  }
  if (sending) return <FileRow name={sending.name} progress={sending.share * 100} />
  if (!kit.visualFileId)
    return (
      <div className="stack stack-2">
        <FileDrop
          title={text('missions.form.visual')}
          hint={text('missions.form.visualHint')}
          buttonLabel={text('missions.form.chooseVisual')}
          accept="image/*"
          onFiles={(files) => void take(files)}
        />
        {problem && (
          <p className="sm down" role="alert">
            {problem}
          </p>
        )}
      </div>
    )
  return (
    <div className="stack stack-3">
      <FileRow
        name={text('missions.form.visual')}
        image={fileUrl(kit.visualFileId, 'w320')}
        onRemove={() => onChange({ ...kit, visualFileId: null, visualAlt: '' })}
        removeLabel={text('missions.form.removeVisual')}
      />
      <TextField
        label={text('missions.form.visualAlt')}
        hint={text('missions.form.visualAltHint')}
        maxLength={300}
        value={kit.visualAlt}
        onChange={(event) => onChange({ ...kit, visualAlt: event.target.value })}
      />
    </div>
  )
}
