import { Await } from '#platform/web/await.tsx'
import { useText } from '#platform/web/i18n.ts'
import { PageHead } from '#ui/page-head.tsx'
import { useProgramme } from '../programme-data.ts'

/** The head of my place in a programme, then what is expected and what comes next. */
export function MyRole({ programmeId }: { programmeId: string }) {
  const text = useText()
  const query = useProgramme(programmeId)
  return (
    <Await query={query}>
      {(programme) => (
        <PageHead title={programme.name} lead={programme.mission} eyebrow={text('programme.role.title')} />
      )}
    </Await>
  )
}
