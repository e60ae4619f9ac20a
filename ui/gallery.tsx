import {
  Bell,
  ChartLine,
  ChevronsUpDown,
  Compass,
  House,
  MessagesSquare,
  Newspaper,
  PenLine,
  Plus,
  Search,
  Settings,
} from 'lucide-react'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Avatar } from './avatar.tsx'
import { ActingSection } from './gallery/acting.tsx'
import { ChoosingSection } from './gallery/choosing.tsx'
import { PeopleSection } from './gallery/people.tsx'
import { PostsSection } from './gallery/posts.tsx'
import { SayingSection } from './gallery/saying.tsx'
import { ShowingSection } from './gallery/showing.tsx'
import { TypingSection } from './gallery/typing.tsx'
import { IconButton } from './icon-button.tsx'
import { Menu } from './menu.tsx'
import { PageHead } from './page-head.tsx'
import { SearchField } from './search-field.tsx'
import { Segmented } from './segmented.tsx'
import { AppShell, ShellMe, type ShellAnchor } from './shell.tsx'
import './styles/all.css'
import { ToastRegion } from './toast.tsx'

type Theme = 'auto' | 'light' | 'dark'

const feed = { key: 'feed', to: '#posts', label: 'Fil', icon: Newspaper, current: true }
const home = { key: 'home', to: '#acting', label: 'Accueil', icon: House }
const messages = {
  key: 'messages',
  to: '#people',
  label: 'Messages',
  icon: MessagesSquare,
  count: 3,
  countLabel: 'non lus :',
  urgent: true,
}
const today = { key: 'today', to: '#showing', label: 'Aujourd’hui', icon: Compass, count: 7 }
const measures = { key: 'measures', to: '#saying', label: 'Mesures', icon: ChartLine }
const publish = { key: 'publish', to: '#typing', label: 'Publier', icon: Plus, publish: true }

function renderLink({ to, children, ...rest }: ShellAnchor) {
  return (
    <a href={to} {...rest}>
      {children}
    </a>
  )
}

function CommunitySwitch() {
  return (
    <Menu
      label="Communautés"
      buttonClassName="rail__c"
      items={[
        { key: 'tempo', label: 'Tempo', checked: true, onSelect: () => undefined },
        { key: 'atelier', label: 'Atelier ouvert', checked: false, onSelect: () => undefined },
      ]}
    >
      <span className="m" aria-hidden>
        T
      </span>
      <span className="grow">
        <b>Tempo</b>
        <small>Aubrelle</small>
      </span>
      <ChevronsUpDown className="i i--s" aria-hidden />
    </Menu>
  )
}

function Gallery() {
  const [theme, setTheme] = useState<Theme>('auto')
  const choose = (next: Theme) => {
    setTheme(next)
    if (next === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
  }
  const actions = (
    <>
      <IconButton icon={Search} label="Rechercher" />
      <IconButton icon={Bell} label="Notifications : 2 nouvelles" count={2} />
    </>
  )
  return (
    <AppShell
      renderLink={renderLink}
      words={{
        skip: 'Aller au contenu',
        mainNav: 'Navigation principale',
        tabs: 'Onglets',
        home: 'Élan, accueil',
      }}
      homeTo="#acting"
      community={<CommunitySwitch />}
      groups={[
        { key: 'main', links: [home, feed, messages] },
        { key: 'animate', label: 'Animer', links: [today, measures] },
      ]}
      me={
        <ShellMe
          avatar={<Avatar name="Nadia Belkacem" size={36} sign="animator" />}
          name="Nadia Belkacem"
          line="Animatrice, Nantes"
          end={<IconButton icon={Settings} label="Réglages et profil" />}
        />
      }
      tabs={[home, feed, publish, messages, { ...today, label: 'Animer' }]}
      title="Composants"
      actions={actions}
    >
      <PageHead
        eyebrow="Mardi 27 janvier"
        title="Composants"
        lead="Chaque pièce, dans tous ses états."
        actions={
          <>
            <SearchField label="Rechercher" />
            <Segmented
              label="Thème"
              value={theme}
              onChange={choose}
              options={[
                { value: 'auto', label: 'Appareil' },
                { value: 'light', label: 'Clair' },
                { value: 'dark', label: 'Sombre' },
              ]}
            />
            <IconButton icon={PenLine} kind="soft" label="Écrire" />
          </>
        }
      />
      <div className="stack stack-12">
        <ActingSection />
        <TypingSection />
        <ChoosingSection />
        <PeopleSection />
        <PostsSection />
        <ShowingSection />
        <SayingSection />
      </div>
      <ToastRegion label="Messages brefs" dismissLabel="Fermer" />
    </AppShell>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Gallery />)
