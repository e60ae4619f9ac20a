import { useQuery } from '@tanstack/react-query'
import { UsersRound } from 'lucide-react'
import { useEffect } from 'react'
import { readMySpaces, type Space } from '#features/spaces/contract.ts'
import { animated, mySpacesKey } from '#features/spaces/web/public/my-spaces.ts'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Link, useGo } from '#platform/web/router.tsx'
import { buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PageSkeleton } from '#ui/skeleton.tsx'

/** The first community I animate; or how one comes to animate one. */
export function AnimatePage() {
  const query = useQuery({ queryKey: mySpacesKey, queryFn: () => call(readMySpaces, {}), staleTime: 30_000 })
  return <Await query={query}>{({ items }) => <Onward first={animated(items)[0]} />}</Await>
}

function Onward({ first }: { first: Space | undefined }) {
  const text = useText()
  const me = useMe()
  const go = useGo()
  const to = first && `/communautes/${first.id}/animer`
  useEffect(() => {
    if (to) go(to, { replace: true })
  }, [to, go])
  if (to) return <PageSkeleton label={text('platform.loading')} />
  const creates = !me.outside && (me.standing === 'animator' || me.standing === 'administrator')
  return (
    <>
      <PageHead title={text('cockpit.none.title')} />
      <Empty
        icon={UsersRound}
        title={text('cockpit.none.why')}
        action={
          <Link
            to={creates ? '/communautes/creer' : '/communautes'}
            className={buttonClass({ kind: 'accent' })}
          >
            {text(creates ? 'cockpit.none.create' : 'cockpit.none.see')}
          </Link>
        }
      >
        <p>{text('cockpit.none.how')}</p>
      </Empty>
    </>
  )
}
