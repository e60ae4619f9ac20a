import { FileText, Plus, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { PersonPicker, type PickedPerson } from '#features/communities/web/public/person-picker.tsx'
import { faceOf, nameOf } from '#features/reactions/web/public/face.ts'
import { Await } from '#platform/web/await.tsx'
import { call, newId, type Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo, useParam, useSearchParam } from '#platform/web/router.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Empty } from '#ui/empty.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import {
  type Committee,
  type CommitteeLine,
  holdCommittee,
  publishMinutes,
  setCommittee,
} from '../contract.ts'
import { LIMITS } from '../rules/limits.ts'
import { CommitteeAgenda } from './committee-agenda.tsx'
import { CommitteeDecisions } from './committee-decisions.tsx'
import { fieldOf, minutesOf, useDayWords } from './day-words.ts'
import { useCommittee, useCommittees, useEditorialAct } from './editorial-data.ts'
import { EditorialTabs } from './editorial-tabs.tsx'
import { useMinutesText } from './minutes-text.ts'
import './editorial.css'

/** The committee of the month, and those of before. `?seance=` which one. */
export function CommitteePage() {
  const spaceId = useParam('id')
  const list = useCommittees(spaceId)
  return (
    <Await query={list}>
      {({ items, can }) => <Told key={spaceId} spaceId={spaceId} items={items} shapes={can.shape} />}
    </Await>
  )
}

function Told({ spaceId, items, shapes }: { spaceId: string; items: CommitteeLine[]; shapes: boolean }) {
  const text = useText()
  const asked = useSearchParam('seance')
  const { long } = useDayWords()
  const [planning, setPlanning] = useState(false)
  const next = items.findLast((one) => one.state === 'planned') ?? items[0]
  const shown = items.find((one) => one.id === asked) ?? next ?? null
  const plan = shapes && (
    <Button
      kind={items.some((one) => one.state === 'planned') ? 'soft' : 'accent'}
      icon={Plus}
      onClick={() => setPlanning(true)}
    >
      {text('editorial.committee.plan')}
    </Button>
  )
  return (
    <>
      <PageHead
        title={
          shown
            ? text('editorial.committee.title_on', { day: long(shown.heldOn) })
            : text('editorial.committee.title')
        }
        lead={text('editorial.committee.lead')}
        actions={plan}
      />
      <EditorialTabs spaceId={spaceId} current="committee" />
      {shown ? (
        <div className="esl">
          <One id={shown.id} />
          <Past spaceId={spaceId} items={items} shown={shown.id} />
        </div>
      ) : (
        <Empty title={text('editorial.committee.none')}>
          <p>{text(shapes ? 'editorial.committee.none_why' : 'editorial.committee.none_read')}</p>
        </Empty>
      )}
      {planning && <PlanDialog spaceId={spaceId} onClose={() => setPlanning(false)} />}
    </>
  )
}

function Past({ spaceId, items, shown }: { spaceId: string; items: CommitteeLine[]; shown: string }) {
  const text = useText()
  const { long } = useDayWords()
  return (
    <nav className="esl__f" aria-label={text('editorial.committee.all')}>
      <h2 className="h3">{text('editorial.committee.all')}</h2>
      <ul className="list">
        {items.map((one) => (
          <li key={one.id} className="row sb g2 wrap">
            <Link
              className="link"
              to={`/communautes/${spaceId}/comite?seance=${one.id}`}
              aria-current={one.id === shown ? 'page' : undefined}
            >
              {long(one.heldOn)}
            </Link>
            <span className="sm mut">
              {one.state === 'planned'
                ? text('editorial.committee.planned')
                : text('editorial.committee.decided', { count: one.decisions })}
            </span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function One({ id }: { id: string }) {
  const query = useCommittee(id)
  return <Await query={query}>{(committee) => <Sheet key={committee.id} committee={committee} />}</Await>
}

function Sheet({ committee }: { committee: Committee }) {
  const text = useText()
  const hold = useEditorialAct<void, unknown>(() => call(holdCommittee, { params: { id: committee.id } }))
  const shapes = committee.can.shape
  return (
    <div className="stack stack-8">
      <Members committee={committee} />
      <CommitteeAgenda committee={committee} />
      <CommitteeDecisions committee={committee} />
      <Remembered committee={committee} />
      <div className="row g2 wrap">
        {shapes && committee.state === 'planned' && (
          <Button kind="accent" busy={hold.isPending} onClick={() => hold.mutate()}>
            {text('editorial.committee.hold')}
          </Button>
        )}
        <a
          className={buttonClass({ kind: 'soft' })}
          href={`/api/committees/${committee.id}/minutes`}
          target="_blank"
          rel="noreferrer"
        >
          <FileText className="i" aria-hidden />
          {text('editorial.committee.pdf')}
        </a>
        {committee.state === 'held' && <MinutesPost committee={committee} />}
      </div>
    </div>
  )
}

function Members({ committee }: { committee: Committee }) {
  const text = useText()
  const [adding, setAdding] = useState(false)
  const set = useEditorialAct((memberIds: string[]) =>
    call(setCommittee, {
      params: { id: committee.id },
      body: { spaceId: committee.spaceId, heldOn: committee.heldOn, memberIds },
    }),
  )
  const ids = committee.members.map((one) => one.id)
  return (
    <section aria-labelledby="members-title">
      <h2 className="h3" id="members-title">
        {text('editorial.committee.members')}
      </h2>
      <ul className="eco__m">
        {committee.members.map((member) => (
          <li key={member.id} className="row g2">
            <Avatar {...faceOf(member, 32)} />
            {nameOf(member)}
            {committee.can.shape && (
              <IconButton
                icon={X}
                label={text('editorial.settings.remove', { name: nameOf(member) })}
                onClick={() => set.mutate(ids.filter((id) => id !== member.id))}
              />
            )}
          </li>
        ))}
      </ul>
      {committee.members.length === 0 && <p className="sm mut">{text('editorial.committee.no_members')}</p>}
      {committee.can.shape &&
        (adding ? (
          <PersonPicker
            label={text('editorial.committee.add_member')}
            picked={null}
            onPick={(picked: PickedPerson | null) => {
              if (picked) set.mutate([...new Set([...ids, picked.id])])
              setAdding(false)
            }}
          />
        ) : (
          <Button size="s" icon={Plus} onClick={() => setAdding(true)}>
            {text('editorial.committee.add_member')}
          </Button>
        ))}
    </section>
  )
}

function Remembered({ committee }: { committee: Committee }) {
  const text = useText()
  const [words, setWords] = useState(committee.words)
  const keep = useEditorialAct<void, unknown>(() =>
    call(setCommittee, {
      params: { id: committee.id },
      body: { spaceId: committee.spaceId, heldOn: committee.heldOn, words },
    }),
  )
  if (!committee.can.shape)
    return committee.words ? (
      <section>
        <h2 className="h3">{text('editorial.committee.words')}</h2>
        <p className="esl__p">{committee.words}</p>
      </section>
    ) : null
  return (
    <form
      className="stack stack-3"
      onSubmit={(event) => {
        event.preventDefault()
        keep.mutate()
      }}
    >
      <TextArea
        label={text('editorial.committee.words')}
        hint={text('editorial.committee.words_hint')}
        rows={3}
        maxLength={LIMITS.words}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {words !== committee.words && (
        <div>
          <Button type="submit" busy={keep.isPending}>
            {text('editorial.committee.keep_words')}
          </Button>
        </div>
      )}
    </form>
  )
}

/** The minutes as a post: proposed from the committee, reread by whoever publishes them. */
function MinutesPost({ committee }: { committee: Committee }) {
  const text = useText()
  const [open, setOpen] = useState(false)
  const proposal = useMinutesText(committee)
  const [words, setWords] = useState(proposal)
  const publish = useEditorialAct<void, unknown>(
    () => call(publishMinutes, { params: { id: committee.id }, body: { text: words } }),
    () => setOpen(false),
  )
  if (committee.postId)
    return (
      <Link className={buttonClass({ kind: 'soft' })} to={`/publications/${committee.postId}`}>
        {text('editorial.committee.read_post')}
      </Link>
    )
  if (!committee.can.shape) return null
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        {text('editorial.committee.publish')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        closeOutside={false}
        size="wide"
        title={text('editorial.committee.publish_title')}
        closeLabel={text('platform.close')}
        actions={
          <Button
            kind="primary"
            busy={publish.isPending}
            {...(words.trim() ? {} : { disabledReason: text('editorial.remarks.empty') })}
            onClick={() => publish.mutate()}
          >
            {text('editorial.committee.publish_now')}
          </Button>
        }
      >
        <TextArea
          label={text('editorial.committee.publish_text')}
          hint={text('editorial.committee.publish_hint')}
          rows={12}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Dialog>
    </>
  )
}

function PlanDialog({ spaceId, onClose }: { spaceId: string; onClose: () => void }) {
  const text = useText()
  const go = useGo()
  const [id] = useState(newId)
  const [heldOn, setHeldOn] = useState('')
  const [time, setTime] = useState(fieldOf(600))
  const [refused, setRefused] = useState<Refused | null>(null)
  const plan = useEditorialAct<void, Committee>(
    () => call(setCommittee, { params: { id }, body: { spaceId, heldOn, minutes: minutesOf(time) } }),
    (committee) => {
      onClose()
      go(`/communautes/${spaceId}/comite?seance=${committee.id}`)
    },
    setRefused,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (heldOn) plan.mutate()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('editorial.committee.plan')}
      closeLabel={text('platform.close')}
    >
      <form className="stack stack-4" onSubmit={submit}>
        <p className="ink2">{text('editorial.committee.plan_why')}</p>
        <TextField
          type="date"
          required
          label={text('editorial.field.day')}
          value={heldOn}
          error={refused?.on('heldOn')}
          onChange={(event) => setHeldOn(event.target.value)}
        />
        <TextField
          type="time"
          required
          label={text('editorial.field.time')}
          value={time}
          onChange={(event) => setTime(event.target.value || fieldOf(600))}
        />
        <div>
          <Button
            kind="primary"
            type="submit"
            busy={plan.isPending}
            {...(heldOn ? {} : { disabledReason: text('editorial.new.day_missing') })}
          >
            {text('editorial.committee.plan')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
