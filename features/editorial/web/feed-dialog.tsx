import { useQuery } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { dropFeedAddress, makeFeedAddress, readFeedAddress } from '../contract.ts'
import { useEditorialAct } from './editorial-data.ts'

/** One's own secret address of this calendar, for another agenda. */
export function FeedDialog({ spaceId, onClose }: { spaceId: string; onClose: () => void }) {
  const text = useText()
  const { day } = useFormat()
  const params = { id: spaceId }
  const query = useQuery({
    queryKey: ['editorial', 'feed', spaceId],
    queryFn: ({ signal }) => call(readFeedAddress, { params }, { signal }),
  })
  const make = useEditorialAct<void, unknown>(() => call(makeFeedAddress, { params }))
  const drop = useEditorialAct<void, unknown>(() => call(dropFeedAddress, { params }))
  const copy = async (url: string) => {
    await navigator.clipboard.writeText(url)
    showToast({ message: text('editorial.feed.copied') })
  }
  return (
    <Dialog open onClose={onClose} title={text('editorial.feed.title')} closeLabel={text('platform.close')}>
      <div className="stack stack-4">
        <p>{text('editorial.feed.why')}</p>
        <Await query={query}>
          {({ url, createdAt }) =>
            url ? (
              <>
                <TextField
                  label={text('editorial.feed.address')}
                  value={url}
                  readOnly
                  onFocus={(event) => event.target.select()}
                />
                <p className="sm mut">{text('editorial.feed.since', { day: day(createdAt ?? '') })}</p>
                <div className="row g2 wrap">
                  <Button kind="primary" icon={Copy} onClick={() => void copy(url)}>
                    {text('editorial.feed.copy')}
                  </Button>
                  <Button busy={make.isPending} onClick={() => make.mutate()}>
                    {text('editorial.feed.renew')}
                  </Button>
                  <Button kind="ghost" busy={drop.isPending} onClick={() => drop.mutate()}>
                    {text('editorial.feed.drop')}
                  </Button>
                </div>
              </>
            ) : (
              <div>
                <Button kind="primary" busy={make.isPending} onClick={() => make.mutate()}>
                  {text('editorial.feed.make')}
                </Button>
              </div>
            )
          }
        </Await>
      </div>
    </Dialog>
  )
}
