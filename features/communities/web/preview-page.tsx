import { useQuery } from '@tanstack/react-query'
import { CircleHelp, Lightbulb, Recycle } from 'lucide-react'
import { Await } from '#platform/web/await.tsx'
import { call, fileUrl } from '#platform/web/call.ts'
import { useFormat, useLanguage, useSwitchLanguage, useText } from '#platform/web/i18n.ts'
import { Link, useGo, useParam } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Banner } from '#ui/banner.tsx'
import { buttonClass } from '#ui/button.tsx'
import { Logo } from '#ui/logo.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { SkipLink } from '#ui/skip-link.tsx'
import { Who } from '#ui/who.tsx'
import { type Preview, readPreview } from '../contract.ts'
import { EntryDoor } from './entry-door.tsx'
import { faceOf } from './faces.ts'
import './communities.css'

/** The page one shares before and after the launch: what it brings, who is behind it, what is inside, "I want in". */
export function PreviewPage() {
  const text = useText()
  const slug = useParam('slug')
  const query = useQuery({
    queryKey: ['communities', 'preview', slug],
    queryFn: ({ signal }) => call(readPreview, { params: { slug } }, { signal }),
  })
  const cover = query.data?.coverFileId
  return (
    <div className="join">
      <SkipLink to="content" label={text('app.skip')} />
      <main className="join__main" id="content" tabIndex={-1}>
        <Top />
        <Await query={query}>{(preview) => <Told preview={preview} />}</Await>
      </main>
      <aside className="join__art only-d preview__art" aria-hidden="true">
        {cover ? (
          <img className="art" src={fileUrl(cover, 'w1280')} alt="" />
        ) : (
          <i className="trait preview__trait" />
        )}
      </aside>
    </div>
  )
}

function Top() {
  const text = useText()
  const language = useLanguage()
  const switchTo = useSwitchLanguage()
  return (
    <div className="join__top row sb">
      <Link to="/" className="logo" aria-label={text('app.home')}>
        <Logo />
      </Link>
      <Segmented<'fr' | 'en'>
        label={text('communities.preview.language')}
        value={language}
        onChange={(next) => void switchTo(next)}
        options={[
          { value: 'fr', label: 'Français', lang: 'fr' },
          { value: 'en', label: 'English', lang: 'en' },
        ]}
      />
    </div>
  )
}

function Told({ preview }: { preview: Preview }) {
  const text = useText()
  return (
    <>
      {!preview.shared && <Banner kind="info">{text('communities.preview.notShared')}</Banner>}
      {preview.coverFileId && (
        <div className="join__hero-m only-m">
          <img className="art" src={fileUrl(preview.coverFileId, 'w640')} alt="" />
        </div>
      )}
      <div className="join__txt">
        <Headline preview={preview} />
      </div>
      <div className="join__form">
        <Door preview={preview} />
      </div>
      {preview.videoFileId && (
        <section className="join__why" aria-label={text('communities.preview.film')}>
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- captions come with the file itself when it has some */}
          <video className="preview__video" src={fileUrl(preview.videoFileId)} controls preload="metadata" />
        </section>
      )}
      {preview.vision && (
        <section className="join__why" aria-labelledby="vision">
          <h2 className="h2" id="vision">
            {text('communities.preview.why')}
          </h2>
          <p className="lead lines">{preview.vision}</p>
        </section>
      )}
      <Behind preview={preview} />
      <Facts preview={preview} />
      <Peek preview={preview} />
      <footer className="join__foot">
        <p className="sm mut">{text('communities.preview.foot')}</p>
      </footer>
    </>
  )
}

/** What it brings says more than its name, as long as it can be read at a glance. */
const GLANCE = 90

function Headline({ preview }: { preview: Preview }) {
  const text = useText()
  const { name, valueProposition, description } = preview
  if (!valueProposition || valueProposition.length > GLANCE)
    return (
      <>
        <h1 className="h0">{name}</h1>
        <p className="lead">
          {valueProposition || description || text('communities.preview.lead', { name })}
        </p>
      </>
    )
  return (
    <>
      <p className="b ink2">{name}</p>
      <h1 className="h0">{valueProposition}</h1>
      {description && <p className="lead">{description}</p>}
    </>
  )
}

/** What to do here, whoever one is. */
function Door({ preview }: { preview: Preview }) {
  const text = useText()
  const go = useGo()
  if (preview.seated)
    return (
      <Link className={buttonClass({ kind: 'accent', size: 'l' })} to={`/espaces/${preview.id}`}>
        {text('communities.openFeed')}
      </Link>
    )
  if (!preview.signedIn) return <Visitor preview={preview} />
  const open = preview.can.join || preview.can.ask || preview.request
  return (
    <div className="stack stack-2">
      <EntryDoor
        kind="accent"
        spaceId={preview.id}
        name={preview.name}
        can={preview.can}
        request={preview.request}
        answered={preview.entry === 'request'}
        onSeated={() => go(`/espaces/${preview.id}`)}
      />
      {!open && <p className="b">{text('communities.preview.byInvitation')}</p>}
      {preview.can.ask && preview.full && <p className="sm ink2">{text('communities.preview.full')}</p>}
      {preview.can.ask && !preview.launched && <p className="sm ink2">{text('communities.preview.soon')}</p>}
    </div>
  )
}

function Visitor({ preview }: { preview: Preview }) {
  const text = useText()
  return (
    <div className="stack stack-3">
      <p className="ink2">{text(`communities.preview.how.${preview.entry}`)}</p>
      <div className="row g2 wrap">
        <Link className={buttonClass({ kind: 'accent', size: 'l' })} to="/rejoindre">
          {text('communities.preview.withCode')}
        </Link>
        <Link
          className={buttonClass({ size: 'l' })}
          to={`/connexion?vers=${encodeURIComponent(`/decouvrir/${preview.slug}`)}`}
        >
          {text('communities.preview.withAccount')}
        </Link>
      </div>
    </div>
  )
}

function Behind({ preview }: { preview: Preview }) {
  const text = useText()
  if (preview.behind.length === 0) return null
  return (
    <section className="join__peek" aria-labelledby="behind">
      <h2 className="h2" id="behind">
        {text('communities.behind')}
      </h2>
      <ul className="preview__people">
        {preview.behind.map((person) => (
          <li key={`${person.givenName} ${person.familyName}`}>
            <Who person={faceOf(person, 56)} meta={person.job} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Facts({ preview }: { preview: Preview }) {
  const text = useText()
  const format = useFormat()
  if (preview.facts.length === 0) return null
  return (
    <section className="join__why" aria-labelledby="facts">
      <h2 className="h2" id="facts">
        {text('communities.preview.inside')}
      </h2>
      <ul className="join__facts">
        {preview.facts.map(({ fact, count }) => (
          <li key={fact}>
            <span className="num">{format.number(count)}</span>
            <span>{text(`communities.preview.counted.${fact}`, { count })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const KINDS = { practice: Recycle, question: CircleHelp, idea: Lightbulb }

function Peek({ preview }: { preview: Preview }) {
  const text = useText()
  if (preview.posts.length === 0) return null
  return (
    <section className="join__peek" aria-labelledby="peek">
      <h2 className="h2" id="peek">
        {text('communities.preview.peek')}
      </h2>
      <ul>
        {preview.posts.map((post) => (
          <li key={`${post.publishedAt} ${post.title}`}>
            <div>
              <p className="who__m">{[post.givenName, post.job].filter(Boolean).join(', ')}</p>
              <p className="b">{post.title || post.excerpt}</p>
              {post.title && <p className="sm ink2">{post.excerpt}</p>}
              <p>
                <Badge icon={KINDS[post.kind as keyof typeof KINDS]}>
                  {text(`communities.preview.post.${post.kind}`)}
                </Badge>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
