import {
  Bell,
  Bookmark,
  CalendarPlus,
  Check,
  Ellipsis,
  Link,
  Lightbulb,
  PenLine,
  Pin,
  ScanLine,
  SendHorizontal,
  Trash2,
} from 'lucide-react'
import { useState } from 'react'
import { Button, buttonClass, type ButtonKind } from '../button.tsx'
import { Chip, ChipRow } from '../chip.tsx'
import { Count } from '../badge.tsx'
import { IconButton } from '../icon-button.tsx'
import { Menu } from '../menu.tsx'
import { Segmented } from '../segmented.tsx'
import { Tabs } from '../tabs.tsx'
import { showToast } from '../toast-store.ts'
import { Tooltip } from '../tooltip.tsx'
import { Row, Section } from './section.tsx'

const kinds: [ButtonKind, string][] = [
  ['accent', 'Rejoindre'],
  ['primary', 'Publier'],
  ['line', 'Exporter'],
  ['soft', 'Plus tard'],
  ['ghost', 'Annuler'],
  ['danger', 'Supprimer'],
]

export function ActingSection() {
  return (
    <Section
      id="acting"
      title="Agir"
      note="L’action principale est sapin. L’accent sert une seule fois par écran."
    >
      <Row label="Bouton : repos, survol, focus, appui">
        {kinds.map(([kind, label]) => (
          <Button key={kind} kind={kind}>
            {label}
          </Button>
        ))}
      </Row>
      <Row label="États">
        <Button kind="primary" className="is-hover">
          Survol
        </Button>
        <Button kind="primary" className="is-focus">
          Focus
        </Button>
        <Button kind="primary" busy busyLabel="Envoi">
          Envoyer
        </Button>
        <Button kind="primary" disabledReason="Écris d’abord un mot">
          Publier
        </Button>
        <Button kind="primary" disabled>
          Publier
        </Button>
      </Row>
      <Row label="Tailles, icônes, lien">
        <Button kind="primary" size="l">
          Grand
        </Button>
        <Button kind="primary">Courant</Button>
        <Button kind="primary" size="s">
          Petit
        </Button>
        <Button kind="primary" icon={Check}>
          J’ai lu
        </Button>
        <Button kind="line" icon={CalendarPlus}>
          Agenda
        </Button>
        <a className={buttonClass({ kind: 'soft' })} href="#posts">
          Lien
        </a>
        <a className="link" href="#posts">
          Lien dans une phrase
        </a>
      </Row>
      <Icons />
      <Choices />
    </Section>
  )
}

function Icons() {
  const [saved, setSaved] = useState(true)
  return (
    <Row label="Bouton icône, menu, bulle">
      <IconButton icon={Bell} label="Notifications : 2 nouvelles" count={2} />
      <IconButton icon={Bookmark} label="Enregistrer" pressed={saved} onClick={() => setSaved(!saved)} />
      <IconButton icon={SendHorizontal} kind="primary" label="Envoyer" />
      <IconButton icon={PenLine} kind="soft" label="Écrire" />
      <IconButton icon={ScanLine} kind="line" label="Scanner" />
      <IconButton icon={Bell} label="Indisponible" disabled />
      <Menu
        label="Actions sur la publication"
        buttonLabel="Autres actions"
        items={[
          {
            key: 'edit',
            label: 'Modifier',
            icon: PenLine,
            onSelect: () => showToast({ message: 'Modifié' }),
          },
          {
            key: 'pin',
            label: 'Épingler en haut',
            icon: Pin,
            onSelect: () => showToast({ message: 'Épinglé' }),
          },
          { key: 'link', label: 'Copier le lien', icon: Link, shortcut: 'C', href: '#posts' },
          { key: 'practice', label: 'En faire une bonne pratique', icon: Lightbulb, disabled: true },
          { key: 'delete', label: 'Supprimer', icon: Trash2, danger: true, separatorBefore: true },
        ]}
      >
        <Ellipsis className="i" aria-hidden />
      </Menu>
      <Tooltip text="Part à la fin du café-atelier">
        {(describedBy) => (
          <Button kind="line" aria-describedby={describedBy}>
            Avec une bulle
          </Button>
        )}
      </Tooltip>
    </Row>
  )
}

function Choices() {
  const [view, setView] = useState<'week' | 'month' | 'list'>('month')
  const [kept, setKept] = useState('Questions')
  return (
    <>
      <Tabs label="Exemple d’onglets">
        {['Pour toi', 'Cholet', 'Bonnes pratiques', 'Mes sujets'].map((name, index) => (
          <a key={name} className="tab" href="#acting" aria-current={index === 0 ? 'page' : undefined}>
            {name}
          </a>
        ))}
        <a className="tab" href="#acting">
          Questions <Count label="sans réponse :">{3}</Count>
        </a>
      </Tabs>
      <Segmented
        label="Affichage"
        value={view}
        onChange={setView}
        options={[
          { value: 'week', label: 'Semaine' },
          { value: 'month', label: 'Mois' },
          { value: 'list', label: 'Liste' },
        ]}
      />
      <ChipRow label="Filtrer">
        {['Tout', 'Questions', 'Bonnes pratiques', 'Sondages', 'Bravos', 'Annonces'].map((name) => (
          <Chip
            key={name}
            pressed={kept === name}
            icon={kept === name ? Check : undefined}
            onClick={() => setKept(name)}
          >
            {name}
          </Chip>
        ))}
        <Chip disabled>Indisponible</Chip>
      </ChipRow>
    </>
  )
}
