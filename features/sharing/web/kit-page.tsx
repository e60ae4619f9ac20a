import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link, useGo, useParam } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type KitWorkshop, removeKit, setKitState } from '../contract.ts'
import { hashtagLine } from '../rules/words.ts'
import { KitFigures } from './kit-figures.tsx'
import { KitForm } from './kit-form.tsx'
import { useShareAct, useWorkshop } from './share-data.ts'
import { useNetworkName } from './share-words.ts'
import './sharing.css'

/** A kit for those who animate: what it brought, what it says, and its life. */
export function KitPage() {
  const id = useParam('kitId')
  const workshop = useWorkshop(id)
  return <Await query={workshop}>{(found) => <OneKit key={id} workshop={found} />}</Await>
}

function OneKit({ workshop }: { workshop: KitWorkshop }) {
  const text = useText()
  const [editing, setEditing] = useState(false)
  const { kit } = workshop
  const home = `/programmes/${kit.programmeId}/partager`
  return (
    <div className="stack stack-12">
      <PageHead
        eyebrow={
          <Link className="link" to={home}>
            {text('sharing.kit.all')}
          </Link>
        }
        title={kit.title}
        lead={text(`sharing.kit.lead.${kit.on}`)}
        actions={!editing && <Acts workshop={workshop} onEdit={() => setEditing(true)} />}
      />
      {editing ? (
        <KitForm
          id={kit.id}
          programmeId={kit.programmeId}
          from={workshop}
          onSaved={() => {
            setEditing(false)
            showToast({ message: text('sharing.kit.saved') })
          }}
        />
      ) : (
        <>
          {kit.state !== 'draft' && <KitFigures kitId={kit.id} programmeId={kit.programmeId} />}
          <WhatItSays workshop={workshop} />
        </>
      )}
    </div>
  )
}

function Acts({ workshop: { kit }, onEdit }: { workshop: KitWorkshop; onEdit: () => void }) {
  const text = useText()
  const go = useGo()
  const [asked, setAsked] = useState<'end' | 'remove' | null>(null)
  const set = useShareAct((state: 'published' | 'ended') =>
    call(setKitState, { params: { id: kit.id }, body: { state } }),
  )
  const remove = useShareAct(() => call(removeKit, { params: { id: kit.id } }))
  return (
    <>
      {kit.state !== 'ended' && (
        <Button kind="line" onClick={onEdit}>
          {text('sharing.kit.edit')}
        </Button>
      )}
      {kit.state === 'draft' && (
        <>
          <Button kind="ghost" onClick={() => setAsked('remove')}>
            {text('sharing.kit.remove')}
          </Button>
          <Button
            kind="accent"
            busy={set.isPending}
            onClick={() =>
              set.mutate('published', {
                onSuccess: () => showToast({ message: text('sharing.kit.published') }),
              })
            }
          >
            {text('sharing.kit.publish')}
          </Button>
        </>
      )}
      {kit.state === 'published' && (
        <Button kind="line" onClick={() => setAsked('end')}>
          {text('sharing.kit.end')}
        </Button>
      )}
      <ConfirmDialog
        open={asked === 'end'}
        title={text('sharing.kit.endTitle')}
        confirmLabel={text('sharing.kit.end')}
        keepLabel={text('platform.cancel')}
        busy={set.isPending}
        onConfirm={() => set.mutate('ended', { onSettled: () => setAsked(null) })}
        onClose={() => setAsked(null)}
      >
        {text('sharing.kit.endWhy')}
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'remove'}
        title={text('sharing.kit.removeTitle')}
        confirmLabel={text('sharing.kit.remove')}
        keepLabel={text('platform.cancel')}
        kind="danger"
        busy={remove.isPending}
        onConfirm={() =>
          remove.mutate(undefined, {
            onSuccess: () => go(`/programmes/${kit.programmeId}/partager`, { replace: true }),
          })
        }
        onClose={() => setAsked(null)}
      >
        {text('sharing.kit.removeWhy')}
      </ConfirmDialog>
    </>
  )
}

function WhatItSays({ workshop: { kit, variants } }: { workshop: KitWorkshop }) {
  const text = useText()
  const nameOf = useNetworkName()
  const { day } = useFormat()
  const noon = (one: string) => day(`${one}T12:00:00Z`)
  return (
    <section aria-labelledby="says" className="stack stack-4">
      <h2 className="h2" id="says">
        {text('sharing.kit.says', { count: variants.length })}
      </h2>
      <p className="sm ink2 shk__u">
        {text('sharing.kit.leads')}{' '}
        <a className="link" href={kit.url} target="_blank" rel="noopener noreferrer">
          {kit.url}
        </a>
      </p>
      {(kit.startsOn || kit.endsOn) && (
        <p className="sm ink2">
          {kit.startsOn && text('sharing.kit.from', { day: noon(kit.startsOn) })}
          {kit.startsOn && kit.endsOn && ' · '}
          {kit.endsOn && text('sharing.kit.to', { day: noon(kit.endsOn) })}
        </p>
      )}
      {kit.label && (
        <p className="row wrap g2">
          <Badge kind="warn">{text(`sharing.label.${kit.label}`)}</Badge>
          <span className="sm">{kit.reward}</span>
        </p>
      )}
      {kit.hashtags.length > 0 && <p className="sm">{hashtagLine(kit.hashtags)}</p>}
      <ul className="list">
        {variants.map((variant) => (
          <li key={variant.id} className="shk__text stack stack-1">
            <p className="sm mut">
              {variant.network === 'any' ? text('sharing.make.any') : nameOf(variant.network)} ·{' '}
              {text(`sharing.language.${variant.language}`)}
            </p>
            <p lang={variant.language} className="shk__body">
              {variant.body}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
