import { Plus, X } from 'lucide-react'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { FieldNote } from '#ui/field.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { TextField } from '#ui/text-field.tsx'
import { LIMITS } from '../rules/limits.ts'
import type { PollWritten } from './composer-start.ts'

/** The choices, how many one may take, and until when. */
export function PollFields({
  poll,
  fault,
  onChange,
}: {
  poll: PollWritten
  fault: (field: string) => string | undefined
  onChange: (poll: PollWritten) => void
}) {
  const text = useText()
  const change = (part: Partial<PollWritten>) => onChange({ ...poll, ...part })
  const error = fault('poll.options')
  return (
    <fieldset className="stack stack-3">
      <legend className="label">{text('posts.compose.poll.options')}</legend>
      {poll.options.map((option, index) => (
        <div className="row g2" key={index}>
          <div className="grow">
            <TextField
              label={text('posts.compose.poll.option', { number: index + 1 })}
              hideLabel
              placeholder={text('posts.compose.poll.option', { number: index + 1 })}
              value={option}
              maxLength={LIMITS.pollOption}
              onChange={(event) =>
                change({ options: poll.options.map((one, at) => (at === index ? event.target.value : one)) })
              }
            />
          </div>
          {poll.options.length > LIMITS.pollOptionsLeast && (
            <IconButton
              icon={X}
              label={text('posts.compose.poll.remove', { number: index + 1 })}
              onClick={() => change({ options: poll.options.filter((_, at) => at !== index) })}
            />
          )}
        </div>
      ))}
      <FieldNote id="poll-options-note" error={error} />
      {poll.options.length < LIMITS.pollOptions && (
        <Button size="s" kind="ghost" icon={Plus} onClick={() => change({ options: [...poll.options, ''] })}>
          {text('posts.compose.poll.add')}
        </Button>
      )}
      <div>
        <p className="label">{text('posts.compose.poll.choice')}</p>
        <Segmented
          label={text('posts.compose.poll.choice')}
          options={[
            { value: 'single', label: text('posts.compose.poll.single') },
            { value: 'multiple', label: text('posts.compose.poll.multiple') },
          ]}
          value={poll.choice}
          onChange={(choice) => change({ choice })}
        />
      </div>
      <Checkbox
        label={text('posts.compose.poll.anonymous')}
        hint={text('posts.compose.poll.anonymous_hint')}
        checked={poll.anonymous}
        onChange={(event) => change({ anonymous: event.target.checked })}
      />
      <TextField
        type="datetime-local"
        label={text('posts.compose.poll.closes')}
        optional={`(${text('platform.optional')})`}
        value={poll.closesAt}
        onChange={(event) => change({ closesAt: event.target.value })}
      />
    </fieldset>
  )
}
