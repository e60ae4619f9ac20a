import { useText } from '#platform/web/i18n.ts'
import { RadioGroup } from '#ui/radio-group.tsx'
import type { CommunityKind } from '../contract.ts'

const KINDS: CommunityKind[] = ['everybody', 'ambassadors', 'practice', 'interest', 'project']

export function KindChoice({
  kind,
  onChange,
}: {
  kind: CommunityKind
  onChange: (kind: CommunityKind) => void
}) {
  const text = useText()
  return (
    <RadioGroup<CommunityKind>
      legend={text('communities.kindLabel')}
      value={kind}
      onChange={onChange}
      options={KINDS.map((value) => ({
        value,
        label: text(`communities.kind.${value}`),
        hint: text(`communities.kindHint.${value}`),
      }))}
    />
  )
}
