import { useText } from '#platform/web/i18n.ts'
import { TextArea } from '#ui/text-area.tsx'
import type { StepProps } from './step-props.ts'

export function ValueStep({ community, change }: StepProps) {
  const text = useText()
  return (
    <>
      <TextArea
        label={text('communities.value')}
        hint={text('communities.valueHint')}
        maxLength={1000}
        remaining={(left) => text('communities.left', { count: left })}
        value={community.valueProposition}
        onChange={(event) => change({ valueProposition: event.target.value })}
      />
      <div className="panel">
        <p className="b">{text('communities.valueExamples')}</p>
        <ul className="stack stack-1 bullets">
          {[1, 2, 3].map((number) => (
            <li key={number}>{text(`communities.valueExample.${number}`)}</li>
          ))}
        </ul>
      </div>
    </>
  )
}
