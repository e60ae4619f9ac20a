import { useNetwork } from '#features/network/web/public/use-network.ts'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { useLanguage, useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { RadioGroup } from '#ui/radio-group.tsx'
import { useChangeMe } from './use-change-me.ts'

const THEMES = ['auto', 'light', 'dark'] as const

/** The language and the light of the screens: both act at once. */
export function MyScreen() {
  const text = useText()
  const me = useMe()
  const language = useLanguage()
  const network = useNetwork()
  const change = useChangeMe()
  return (
    <div className="stack stack-6">
      {(network?.languages.length ?? 2) > 1 && (
        <RadioGroup
          legend={text('people.me.language')}
          hint={text('people.me.language_hint')}
          options={[
            { value: 'fr', label: <span lang="fr">Français</span> },
            { value: 'en', label: <span lang="en">English</span> },
          ]}
          value={me.language ?? language}
          onChange={(value) => change.mutate({ language: value })}
        />
      )}
      <RadioGroup
        legend={text('people.me.theme')}
        options={THEMES.map((value) => ({ value, label: text(`people.me.theme_${value}`) }))}
        value={me.theme}
        onChange={(value) => change.mutate({ theme: value })}
      />
      <FormProblem error={change.error} />
    </div>
  )
}
