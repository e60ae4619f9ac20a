import { Await } from '#platform/web/await.tsx'
import { useText } from '#platform/web/i18n.ts'
import { PageHead } from '#ui/page-head.tsx'
import { useProgramme } from '../programme-data.ts'

/** The head of somebody's file, for them and for the keepers. */
export function ProgrammeInFile({ programmeId }: { programmeId: string; ambassadorId: string }) {
  const text = useText()
  const query = useProgramme(programmeId)
  return (
    <Await query={query}>
      {(programme) => <PageHead title={text('programme.file.title')} eyebrow={programme.name} />}
    </Await>
  )
}
