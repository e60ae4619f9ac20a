import { type FormEvent, useState } from 'react'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import type { Connection } from '#features/publishing/contract.ts'
import type { SpokenName } from '#features/publishing/rules/network-names.ts'
import { useOwnNews, useMyPublication } from '#features/publishing/web/public/own-data.ts'
import { PublicationRow } from '#features/publishing/web/public/publication-row.tsx'
import { useWhen, WhenField } from '#features/publishing/web/public/when-field.tsx'
import type { Language } from '#platform/contract/schema.ts'
import { Await } from '#platform/web/await.tsx'
import { call, fileUrl, newId, Refused, Unreachable } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Banner } from '#ui/banner.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { type Kit, type MySharing, publishShare, tryShare } from '../contract.ts'
import { CountedChoice } from './counted-choice.tsx'
import { useShareAct } from './share-data.ts'

export const isPicture = (mediaType: string) =>
  mediaType.startsWith('image/') && mediaType !== 'image/svg+xml'

interface Given {
  kit: Kit
  mine: MySharing
  network: SpokenName
  account: Connection
  language: Language
  /** As they will be posted, without the link. */
  words: string
  /** Why it cannot leave. */
  problem: string | null
  back: string
  pictures: Kit['visuals']
  fileId: string | null
  onPicture: (fileId: string | null) => void
}

/** Out it goes by an account of one's own, now or at a working hour; and what became of it, on the spot. */
export function ByAccount(given: Given) {
  const { kit, mine, network, account, language, words, problem, back, pictures, fileId } = given
  const text = useText()
  const [id, setId] = useState(newId)
  const [asked, setAsked] = useState(false)
  const [counted, setCounted] = useState(false)
  const { wish, setWish, publishAt, halfTyped } = useWhen()
  const publish = useShareAct(
    () =>
      call(publishShare, {
        params: { id },
        body: {
          kitId: kit.id,
          network,
          connectionId: account.id,
          language,
          text: words,
          fileId,
          publishAt,
          counted,
        },
      }),
    { quiet: true },
  )
  const reason = problem ?? (halfTyped ? text('sharing.account.noDate') : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason) return
    publish.mutate(undefined, {
      onSuccess: () => setAsked(true),
      onError: (error) => {
        // The network never answered that one: other words are another post.
        if (error instanceof Refused && error.code === 'publication.gone') setId(newId())
      },
    })
  }
  const hours = text(mine.quietWeekends ? 'sharing.account.hoursWeek' : 'sharing.account.hours', {
    from: mine.quietTo,
    to: mine.quietFrom,
  })
  return (
    <form className="stack stack-4" onSubmit={submit}>
      {pictures.length > 0 && <Picture pictures={pictures} fileId={fileId} onPicture={given.onPicture} />}
      <WhenField
        wish={wish}
        onChange={setWish}
        hint={mine.quietFrom === mine.quietTo ? undefined : hours}
        error={fieldError(publish.error, 'publishAt')}
      />
      <CountedChoice mine={mine} programmeId={kit.programmeId} counted={counted} onChange={setCounted} />
      {publish.error instanceof Unreachable ? (
        <Banner kind="warn">{text('sharing.account.offline')}</Banner>
      ) : (
        <FormProblem error={publish.error} fields={['publishAt']} />
      )}
      {asked && <Outcome id={id} back={back} onRewrite={() => setAsked(false)} />}
      {!asked && (
        <>
          <Button type="submit" kind="accent" size="l" full busy={publish.isPending} disabledReason={reason}>
            {text(wish.when === 'now' ? 'sharing.account.publish' : 'sharing.account.schedule')}
          </Button>
          <p className="sm ink2">{text('sharing.account.counts')}</p>
        </>
      )}
    </form>
  )
}

/** One of the kit's, described for those who do not see it; or none. */
function Picture({
  pictures,
  fileId,
  onPicture,
}: {
  pictures: Kit['visuals']
  fileId: string | null
  onPicture: (fileId: string | null) => void
}) {
  const text = useText()
  const shown = pictures.find((one) => one.fileId === fileId)
  return (
    <div className="stack stack-2">
      <RadioGroup
        legend={text('sharing.account.picture')}
        value={fileId ?? ''}
        onChange={(value) => onPicture(value || null)}
        options={[
          ...pictures.map((one) => ({ value: one.fileId, label: one.alt })),
          { value: '', label: text('sharing.account.without') },
        ]}
      />
      {shown && (
        <img className="art shk__joined" src={fileUrl(shown.fileId, 'w640')} alt={shown.alt} loading="lazy" />
      )}
    </div>
  )
}

/** Publishing, published with its address, refused with its reason, or waiting: said where it was asked. */
function Outcome({ id, back, onRewrite }: { id: string; back: string; onRewrite: () => void }) {
  const text = useText()
  const query = useMyPublication(id)
  useOwnNews()
  const again = useShareAct(() => call(tryShare, { params: { id } }), { quiet: true })
  return (
    <Await query={query}>
      {(publication) => (
        <div className="panel stack stack-3" role="status">
          <ul className="list">
            <PublicationRow
              publication={publication}
              now={query.dataUpdatedAt}
              onAgain={() => again.mutateAsync(undefined)}
            />
          </ul>
          <div className="row wrap g2">
            {publication.state === 'failed' && (
              <Button kind="soft" onClick={onRewrite}>
                {text('sharing.account.rewrite')}
              </Button>
            )}
            <Link className={buttonClass({ kind: 'ghost' })} to={back}>
              {text('sharing.account.back')}
            </Link>
          </div>
        </div>
      )}
    </Await>
  )
}
