import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FileSpreadsheet } from 'lucide-react'
import { useState } from 'react'
import { uploadFile } from '#features/files/web/public/upload.ts'
import { call, newId, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useGo } from '#platform/web/router.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { FileRow } from '#ui/file-row.tsx'
import { startImport } from '../contract.ts'

const ACCEPT =
  '.csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Drop a file: it goes, it is read, and the page of its import opens. Nothing is written yet. */
export function SendFile({ title }: { title: string }) {
  const text = useText()
  const go = useGo()
  const queries = useQueryClient()
  const [sending, setSending] = useState<{ name: string; progress: number } | null>(null)
  const send = useMutation({
    mutationFn: async (file: File) => {
      const { id: fileId } = await uploadFile(file, {
        use: 'import',
        onProgress: (share) => setSending({ name: file.name, progress: share * 100 }),
      })
      return call(startImport, { params: { id: newId() }, body: { fileId } })
    },
    onSuccess: (started) => {
      queries.setQueryData(['imports', 'one', started.id], started)
      void queries.invalidateQueries({ queryKey: ['imports', 'history'] })
      go(`/imports/${started.id}`)
    },
  })
  const problem =
    send.error && (send.error instanceof Refused ? send.error.message : text('imports.send.failed'))
  const start = ([file]: File[]) => {
    if (!file || send.isPending) return
    setSending({ name: file.name, progress: 0 })
    send.mutate(file)
  }
  return (
    <div className="stack stack-4">
      <FileDrop
        title={title}
        overTitle={text('imports.send.over')}
        hint={text('imports.send.hint')}
        buttonLabel={text('imports.send.choose')}
        accept={ACCEPT}
        icon={FileSpreadsheet}
        disabled={send.isPending}
        onFiles={start}
      />
      {sending && (send.isPending || problem) && (
        <FileRow
          name={sending.name}
          icon={FileSpreadsheet}
          {...(problem ? { error: problem } : { progress: sending.progress })}
        />
      )}
    </div>
  )
}
