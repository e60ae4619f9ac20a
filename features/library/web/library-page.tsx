import { Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Chip, ChipRow } from '#ui/chip.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import type { LibraryPractice } from '../contract.ts'
import { type Asked, useLibrary, useShelves } from './library-data.ts'
import { PracticeItem } from './practice-item.tsx'
import { ThemesDialog } from './themes-dialog.tsx'
import './library.css'

const ANY: Asked = { search: '', themeId: '', job: '', order: 'recent' }

/** What people of this community do and would show to others: by words, theme and job. */
export function LibraryPage() {
  const spaceId = useParam('id')
  const text = useText()
  const [asked, setAsked] = useState(ANY)
  const [round, setRound] = useState(0)
  const [managing, setManaging] = useState(false)
  const shelves = useShelves(spaceId)
  const settled = { ...asked, search: useDeferredValue(asked.search.trim()) }
  const query = useLibrary(spaceId, settled)
  const set = (change: Partial<Asked>) => setAsked((before) => ({ ...before, ...change }))
  const clear = () => {
    setAsked(ANY)
    setRound(round + 1)
  }
  return (
    <>
      <PageHead
        title={text('library.page')}
        hideTitleOnPhone
        actions={
          <Link className={buttonClass({ kind: 'primary' })} to={`/publier?espace=${spaceId}&genre=practice`}>
            {text('library.none.tell')}
          </Link>
        }
      />
      <div className="lib stack stack-6">
        <SearchField
          key={round}
          full
          label={text('library.search')}
          onSearchChange={(search) => set({ search })}
        />
        <Await query={shelves} skeleton={<ListSkeleton label={text('platform.loading')} rows={1} />}>
          {({ themes, jobs, can }) => (
            <div className="stack stack-4">
              <div className="lib__themes">
                {themes.length > 0 && (
                  <ChipRow label={text('library.themes')}>
                    <Chip pressed={asked.themeId === ''} onClick={() => set({ themeId: '' })}>
                      {text('library.all')}
                    </Chip>
                    {themes.map(({ id, name, practices }) => (
                      <Chip
                        key={id}
                        pressed={asked.themeId === id}
                        onClick={() => set({ themeId: asked.themeId === id ? '' : id })}
                      >
                        {text('library.count', { name, count: practices })}
                      </Chip>
                    ))}
                  </ChipRow>
                )}
                {can.arrange && (
                  <Button kind="ghost" size="s" onClick={() => setManaging(true)}>
                    {text('library.manage')}
                  </Button>
                )}
              </div>
              <div className="row wrap g4 lib__sort">
                <SelectField
                  label={text('library.job')}
                  value={asked.job}
                  options={[
                    { value: '', label: text('library.everyone') },
                    ...jobs.map(({ job, practices }) => ({
                      value: job,
                      label: text('library.count', { name: job, count: practices }),
                    })),
                  ]}
                  onChange={(event) => set({ job: event.target.value })}
                />
                <Segmented
                  label={text('library.order.label')}
                  options={(['recent', 'adopted'] as const).map((value) => ({
                    value,
                    label: text(`library.order.${value}`),
                  }))}
                  value={asked.order}
                  onChange={(order) => set({ order })}
                />
              </div>
              {managing && (
                <ThemesDialog spaceId={spaceId} themes={themes} onClose={() => setManaging(false)} />
              )}
            </div>
          )}
        </Await>
        <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} rows={6} />}>
          {({ pages }) => (
            <Practices
              spaceId={spaceId}
              practices={pages.flatMap((page) => page.items)}
              filtered={settled.search !== '' || settled.themeId !== '' || settled.job !== ''}
              onClear={clear}
            />
          )}
        </Await>
        {query.hasNextPage && (
          <Button onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
            {text('platform.more')}
          </Button>
        )}
      </div>
    </>
  )
}

function Practices({
  spaceId,
  practices,
  filtered,
  onClear,
}: {
  spaceId: string
  practices: LibraryPractice[]
  filtered: boolean
  onClear: () => void
}) {
  const text = useText()
  if (practices.length > 0)
    return (
      <ul className="list lib__l">
        {practices.map((practice) => (
          <PracticeItem key={practice.postId} spaceId={spaceId} practice={practice} />
        ))}
      </ul>
    )
  return filtered ? (
    <Empty
      icon={Search}
      title={text('library.nothing.title')}
      action={<Button onClick={onClear}>{text('library.nothing.clear')}</Button>}
    >
      <p>{text('library.nothing.why')}</p>
    </Empty>
  ) : (
    <Empty title={text('library.none.title')}>
      <p>{text('library.none.why')}</p>
    </Empty>
  )
}
