import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { nameOf } from '#features/reactions/web/public/face.ts'
import { setKit } from '#features/sharing/contract.ts'
import { Await } from '#platform/web/await.tsx'
import { call, newId, type Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { changeSlot, readLinkable, type SlotSheet, type SlotTurn } from '../contract.ts'
import { isReminded } from '../rules/states.ts'
import { useDayWords } from './day-words.ts'
import { useEditorialAct } from './editorial-data.ts'

const useLinkable = (spaceId: string, enabled: boolean) =>
  useQuery({
    queryKey: ['editorial', 'linkable', spaceId],
    queryFn: ({ signal }) => call(readLinkable, { params: { id: spaceId } }, { signal }),
    enabled,
  })

/** What is no post: what happens at its hour, said as it is; the kit or the turn it speaks of. */
export function SlotElsewhere({ sheet }: { sheet: SlotSheet }) {
  const text = useText()
  return (
    <section className="stack stack-4">
      {isReminded(sheet.kind) && (
        <p>{text(sheet.remindedAt ? 'editorial.slot.asked_held' : 'editorial.slot.remind_how')}</p>
      )}
      {sheet.kind === 'share' && <Kit sheet={sheet} />}
      {sheet.kind === 'turn' && <Turn sheet={sheet} />}
    </section>
  )
}

function Kit({ sheet }: { sheet: SlotSheet }) {
  const text = useText()
  const { kit } = sheet
  const query = useLinkable(sheet.spaceId, sheet.can.shape)
  const choose = useEditorialAct((kitId: string) =>
    call(changeSlot, { params: { id: sheet.id }, body: { kitId: kitId || null } }),
  )
  return (
    <>
      <p>{text(kit?.state === 'published' ? 'editorial.slot.kit_published' : 'editorial.slot.kit_how')}</p>
      {!sheet.can.shape && kit && <p className="b">{kit.title}</p>}
      {sheet.can.shape && (
        <Await query={query}>
          {({ kits, programmes }) => (
            <div className="stack stack-4">
              {(kits.length > 0 || kit) && (
                <SelectField
                  label={text('editorial.slot.kit')}
                  value={kit?.id ?? ''}
                  options={[
                    { value: '', label: text('editorial.slot.kit_none') },
                    ...kits.map((one) => ({
                      value: one.id,
                      label:
                        one.state === 'draft'
                          ? text('editorial.slot.kit_draft', { title: one.title })
                          : one.title,
                    })),
                  ]}
                  onChange={(event) => choose.mutate(event.target.value)}
                />
              )}
              {!kit && programmes.length > 0 && (
                <NewKit sheet={sheet} programmes={programmes} onMade={(id) => choose.mutate(id)} />
              )}
              {programmes.length === 0 && <p className="ink2">{text('editorial.slot.no_programme')}</p>}
            </div>
          )}
        </Await>
      )}
      {kit && (
        <p>
          <Link className={buttonClass({ kind: 'soft' })} to={`/kits/${kit.id}`}>
            {text(kit.state === 'draft' ? 'editorial.slot.kit_open' : 'editorial.slot.kit_see')}
          </Link>
        </p>
      )}
    </>
  )
}

/** A draft kit under the title of the slot: its texts and pictures are written where kits are. */
function NewKit({
  sheet,
  programmes,
  onMade,
}: {
  sheet: SlotSheet
  programmes: readonly { id: string; name: string }[]
  onMade: (kitId: string) => void
}) {
  const text = useText()
  const queries = useQueryClient()
  const [id] = useState(newId)
  const [url, setUrl] = useState('')
  const [programmeId, setProgrammeId] = useState(programmes[0]?.id ?? '')
  const [refused, setRefused] = useState<Refused | null>(null)
  const make = useEditorialAct<void, unknown>(
    () =>
      call(setKit, {
        params: { id },
        body: {
          programmeId,
          title: sheet.title.slice(0, KIT_TITLE),
          url: url.trim(),
          hashtags: [],
          reward: '',
          label: null,
          startsOn: null,
          endsOn: null,
          visuals: [],
          variants: [],
        },
      }),
    () => {
      void queries.invalidateQueries({ queryKey: ['sharing'] })
      onMade(id)
    },
    setRefused,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setRefused(null)
    make.mutate()
  }
  return (
    <form className="stack stack-3" noValidate onSubmit={submit}>
      {programmes.length > 1 && (
        <SelectField
          label={text('editorial.slot.kit_programme')}
          value={programmeId}
          options={programmes.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(event) => setProgrammeId(event.target.value)}
        />
      )}
      <TextField
        type="url"
        label={text('editorial.slot.kit_address')}
        value={url}
        placeholder="https://"
        error={refused?.on('url') ?? refused?.message}
        onChange={(event) => setUrl(event.target.value)}
      />
      <div>
        <Button type="submit" busy={make.isPending}>
          {text('editorial.slot.kit_new')}
        </Button>
      </div>
    </form>
  )
}
const KIT_TITLE = 120

function Turn({ sheet }: { sheet: SlotSheet }) {
  const text = useText()
  const lineOf = useTurnLine()
  const { turn } = sheet
  const query = useLinkable(sheet.spaceId, sheet.can.shape)
  const choose = useEditorialAct((turnId: string) =>
    call(changeSlot, { params: { id: sheet.id }, body: { turnId: turnId || null } }),
  )
  return (
    <>
      {turn && !sheet.can.shape && <p className="b">{lineOf(turn)}</p>}
      {sheet.can.shape && (
        <Await query={query}>
          {({ turns, programmes }) =>
            turns.length > 0 ? (
              <SelectField
                label={text('editorial.slot.turn')}
                value={turn?.id ?? ''}
                options={[
                  { value: '', label: text('editorial.slot.turn_none') },
                  ...(turn && !turns.some((one) => one.id === turn.id) ? [turn, ...turns] : turns).map(
                    (one) => ({
                      value: one.id,
                      label: lineOf(one),
                    }),
                  ),
                ]}
                onChange={(event) => choose.mutate(event.target.value)}
              />
            ) : turn ? null : programmes[0] ? (
              <p>
                <Link className="link" to={`/programmes/${programmes[0].id}/prises-de-parole`}>
                  {text('editorial.slot.turn_see')}
                </Link>
              </p>
            ) : (
              <p className="ink2">{text('editorial.slot.no_programme')}</p>
            )
          }
        </Await>
      )}
      {turn && (
        <p>
          <Link
            className={buttonClass({ kind: 'soft' })}
            to={`/programmes/${turn.programmeId}/prises-de-parole`}
          >
            {text('editorial.slot.turn_see')}
          </Link>
        </p>
      )}
    </>
  )
}

/** « Du 7 déc. au 13 déc. : Mehdi Haddad », short enough for the field of a phone. */
function useTurnLine(): (turn: SlotTurn) => string {
  const text = useText()
  const { brief } = useDayWords()
  return (turn) =>
    text('editorial.slot.turn_line', {
      from: brief(turn.startsOn),
      to: brief(turn.endsOn),
      name: turn.holder ? nameOf(turn.holder) : text('editorial.slot.turn_free'),
    })
}
