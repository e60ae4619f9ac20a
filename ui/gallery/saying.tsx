import { Lightbulb } from 'lucide-react'
import { useState } from 'react'
import { Banner } from '../banner.tsx'
import { Button } from '../button.tsx'
import { Chip } from '../chip.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { Dialog } from '../dialog.tsx'
import { Empty } from '../empty.tsx'
import { ErrorPanel } from '../error-panel.tsx'
import { OfflinePill } from '../offline-pill.tsx'
import { Sheet } from '../sheet.tsx'
import { ListSkeleton, PageSkeleton, PostSkeleton } from '../skeleton.tsx'
import { TextArea } from '../text-area.tsx'
import { TextField } from '../text-field.tsx'
import { useToasts } from '../toast.tsx'
import { Columns, Row, Section } from './section.tsx'

export function SayingSection() {
  return (
    <Section id="saying" title="Dire" note="Ce qui s’est passé, ce qui est sauf, quoi faire.">
      <Banners />
      <Overlays />
      <Columns>
        <Empty
          icon={Lightbulb}
          title="Aucune astuce à Lieusaint"
          action={<Button kind="primary">Raconter un geste</Button>}
        >
          <p>La première est souvent la plus simple : un geste que tu fais sans y penser.</p>
        </Empty>
        <ErrorPanel title="Le fil n’a pas pu se charger." actions={<Button kind="primary">Réessayer</Button>}>
          <p>Rien n’est perdu : ce que tu as écrit est gardé ici.</p>
        </ErrorPanel>
        <PostSkeleton label="Chargement du fil" count={1} />
        <div className="stack stack-8">
          <ListSkeleton label="Chargement de la liste" rows={2} />
          <PageSkeleton label="Chargement de la page" />
        </div>
      </Columns>
      <OfflinePill offline>Hors ligne : ce que tu écris partira tout seul</OfflinePill>
    </Section>
  )
}

function Banners() {
  const [open, setOpen] = useState(true)
  return (
    <div className="stack stack-3">
      {open && (
        <Banner onClose={() => setOpen(false)} closeLabel="Fermer">
          La version 2.3 arrive lundi 9 février.{' '}
          <a className="link" href="#saying">
            Voir ce qui change
          </a>
        </Banner>
      )}
      <Banner kind="ok">Ta charte est signée. Bienvenue chez les Éclaireurs.</Banner>
      <Banner kind="warn">Tu n’as plus de réseau. Ce que tu écris est gardé ici et partira tout seul.</Banner>
      <Banner kind="bad">Le message n’est pas parti : la vidéo dépasse 200 Mo.</Banner>
    </div>
  )
}

function Overlays() {
  const [open, setOpen] = useState<'dialog' | 'confirm' | 'sheet' | null>(null)
  const { show } = useToasts()
  const close = () => setOpen(null)
  return (
    <Row label="Dialogue, feuille, message bref">
      <Button onClick={() => setOpen('dialog')}>Ouvrir un dialogue</Button>
      <Button onClick={() => setOpen('confirm')}>Demander une confirmation</Button>
      <Button onClick={() => setOpen('sheet')}>Ouvrir le composeur</Button>
      <Button
        onClick={() =>
          show({
            message: 'Publication retirée.',
            action: { label: 'Annuler', onAct: () => show({ message: 'Publication remise.' }) },
          })
        }
      >
        Message bref
      </Button>
      <Dialog
        open={open === 'dialog'}
        onClose={close}
        title="Renommer le groupe"
        closeLabel="Fermer"
        actions={
          <>
            <Button kind="ghost" onClick={close}>
              Garder l’ancien nom
            </Button>
            <Button kind="primary" onClick={close}>
              Renommer
            </Button>
          </>
        }
      >
        <TextField label="Nom" defaultValue="Vernis et finitions" />
      </Dialog>
      <ConfirmDialog
        open={open === 'confirm'}
        onClose={close}
        onConfirm={close}
        title="Te retirer de la liste ?"
        confirmLabel="Laisser ma place"
        keepLabel="Garder ma place"
        kind="primary"
      >
        Awa prend ta place au café-atelier de jeudi. Tu pourras suivre en ligne ou voir le film.
      </ConfirmDialog>
      <Sheet
        open={open === 'sheet'}
        onClose={close}
        title="Publier"
        closeLabel="Fermer sans publier"
        foot={
          <Button kind="primary" onClick={close}>
            Publier
          </Button>
        }
      >
        <TextArea label="Ton message" hideLabel placeholder="Quoi de neuf ?" />
        <div className="sheet__k" role="group" aria-label="Type de publication">
          <Chip pressed>Simple</Chip>
          <Chip pressed={false}>Bonne pratique</Chip>
          <Chip pressed={false}>Question</Chip>
          <Chip pressed={false}>Sondage</Chip>
          <Chip pressed={false}>Bravo</Chip>
        </div>
      </Sheet>
    </Row>
  )
}
