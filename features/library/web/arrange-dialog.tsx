import { useState } from 'react'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Chip, ChipRow } from '#ui/chip.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TagInput } from '#ui/tag-input.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { arrangePractice, type LibraryPractice } from '../contract.ts'
import { LIMITS } from '../rules/limits.ts'
import { useLibraryAct, useShelves } from './library-data.ts'

/** Where a practice is found again: themes, jobs, and what it changed where it was born. */
export function ArrangeDialog({
  spaceId,
  practice,
  onClose,
}: {
  spaceId: string
  practice: LibraryPractice
  onClose: () => void
}) {
  const text = useText()
  const shelves = useShelves(spaceId)
  const [themeIds, setThemeIds] = useState(practice.themes.map(({ id }) => id))
  const [jobs, setJobs] = useState(practice.jobs)
  const [change, setChange] = useState({ before: practice.before, after: practice.after })
  const save = useLibraryAct(
    () =>
      call(arrangePractice, {
        params: { postId: practice.postId },
        body: { themeIds, jobs, ...change },
      }),
    () => {
      showToast({ message: text('library.arranged') })
      onClose()
    },
  )
  const toggle = (id: string) =>
    setThemeIds(themeIds.includes(id) ? themeIds.filter((one) => one !== id) : [...themeIds, id])
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('library.arrange_title')}
      closeLabel={text('platform.close')}
    >
      <form
        className="stack stack-4"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(undefined)
        }}
      >
        <Await query={shelves}>
          {(found) => (
            <>
              {found.themes.length > 0 ? (
                <ChipRow label={text('library.themes')}>
                  {found.themes.map(({ id, name }) => (
                    <Chip key={id} pressed={themeIds.includes(id)} onClick={() => toggle(id)}>
                      {name}
                    </Chip>
                  ))}
                </ChipRow>
              ) : (
                <p className="sm ink2">{text('library.no_themes')}</p>
              )}
              <TagInput
                label={text('library.arrange_jobs')}
                hint={text('library.arrange_jobs_hint')}
                tags={jobs}
                onChange={setJobs}
                most={LIMITS.jobsEach}
                suggestions={found.jobs.map(({ job }) => job)}
                words={{
                  loading: text('platform.loading'),
                  nothing: text('library.nothing.title'),
                  failed: text('platform.unreachable.title'),
                  results: (count) => String(count),
                  remove: (name) => text('library.arrange_remove', { name }),
                }}
              />
            </>
          )}
        </Await>
        {(['before', 'after'] as const).map((part) => (
          <TextField
            key={part}
            label={text(`library.${part}`)}
            hint={text(`library.${part}_hint`)}
            error={fieldError(save.error, part)}
            maxLength={LIMITS.comparison}
            value={change[part]}
            onChange={(event) => setChange({ ...change, [part]: event.target.value })}
          />
        ))}
        <FormProblem error={save.error} fields={['before', 'after']} />
        <div>
          <Button type="submit" kind="primary" busy={save.isPending}>
            {text('library.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
