import { Ellipsis, ListChecks, MessageCircle, Share2, ThumbsUp } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '../badge.tsx'
import { CommentBubble } from '../comment-bubble.tsx'
import { Menu } from '../menu.tsx'
import { NewPostsPill } from '../new-posts-pill.tsx'
import { Poll, PollOption } from '../poll-option.tsx'
import { PostFrame, PostMedia } from '../post-frame.tsx'
import { ReactionBar, type ReactionKind, type ReactionWords } from '../reaction-bar.tsx'
import { TimeLabel } from '../time-label.tsx'
import { Who } from '../who.tsx'
import { Section } from './section.tsx'

const words: ReactionWords = {
  kinds: { like: 'J’aime', bravo: 'Bravo', useful: 'Utile', thanks: 'Merci', same: 'Moi aussi' },
  choose: 'Choisir un autre mot',
}
const people = ['Clara Nguyen', 'Jean-Marc Petit', 'Thi Pham'].map((name) => ({ id: name, name }))
const stairs =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"><path fill="#e6c79c" d="M0 0h300v200H0z"/><path fill="#14473a" d="M40 180h60v-30h50v-30h50v-30h60V60h20v140H40z"/></svg>',
  )

function Reactions({ first = null, suggested }: { first?: ReactionKind | null; suggested?: ReactionKind }) {
  const [mine, setMine] = useState<ReactionKind | null>(first)
  return (
    <ReactionBar
      mine={mine}
      onReact={setMine}
      words={words}
      suggested={suggested}
      people={people}
      summary={<button type="button">Clara et 86 autres</button>}
    >
      <a className="rx" href="#posts">
        <MessageCircle className="i" aria-hidden />
        <span>
          14<span className="vh"> commentaires</span>
        </span>
      </a>
      <button type="button" className="rx" aria-label="Partager">
        <Share2 className="i" aria-hidden />
      </button>
    </ReactionBar>
  )
}

export function PostsSection() {
  const [fresh, setFresh] = useState<string | null>('3 nouvelles publications')
  return (
    <Section id="posts" title="Publications" note="Qui, puis quoi, puis comment on a répondu.">
      <div className="fil">
        <div className="fil__c">
          <NewPostsPill label={fresh} people={people} onShow={() => setFresh(null)} />
          <StairsPost />
          <PollPost />
          <PostFrame
            label="Bravo de Laurie Pinson à Yann Kerbrat"
            celebrate
            head={
              <Who person={{ name: 'Laurie Pinson', sign: 'ambassador' }} meta="dit bravo à Yann Kerbrat" />
            }
            reactions={<Reactions first="bravo" />}
          >
            <p className="kudos__t">
              Parti à 18 h un vendredi remplacer une vitre chez une dame de 86 ans. Elle nous a écrit. On a
              affiché la lettre.
            </p>
            <p>
              <Badge kind="brand" icon={ThumbsUp}>
                Coup de main
              </Badge>
            </p>
          </PostFrame>
          <p className="fil__end">
            <span className="trait" aria-hidden />
            Tu es à jour. La suite, c’est toi qui l’écris.
          </p>
        </div>
      </div>
    </Section>
  )
}

function StairsPost() {
  return (
    <PostFrame
      label="Publication de Bruno Mazet"
      head={
        <Who
          person={{ name: 'Bruno Mazet', sign: 'ambassador' }}
          role="Éclaireur"
          meta={
            <>
              Menuiserie, Castres.{' '}
              <TimeLabel at="2026-01-27T08:10:00Z" short="Il y a 20 min" full="mardi 27 janvier, 9 h 10" />
            </>
          }
        >
          <a href="#posts">Bruno Mazet</a>
        </Who>
      }
      menu={
        <Menu
          label="Actions sur la publication"
          buttonLabel="Autres actions"
          align="end"
          items={[{ key: 'save', label: 'Garder pour plus tard', onSelect: () => undefined }]}
        >
          <Ellipsis className="i" aria-hidden />
        </Menu>
      }
      text={
        <div className="rich">
          <p>
            Quinze marches en chêne, pas un clou, et le garde-corps tombe juste. Merci{' '}
            <a className="mention" href="#people">
              Inès Fabre
            </a>{' '}
            pour :
          </p>
          <ul>
            <li>le tracé du limon</li>
            <li>le café</li>
          </ul>
        </div>
      }
      reactions={<Reactions first="like" />}
      comments={
        <>
          <CommentBubble
            person={{ name: 'Inès Fabre', sign: 'ambassador' }}
            time="12 min"
            actions={
              <>
                <button type="button">J’aime</button>
                <button type="button">Répondre</button>
              </>
            }
          >
            Bruno, tu me montres le tracé du limon demain ?
          </CommentBubble>
          <CommentBubble person={{ name: 'Bruno Mazet', sign: 'ambassador' }} time="9 min" reply>
            7 h 30, avec du café.
          </CommentBubble>
          <CommentBubble person={{ name: 'Linh Pham' }} time="Hier" accepted="Réponse retenue par Karim">
            Prévois dix minutes de moins avant le serrage.
          </CommentBubble>
        </>
      }
    >
      <PostMedia src={stairs} alt="Escalier en chêne, encore en atelier" />
    </PostFrame>
  )
}

function PollPost() {
  const [mine, setMine] = useState(1)
  const options: [string, number][] = [
    ['Avant la prise de poste, 6 h 30', 23],
    ['À la pause, 12 h 45', 58],
    ['En fin d’après-midi, 16 h', 19],
  ]
  return (
    <PostFrame
      label="Sondage de Nadia Belkacem"
      head={
        <Who
          person={{ name: 'Nadia Belkacem', sign: 'animator' }}
          role="Animation"
          meta="Communauté Tempo. Lundi"
        />
      }
      kind={{ icon: ListChecks, label: 'Sondage' }}
      title="Le café-atelier de février, on le cale quand ?"
      titleLevel={3}
      reactions={<Reactions suggested="useful" />}
    >
      <Poll label="Résultats">
        {options.map(([label, share], index) => (
          <PollOption
            key={label}
            share={share}
            shareLabel={`${share} %`}
            mine={mine === index}
            onChoose={() => setMine(index)}
          >
            {label}
          </PollOption>
        ))}
      </Poll>
      <Poll label="Avant le vote">
        <PollOption onChoose={() => undefined}>Oui</PollOption>
        <PollOption onChoose={() => undefined}>Non</PollOption>
      </Poll>
    </PostFrame>
  )
}
