import { Captions, X } from 'lucide-react'
import { type ChangeEvent, useRef, useState } from 'react'
import {
  type CaptionsLanguage,
  type FileFacts,
  removeCaptions,
  writeCaptions,
} from '#features/files/contract.ts'
import { call, Refused } from '#platform/web/call.ts'
import { useLanguage, useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Segmented } from '#ui/segmented.tsx'
import type { Attachment } from '../contract.ts'

const LANGUAGES = ['fr', 'en'] as const

/** Captions of a video that has arrived: a file of a transcription tool, in one language. */
export function CaptionsField({
  attachment,
  onChange,
}: {
  attachment: Attachment
  onChange: (captions: Attachment['captions']) => void
}) {
  const text = useText()
  const [language, setLanguage] = useState<CaptionsLanguage>(useLanguage())
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const act = async (asked: Promise<FileFacts>) => {
    setBusy(true)
    setProblem('')
    try {
      onChange((await asked).captions)
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : text('posts.compose.upload_failed'))
    }
    setBusy(false)
  }
  const params = { id: attachment.fileId }
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = Array.from(event.target.files ?? [])
    event.target.value = ''
    if (file)
      await act(file.text().then((said) => call(writeCaptions, { params, body: { text: said, language } })))
  }
  if (attachment.captions)
    return (
      <div className="row g2">
        <Captions className="i" aria-hidden />
        <span className="sm grow">{text(`posts.compose.captions_in.${attachment.captions}`)}</span>
        <IconButton
          icon={X}
          label={text('posts.compose.captions_remove')}
          disabled={busy}
          onClick={() => void act(call(removeCaptions, { params }))}
        />
      </div>
    )
  return (
    <div className="stack stack-2">
      <div className="row g2 wrap">
        <Button icon={Captions} busy={busy} onClick={() => input.current?.click()}>
          {text('posts.compose.captions_add')}
        </Button>
        <Segmented
          label={text('posts.compose.captions_language')}
          options={LANGUAGES.map((value) => ({
            value,
            label: text(`posts.compose.captions_short.${value}`),
          }))}
          value={language}
          onChange={setLanguage}
        />
      </div>
      <p className="xs mut">{text('posts.compose.captions_why')}</p>
      {problem && (
        <p className="sm down" role="alert">
          {problem}
        </p>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept=".vtt,.srt,text/vtt,application/x-subrip"
        aria-label={text('posts.compose.captions_add')}
        onChange={(event) => void choose(event)}
      />
    </div>
  )
}
