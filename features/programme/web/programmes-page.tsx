import { Sprout } from 'lucide-react'
import { useMySpaces } from '#features/spaces/web/public/my-spaces.ts'
import { Await } from '#platform/web/await.tsx'
import { useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { useProgrammes } from './programme-data.ts'
import './programme.css'

/** The ambassador programmes of a community, and how to begin one. */
export function ProgrammesPage() {
  const text = useText()
  const id = useParam('id')
  const query = useProgrammes(id)
  const space = useMySpaces().find((one) => one.id === id)
  const create = space?.can.animate ? (
    <Link className={buttonClass({ kind: 'accent' })} to={`/communautes/${id}/programmes/creer`}>
      {text('programme.create.open')}
    </Link>
  ) : undefined
  return (
    <div className="stack stack-6">
      <PageHead
        title={text('programme.list.title')}
        lead={text('programme.list.lead')}
        eyebrow={
          <Link className="link" to={`/communautes/${id}`}>
            {space?.name ?? text('programme.backToCommunity')}
          </Link>
        }
        actions={create}
      />
      <Await query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={Sprout} title={text('programme.list.empty')}>
              <p>{text('programme.list.emptyWhy')}</p>
            </Empty>
          ) : (
            <ul className="list prg-narrow">
              {items.map((programme) => (
                <li key={programme.id} className="stack stack-2">
                  <p className="row g2 wrap">
                    <Link className="link h4" to={`/programmes/${programme.id}`}>
                      {programme.name}
                    </Link>
                    {programme.state !== 'open' && (
                      <Badge>{text(`programme.settings.states.${programme.state}`)}</Badge>
                    )}
                    {programme.mine && (
                      <Badge kind="brand">{text(`programme.states.${programme.mine.state}`)}</Badge>
                    )}
                  </p>
                  {programme.mission && <p className="ink2">{programme.mission}</p>}
                </li>
              ))}
            </ul>
          )
        }
      </Await>
    </div>
  )
}
