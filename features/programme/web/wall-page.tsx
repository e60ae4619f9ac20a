import { Heart } from 'lucide-react'
import { faceOf, nameOf } from '#features/reactions/web/public/face.ts'
import { Await } from '#platform/web/await.tsx'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { useParam } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Who } from '#ui/who.tsx'
import { useAlumni, useProgramme } from './programme-data.ts'
import { ProgrammeTabs } from './programme-tabs.tsx'
import './programme.css'

/** Those who have served and wished to be named. */
export function WallPage() {
  const text = useText()
  const format = useFormat()
  const id = useParam('id')
  const programme = useProgramme(id)
  const query = useAlumni(id)
  return (
    <Await query={programme}>
      {(one) => (
        <div className="stack stack-6">
          <PageHead
            title={text('programme.wall.title')}
            eyebrow={one.name}
            lead={text('programme.wall.lead')}
          />
          <ProgrammeTabs programme={one} current="wall" />
          <Await query={query}>
            {({ pages }) => {
              const people = pages.flatMap((page) => page.items)
              if (people.length === 0)
                return (
                  <Empty icon={Heart} title={text('programme.wall.empty')}>
                    <p>{text('programme.wall.emptyWhy')}</p>
                  </Empty>
                )
              return (
                <ul className="prg-wall">
                  {people.map((alumnus) => (
                    <li key={alumnus.person.id} className="panel stack stack-3">
                      <Who
                        person={faceOf(alumnus.person, 56)}
                        meta={
                          alumnus.from
                            ? text('programme.wall.served', {
                                from: format.day(alumnus.from),
                                until: format.day(alumnus.until),
                              })
                            : alumnus.person.job
                        }
                      >
                        {nameOf(alumnus.person)}
                      </Who>
                      {alumnus.words && <p className="prg-words">{alumnus.words}</p>}
                    </li>
                  ))}
                </ul>
              )
            }}
          </Await>
          {query.hasNextPage && (
            <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {text('platform.more')}
            </Button>
          )}
        </div>
      )}
    </Await>
  )
}
