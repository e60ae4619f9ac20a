import { FileText, Phone } from 'lucide-react'
import { useState } from 'react'
import { CodeField } from '../code-field.tsx'
import { FileDrop } from '../file-drop.tsx'
import { FileRow } from '../file-row.tsx'
import { PasswordField, PasswordStrength } from '../password-field.tsx'
import { PhotoPicker } from '../photo-picker.tsx'
import { TextArea } from '../text-area.tsx'
import { TextField } from '../text-field.tsx'
import { Columns, Section } from './section.tsx'

const tip =
  'On lit l’humidité avant de charger. Au-dessus de 60 %, on attend dix minutes porte ouverte. Depuis, plus une reprise.'

export function TypingSection() {
  const [code, setCode] = useState('CHOL7K4M')
  return (
    <Section
      id="typing"
      title="Saisir"
      note="L’étiquette est au-dessus, jamais dans le champ. L’erreur dit quoi faire."
    >
      <Columns>
        <TextField label="Prénom" placeholder="Comme on t’appelle" required />
        <TextField
          label="Code d’invitation"
          defaultValue="CHOL 7K4"
          error="Il manque un caractère : le code en compte huit."
        />
        <TextField
          label="Téléphone"
          optional="(si tu veux)"
          icon={Phone}
          defaultValue="06 12 34 56 78"
          inputMode="tel"
          hint="Visible de toi. Sert à retrouver ton compte."
        />
        <TextField label="Site" defaultValue="Cholet" disabled hint="Réglé par ton code d’invitation." />
        <CodeField
          label="Ton code d’invitation"
          defaultValue="chol-7k4m"
          onCodeChange={setCode}
          hint={`Lu : ${code}`}
        />
        <PasswordField
          label="Mot de passe"
          defaultValue="trois chats sur le toit"
          autoComplete="new-password"
          words={{ show: 'Montrer le mot de passe', hide: 'Cacher le mot de passe' }}
          strength={<PasswordStrength level={3} label="Bien : long et facile à retenir" />}
        />
        <TextArea
          label="Ton astuce"
          defaultValue={tip}
          maxLength={200}
          remaining={(left) => `Encore ${left} signes`}
        />
        <TextArea
          label="Ton message"
          placeholder="Le souci, le geste, le gain"
          hint="La zone grandit avec le texte."
        />
      </Columns>
      <Files />
    </Section>
  )
}

function Files() {
  const [names, setNames] = useState<string[]>([])
  return (
    <Columns>
      <div className="stack">
        <FileDrop
          title="Dépose une photo ou une vidéo"
          overTitle="Lâche, c’est bon"
          hint="Jusqu’à 200 Mo, on la compresse pour toi"
          buttonLabel="Choisir un fichier"
          multiple
          onFiles={(files) => setNames(files.map((file) => file.name))}
        />
        <PhotoPicker
          label="Ta photo"
          hint="Un visage, et on te reconnaît à la machine à café."
          name="Mehdi Amrani"
          sign="ambassador"
          words={{ choose: 'Choisir une photo', change: 'Changer de photo', remove: 'Retirer' }}
          onPick={(file) => setNames([file.name])}
        />
      </div>
      <div>
        <FileRow
          name="escalier-castres.jpg"
          progress={64}
          icon={FileText}
          onRemove={() => undefined}
          removeLabel="Annuler l’envoi"
        />
        <FileRow
          name="fiche-aq40.pdf"
          done="Ajouté"
          onRemove={() => undefined}
          removeLabel="Retirer le fichier"
        />
        <FileRow
          name="plan-complet.dwg"
          error="Ce format ne s’ouvre pas sur téléphone. Exporte-le en PDF."
          onRemove={() => undefined}
          removeLabel="Retirer le fichier"
        />
        {names.map((name) => (
          <FileRow key={name} name={name} note="Choisi à l’instant" />
        ))}
      </div>
    </Columns>
  )
}
