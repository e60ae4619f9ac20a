import { Plus, X } from 'lucide-react'
import { newId } from '#platform/web/call.ts'
import { useFormat, useLanguage, useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import type { Variant } from '../contract.ts'
import { lengthOn, LIMITS } from '../rules/length.ts'
import { NETWORKS, type Network } from '../rules/networks.ts'
import { useNetworkName } from './share-words.ts'

export const newText = (language: 'fr' | 'en'): Variant => ({
  id: newId(),
  network: 'any',
  language,
  body: '',
})

const MOST = 40
/** A link and the line about the employment take their part of a post. */
const ROOM = 80

/** Several texts, so that no two people post the same one. */
export function KitTexts({
  texts,
  onChange,
}: {
  texts: readonly Variant[]
  onChange: (next: Variant[]) => void
}) {
  const text = useText()
  const language = useLanguage()
  const change = (id: string, part: Partial<Variant>) =>
    onChange(texts.map((one) => (one.id === id ? { ...one, ...part } : one)))
  return (
    <section aria-labelledby="texts" className="stack stack-4">
      <div>
        <h2 className="h3" id="texts">
          {text('sharing.make.texts')}
        </h2>
        <p className="sm ink2">{text('sharing.make.textsHint')}</p>
      </div>
      <ol className="list">
        {texts.map((one, index) => (
          <OneText
            key={one.id}
            variant={one}
            at={index + 1}
            onChange={(part) => change(one.id, part)}
            onRemove={() => onChange(texts.filter(({ id }) => id !== one.id))}
          />
        ))}
      </ol>
      {texts.length < MOST && (
        <div>
          <Button
            kind="soft"
            icon={Plus}
            onClick={() => onChange([...texts, newText(texts.at(-1)?.language ?? language)])}
          >
            {text('sharing.make.addText')}
          </Button>
        </div>
      )}
    </section>
  )
}

function OneText({
  variant,
  at,
  onChange,
  onRemove,
}: {
  variant: Variant
  at: number
  onChange: (part: Partial<Variant>) => void
  onRemove: () => void
}) {
  const text = useText()
  const nameOf = useNetworkName()
  const { number } = useFormat()
  const network: Network = variant.network === 'any' ? 'x' : variant.network
  const limit = LIMITS[network]
  const length = lengthOn(network, variant.body)
  const tight = limit !== undefined && length > limit - ROOM
  return (
    <li className="shk__text stack stack-3">
      <div className="row sb g2">
        <span className="b">{text('sharing.make.textAt', { at })}</span>
        <IconButton icon={X} label={text('sharing.make.removeText', { at })} onClick={onRemove} />
      </div>
      <div className="row wrap g4">
        <SelectField
          label={text('sharing.make.for')}
          value={variant.network}
          onChange={(event) => onChange({ network: event.target.value as Variant['network'] })}
          options={[
            { value: 'any', label: text('sharing.make.any') },
            ...NETWORKS.map((value) => ({ value, label: nameOf(value) })),
          ]}
        />
        <SelectField
          label={text('sharing.make.language')}
          value={variant.language}
          onChange={(event) => onChange({ language: event.target.value as Variant['language'] })}
          options={(['fr', 'en'] as const).map((value) => ({
            value,
            label: text(`sharing.language.${value}`),
          }))}
        />
      </div>
      <TextArea
        label={text('sharing.make.body', { at })}
        hideLabel
        lang={variant.language}
        maxLength={3000}
        rows={3}
        value={variant.body}
        hint={
          tight && limit !== undefined
            ? text('sharing.make.tight', {
                network: nameOf(network),
                length: number(length),
                limit: number(limit),
              })
            : undefined
        }
        onChange={(event) => onChange({ body: event.target.value })}
      />
    </li>
  )
}
