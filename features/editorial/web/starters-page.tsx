import { EyeOff, Lightbulb, Pencil, Plus, RotateCcw, Trash2 } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { KINDS, type PostKind } from '#features/posts/contract.ts'
import { Await } from '#platform/web/await.tsx'
import { call, newId, type Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useGo, useParam } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Empty } from '#ui/empty.tsx'
import { Menu } from '#ui/menu.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { createSlot, dropStarter, setStarter, type Slot, type Starter } from '../contract.ts'
import { LIMITS } from '../rules/limits.ts'
import { useEditorialAct, useStarters } from './editorial-data.ts'
import { EditorialTabs } from './editorial-tabs.tsx'
import './editorial.css'

const PRACTICES = ['A', 'B'].flatMap((letter) =>
  [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `${letter}${number}`),
)
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Formats and prompts to begin with: one press makes an idea of the calendar. */
export function StartersPage() {
  const spaceId = useParam('id')
  const query = useStarters(spaceId)
  return (
    <Await query={query}>
      {({ items, can }) => <Told spaceId={spaceId} items={items} shapes={can.shape} />}
    </Await>
  )
}

function Told({ spaceId, items, shapes }: { spaceId: string; items: Starter[]; shapes: boolean }) {
  const text = useText()
  const [search, setSearch] = useState('')
  const [practice, setPractice] = useState('')
  const [season, setSeason] = useState('')
  const [editing, setEditing] = useState<Starter | 'new' | null>(null)
  const found = items.filter(
    (one) =>
      (!practice || one.practice === practice) &&
      (!season || one.seasons.includes(season as Starter['seasons'][number])) &&
      plain(`${one.title} ${one.prompt}`).includes(plain(search.trim())),
  )
  return (
    <>
      <PageHead
        title={text('editorial.starters.title')}
        lead={text('editorial.starters.lead', { count: items.length })}
        actions={
          shapes && (
            <Button icon={Plus} onClick={() => setEditing('new')}>
              {text('editorial.starters.add')}
            </Button>
          )
        }
      />
      <EditorialTabs spaceId={spaceId} current="starters" />
      <div className="efs efs--3 est__f">
        <SearchField label={text('editorial.starters.search')} onSearchChange={setSearch} full />
        <SelectField
          label={text('editorial.starters.practice')}
          hideLabel
          value={practice}
          options={[
            { value: '', label: text('editorial.starters.any_practice') },
            ...PRACTICES.map((value) => ({ value, label: text(`editorial.practice.${value}`) })),
          ]}
          onChange={(event) => setPractice(event.target.value)}
        />
        <SelectField
          label={text('editorial.starters.season')}
          hideLabel
          value={season}
          options={[
            { value: '', label: text('editorial.starters.any_season') },
            ...(['rentree', 'year_end', 'winter', 'spring', 'summer', 'dip'] as const).map((value) => ({
              value,
              label: text(`editorial.season.${value}`),
            })),
          ]}
          onChange={(event) => setSeason(event.target.value)}
        />
      </div>
      {found.length === 0 ? (
        <Empty icon={Lightbulb} title={text('editorial.starters.none')}>
          <p>{text('editorial.starters.none_why')}</p>
        </Empty>
      ) : (
        <ul className="est">
          {found.map((starter) => (
            <StarterCard
              key={starter.key}
              spaceId={spaceId}
              starter={starter}
              shapes={shapes}
              onEdit={() => setEditing(starter)}
            />
          ))}
        </ul>
      )}
      {editing && (
        <StarterDialog
          spaceId={spaceId}
          starter={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}

function StarterCard({
  spaceId,
  starter,
  shapes,
  onEdit,
}: {
  spaceId: string
  starter: Starter
  shapes: boolean
  onEdit: () => void
}) {
  const text = useText()
  const go = useGo()
  const use = useEditorialAct<void, Slot>(
    () =>
      call(createSlot, {
        params: { id: newId() },
        body: {
          spaceId,
          title: starter.title,
          brief: starter.prompt,
          kind: starter.kind,
          postKind: starter.postKind,
          starterKey: starter.key,
        },
      }),
    (slot) =>
      showToast({
        message: text('editorial.starters.used', { title: slot.title }),
        action: {
          label: text('editorial.starters.open'),
          onAct: () => go(`/communautes/${spaceId}/calendrier/${slot.id}`),
        },
      }),
  )
  const hide = useEditorialAct((hidden: boolean) =>
    call(setStarter, {
      params: { id: spaceId, starterId: newId() },
      body: { stockKey: starter.key, hidden },
    }),
  )
  const drop = useEditorialAct<void, unknown>(() =>
    call(dropStarter, { params: { id: spaceId, key: starter.key } }),
  )
  const items = [
    { key: 'edit', label: text('editorial.starters.reword'), icon: Pencil, onSelect: onEdit },
    ...(starter.own
      ? [{ key: 'drop', label: text('editorial.starters.drop'), icon: Trash2, onSelect: () => drop.mutate() }]
      : [
          {
            key: 'hide',
            label: text(starter.hidden ? 'editorial.starters.show' : 'editorial.starters.hide'),
            icon: EyeOff,
            onSelect: () => hide.mutate(!starter.hidden),
          },
          ...(starter.reworded
            ? [
                {
                  key: 'reset',
                  label: text('editorial.starters.reset'),
                  icon: RotateCcw,
                  onSelect: () => drop.mutate(),
                },
              ]
            : []),
        ]),
  ]
  return (
    <li className="est__c">
      <p className="row g1 wrap">
        <Badge>{starter.practice}</Badge>
        <span className="xs mut">
          {starter.kind === 'post'
            ? text(`posts.kind.${starter.postKind}`)
            : text(`editorial.kind.${starter.kind}`)}
          {starter.seasons.map((season) => `, ${text(`editorial.season.${season}`)}`)}
        </span>
        {starter.own && <Badge kind="brand">{text('editorial.starters.own')}</Badge>}
        {starter.hidden && <Badge icon={EyeOff}>{text('editorial.starters.hidden')}</Badge>}
      </p>
      <h2 className="h4">{starter.title}</h2>
      <p className="sm ink2 grow">{starter.prompt}</p>
      {shapes && (
        <p className="row g2">
          <Button size="s" icon={Lightbulb} busy={use.isPending} onClick={() => use.mutate()}>
            {text('editorial.starters.use')}
          </Button>
          <Menu
            label={text('editorial.starters.more', { title: starter.title })}
            buttonLabel={text('editorial.starters.more', { title: starter.title })}
            items={items}
            align="end"
          >
            <Pencil className="i i--s" aria-hidden />
          </Menu>
        </p>
      )}
    </li>
  )
}

function StarterDialog({
  spaceId,
  starter,
  onClose,
}: {
  spaceId: string
  starter: Starter | null
  onClose: () => void
}) {
  const text = useText()
  const form = useId()
  const [id] = useState(() => (starter?.own ? starter.key : newId()))
  const [title, setTitle] = useState(starter?.title ?? '')
  const [prompt, setPrompt] = useState(starter?.prompt ?? '')
  const [practice, setPractice] = useState(starter?.practice ?? 'A8')
  const [postKind, setPostKind] = useState<PostKind>(starter?.postKind ?? 'message')
  const [refused, setRefused] = useState<Refused | null>(null)
  const keep = useEditorialAct<void, unknown>(
    () =>
      call(setStarter, {
        params: { id: spaceId, starterId: id },
        body: {
          title: title.trim(),
          prompt: prompt.trim(),
          practice,
          postKind,
          ...(starter && !starter.own ? { stockKey: starter.key } : {}),
        },
      }),
    onClose,
    setRefused,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keep.mutate()
  }
  const own = !starter || starter.own
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text(starter ? 'editorial.starters.reword' : 'editorial.starters.add')}
      closeLabel={text('platform.close')}
      actions={
        <Button kind="primary" type="submit" form={form} busy={keep.isPending}>
          {text('editorial.starters.keep')}
        </Button>
      }
    >
      <form id={form} className="stack stack-4" noValidate onSubmit={submit}>
        <TextField
          label={text('editorial.field.title')}
          value={title}
          maxLength={LIMITS.title}
          error={refused?.on('title')}
          data-autofocus
          onChange={(event) => setTitle(event.target.value)}
        />
        <TextArea
          label={text('editorial.starters.prompt')}
          rows={3}
          maxLength={600}
          value={prompt}
          onChange={(event) => setPrompt(event.target.value)}
        />
        {own && (
          <div className="efs">
            <SelectField
              label={text('editorial.starters.practice')}
              value={practice}
              options={PRACTICES.map((value) => ({ value, label: text(`editorial.practice.${value}`) }))}
              onChange={(event) => setPractice(event.target.value)}
            />
            <SelectField
              label={text('editorial.field.post_kind')}
              value={postKind}
              options={KINDS.map((value) => ({ value, label: text(`posts.kind.${value}`) }))}
              onChange={(event) => setPostKind(event.target.value as PostKind)}
            />
          </div>
        )}
      </form>
    </Dialog>
  )
}
