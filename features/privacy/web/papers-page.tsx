import './privacy.css'
import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { Language } from '#platform/contract/schema.ts'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useLanguage, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { buttonClass } from '#ui/button.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { type Paper, type PaperKey, PAPERS, readPaper } from '../contract.ts'

const LANGUAGES = [
  { value: 'fr', label: 'Français', lang: 'fr' },
  { value: 'en', label: 'English', lang: 'en' },
] as const

/** What an administrator shows to whoever asks, hands to the works council, or works on with the data protection officer. */
export function PapersPage() {
  const text = useText()
  const spoken = useLanguage()
  const [language, setLanguage] = useState<Language>(spoken)
  const [key, setKey] = useState<PaperKey>('register')
  const paper = useQuery({
    queryKey: ['privacy', 'paper', key, language],
    queryFn: () => call(readPaper, { params: { paper: key }, query: { language } }),
  })
  return (
    <div className="stack stack-10">
      <PageHead
        title={text('privacy.papers.title')}
        lead={text('privacy.papers.lead')}
        eyebrow={
          <Link className="link" to="/administration">
            {text('administration.title')}
          </Link>
        }
        actions={
          <a
            className={buttonClass({ kind: 'primary' })}
            href={`/api/administration/papers/${key}/print?language=${language}`}
            target="_blank"
            rel="noreferrer"
          >
            <Printer className="i" aria-hidden />
            {text('privacy.papers.print')}
          </a>
        }
      />
      <div className="row wrap g4">
        <Segmented
          label={text('privacy.papers.which')}
          options={PAPERS.map((value) => ({ value, label: text(`privacy.papers.${value}`) }))}
          value={key}
          onChange={setKey}
        />
        <Segmented
          label={text('privacy.papers.language')}
          options={[...LANGUAGES]}
          value={language}
          onChange={setLanguage}
        />
      </div>
      <Await query={paper}>{(found) => <Whole paper={found} />}</Await>
    </div>
  )
}

function Whole({ paper }: { paper: Paper }) {
  const text = useText()
  const format = useFormat()
  return (
    <article className="stack stack-8 pvy-paper" lang={paper.language} aria-labelledby="paper">
      <header className="stack stack-3">
        <h2 className="h2" id="paper">
          {paper.title}
        </h2>
        <p className="sm mut">
          {paper.networkName} · {format.day(paper.at)}
        </p>
        {paper.lead.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </header>
      <nav aria-label={text('privacy.papers.contents')}>
        <ul className="pvy-toc">
          {paper.chapters.map(({ key, title }) => (
            <li key={key}>
              <a className="link" href={`#paper-${key}`}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {paper.chapters.map(({ key, title, blocks }) => (
        <section key={key} className="stack stack-4" aria-labelledby={`paper-${key}`}>
          <h3 className="h3" id={`paper-${key}`} tabIndex={-1}>
            {title}
          </h3>
          {blocks.map(({ label, lines }, at) => (
            <div key={label ?? at} className="pvy-block">
              {label && <p className="b">{label}</p>}
              <div className="stack stack-2">
                {lines.map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </div>
            </div>
          ))}
        </section>
      ))}
    </article>
  )
}
