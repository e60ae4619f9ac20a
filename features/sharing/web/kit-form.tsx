import { useState } from 'react'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type KitDraft, type KitWorkshop, setKit } from '../contract.ts'
import { type Label, LABELS, LABEL_WORDS } from '../rules/networks.ts'
import { KitTexts, newText } from './kit-texts.tsx'
import { KitVisuals, type Visual } from './kit-visuals.tsx'
import { useShareAct } from './share-data.ts'

const FIELDS = ['title', 'url', 'endsOn', 'reward', 'label']

/** Everything of a kit on one page: what, in which words, with which pictures, when, and for what in return. */
export function KitForm({
  id,
  programmeId,
  from,
  onSaved,
}: {
  id: string
  programmeId: string
  from?: KitWorkshop
  onSaved: () => void
}) {
  const text = useText()
  const kit = from?.kit
  const fixed = kit !== undefined && kit.state !== 'draft'
  const [title, setTitle] = useState(kit?.title ?? '')
  const [url, setUrl] = useState(kit?.url ?? 'https://')
  const [hashtags, setHashtags] = useState((kit?.hashtags ?? []).map((tag) => `#${tag}`).join(' '))
  const [reward, setReward] = useState(kit?.reward ?? '')
  const [label, setLabel] = useState<Label | 'none'>(kit?.label ?? 'none')
  const [startsOn, setStartsOn] = useState(kit?.startsOn ?? '')
  const [endsOn, setEndsOn] = useState(kit?.endsOn ?? '')
  const [texts, setTexts] = useState(() => from?.variants ?? [newText('fr'), newText('fr')])
  const [visuals, setVisuals] = useState<readonly Visual[]>(() => kit?.visuals ?? [])
  const draft = (): KitDraft => ({
    programmeId,
    title,
    url,
    hashtags: hashtags
      .split(/[\s,;]+/)
      .filter(Boolean)
      .slice(0, 10),
    reward,
    label: label === 'none' ? null : label,
    startsOn: startsOn || null,
    endsOn: endsOn || null,
    visuals: visuals.map(({ fileId, alt }) => ({ fileId, alt })),
    variants: texts.filter(({ body }) => body.trim() !== ''),
  })
  const save = useShareAct(() => call(setKit, { params: { id }, body: draft() }), { quiet: true })
  const wrong = (field: string) => fieldError(save.error, field)
  return (
    <form
      className="stack stack-8 shk__form"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(undefined, { onSuccess: onSaved })
      }}
    >
      <TextField
        label={text('sharing.make.name')}
        hint={text('sharing.make.nameHint')}
        required
        maxLength={120}
        value={title}
        error={wrong('title')}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextField
        label={text('sharing.make.url')}
        hint={text(fixed ? 'sharing.make.urlFixed' : 'sharing.make.urlHint')}
        type="url"
        inputMode="url"
        required
        readOnly={fixed}
        maxLength={2000}
        value={url}
        error={wrong('url')}
        onChange={(event) => setUrl(event.target.value)}
      />
      <KitTexts texts={texts} onChange={setTexts} />
      <TextField
        label={text('sharing.make.hashtags')}
        hint={text('sharing.make.hashtagsHint')}
        optional={`(${text('platform.optional')})`}
        maxLength={300}
        value={hashtags}
        onChange={(event) => setHashtags(event.target.value)}
      />
      <KitVisuals visuals={visuals} onChange={setVisuals} />
      <fieldset className="stack stack-4 shk__set">
        <legend className="h3">{text('sharing.make.dates')}</legend>
        <div className="row wrap g4">
          <TextField
            label={text('sharing.make.startsOn')}
            type="date"
            value={startsOn}
            onChange={(event) => setStartsOn(event.target.value)}
          />
          <TextField
            label={text('sharing.make.endsOn')}
            type="date"
            value={endsOn}
            error={wrong('endsOn')}
            onChange={(event) => setEndsOn(event.target.value)}
          />
        </div>
        <p className="sm ink2">{text('sharing.make.datesHint')}</p>
      </fieldset>
      <fieldset className="stack stack-4 shk__set">
        <legend className="h3">{text('sharing.make.return')}</legend>
        <p className="sm ink2">{text(fixed ? 'sharing.make.labelFixed' : 'sharing.make.returnWhy')}</p>
        <TextField
          label={text('sharing.make.reward')}
          hint={text('sharing.make.rewardHint')}
          optional={`(${text('platform.optional')})`}
          maxLength={200}
          value={reward}
          error={wrong('reward')}
          onChange={(event) => setReward(event.target.value)}
        />
        <RadioGroup
          legend={text('sharing.make.label')}
          value={label}
          error={wrong('label')}
          onChange={setLabel}
          options={[
            { value: 'none' as const, label: text('sharing.make.noLabel'), disabled: fixed },
            ...LABELS.map((value) => ({ value, label: LABEL_WORDS[value].fr, disabled: fixed })),
          ]}
        />
      </fieldset>
      <FormProblem error={save.error} fields={FIELDS} />
      <div>
        <Button type="submit" kind="accent" size="l" busy={save.isPending}>
          {text(from ? 'sharing.make.save' : 'sharing.make.create')}
        </Button>
      </div>
    </form>
  )
}
