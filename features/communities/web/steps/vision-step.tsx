import { useText } from '#platform/web/i18n.ts'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { KindChoice } from '../kind-choice.tsx'
import type { StepProps } from './step-props.ts'

export function VisionStep({ community, change }: StepProps) {
  const text = useText()
  return (
    <>
      <TextArea
        label={text('communities.vision')}
        hint={text('communities.visionHint')}
        maxLength={2000}
        remaining={(left) => text('communities.left', { count: left })}
        value={community.vision}
        onChange={(event) => change({ vision: event.target.value })}
      />
      <TextField
        label={text('communities.name')}
        hint={text('communities.nameHint')}
        required
        maxLength={80}
        value={community.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <TextField
        label={text('communities.description')}
        hint={text('communities.descriptionHint')}
        maxLength={500}
        value={community.description}
        onChange={(event) => change({ description: event.target.value })}
      />
      <KindChoice kind={community.kind} onChange={(kind) => change({ kind })} />
    </>
  )
}
