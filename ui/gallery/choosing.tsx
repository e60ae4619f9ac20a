import { useState } from 'react'
import { Avatar } from '../avatar.tsx'
import { Checkbox } from '../checkbox.tsx'
import { Combobox, type ComboboxOption, type ComboboxWords } from '../combobox.tsx'
import { RadioGroup } from '../radio-group.tsx'
import { SelectField } from '../select-field.tsx'
import { Switch } from '../switch.tsx'
import { TagInput } from '../tag-input.tsx'
import { Columns, Section } from './section.tsx'

const words: ComboboxWords = {
  loading: 'On cherche',
  nothing: 'Rien à ce nom',
  failed: 'La recherche n’a pas abouti. Réessaie dans un instant.',
  results: (count) => `${count} résultats`,
  remove: (label) => `Retirer ${label}`,
}

const people: ComboboxOption[] = [
  ['Bruno Mazet', 'Menuiserie, Castres'],
  ['Clara Nguyen', 'Bureau d’études, Nantes'],
  ['Fatou Sarr', 'Logistique, Valence'],
  ['Inès Fabre', 'Méthodes, Castres'],
  ['Sofia Marques', 'Conditionnement, Champagnole'],
].map(([label = '', description = '']) => ({
  id: label,
  label,
  description,
  picture: <Avatar name={label} size={28} />,
}))

async function findPeople(query: string): Promise<ComboboxOption[]> {
  await new Promise((done) => setTimeout(done, 120))
  return people.filter((one) => one.label.toLowerCase().includes(query.toLowerCase()))
}

export function ChoosingSection() {
  const [size, setSize] = useState<'open' | 'closed' | 'secret'>('open')
  const [told, setTold] = useState(true)
  const [chosen, setChosen] = useState<readonly ComboboxOption[]>(people.slice(0, 2))
  const [site, setSite] = useState<readonly ComboboxOption[]>([])
  const [tags, setTags] = useState(['séchage', 'sécurité'])
  return (
    <Section id="choosing" title="Choisir" note="L’interrupteur agit tout de suite. La case attend l’envoi.">
      <Columns>
        <div>
          <Checkbox label="J’ai lu la charte" defaultChecked hint="Une page, deux minutes." />
          <Checkbox label="Case vide" />
          <Checkbox label="Une partie" indeterminate />
          <Checkbox label="Indisponible" disabled />
          <Checkbox label="J’accepte" error="Coche pour continuer." />
        </div>
        <RadioGroup
          legend="Qui peut entrer"
          value={size}
          onChange={setSize}
          hint="Tu pourras changer plus tard."
          options={[
            { value: 'open', label: 'Ouvert', hint: 'Tout le réseau lit et rejoint.' },
            { value: 'closed', label: 'Fermé', hint: 'Visible, sur demande.' },
            {
              value: 'secret',
              label: 'Secret',
              hint: 'Seules les personnes invitées le voient.',
              disabled: true,
            },
          ]}
        />
        <div>
          <Switch
            label="Me prévenir d’une réponse"
            checked={told}
            onChange={setTold}
            hint="Jamais entre 20 h et 7 h."
          />
          <Switch label="Me prévenir de tout" checked={!told} onChange={(on) => setTold(!on)} />
          <Switch label="Indisponible" checked={false} disabled onChange={() => undefined} />
        </div>
        <SelectField
          label="Ton équipe"
          defaultValue="b"
          options={[
            { value: 'a', label: 'Équipe A, assemblage' },
            { value: 'b', label: 'Équipe B, assemblage' },
          ]}
        />
        <Combobox
          label="Mentionner"
          multiple
          selected={chosen}
          onChange={setChosen}
          search={findPeople}
          words={words}
          hint="Flèches pour parcourir, Entrée pour choisir."
        />
        <Combobox
          label="Référent"
          selected={site}
          onChange={setSite}
          search={findPeople}
          words={words}
          placeholder="Un prénom"
          error={site.length === 0 ? 'Choisis une personne.' : undefined}
        />
        <TagInput
          label="Sujets"
          tags={tags}
          onChange={setTags}
          suggestions={['séchage', 'sécurité', 'qualité', 'pose', 'vernis']}
          words={words}
          hint="Entrée pour ajouter."
        />
      </Columns>
    </Section>
  )
}
