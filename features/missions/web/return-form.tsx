import { useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useQuick } from '#platform/web/quick.ts'
import { Button } from '#ui/button.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Mission, returnMission } from '../contract.ts'
import { missionKey, RETURN, TOUCHED } from './missions-data.ts'

/** It is done: a few words, an address if there is one. */
export function ReturnForm({ mission }: { mission: Mission }) {
  const text = useText()
  const [words, setWords] = useState('')
  const [link, setLink] = useState('')
  const queries = useQueryClient()
  const give = useQuick({
    kind: RETURN,
    scope: mission.id,
    endpoint: returnMission,
    input: (body: { words: string; link: string }) => ({ params: { id: mission.id }, body }),
    label: mission.title,
    touches: TOUCHED,
    arrive: (reply) => queries.setQueryData(missionKey(mission.id), reply),
    says: text('missions.return.done'),
    quiet: true,
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    give.mutate({ words: words.trim(), link: link.trim() })
  }
  const linkError = give.error instanceof Refused ? give.error.on('link') : undefined
  const optional = `(${text('platform.optional')})`
  return (
    <form className="stack stack-4" onSubmit={submit}>
      <TextArea
        label={text('missions.return.words')}
        hint={text('missions.return.wordsHint')}
        optional={optional}
        rows={3}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <TextField
        label={text('missions.return.link')}
        type="url"
        inputMode="url"
        optional={optional}
        maxLength={500}
        value={link}
        {...(linkError ? { error: linkError } : {})}
        onChange={(event) => setLink(event.target.value)}
      />
      <FormProblem error={give.error} fields={['link']} />
      <Button kind="accent" size="l" full type="submit" busy={give.isPending}>
        {text('missions.return.send')}
      </Button>
    </form>
  )
}
