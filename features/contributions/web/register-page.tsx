import './contributions.css'
import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { Language } from '#platform/contract/schema.ts'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useLanguage, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { readRegister, type Register } from '../contract.ts'

const LANGUAGES = [
  { value: 'fr', label: 'Français', lang: 'fr' },
  { value: 'en', label: 'English', lang: 'en' },
] as const

/** What the administrator shows to whoever asks: written from the live settings, without anybody's activity. */
export function RegisterPage() {
  const text = useText()
  const spoken = useLanguage()
  const [language, setLanguage] = useState<Language>(spoken)
  const register = useQuery({
    queryKey: ['contributions', 'register', language],
    queryFn: () => call(readRegister, { query: { language } }),
  })
  return (
    <div className="stack stack-10 ctb">
      <PageHead
        title={text('contributions.register.title')}
        lead={text('contributions.register.lead')}
        eyebrow={
          <Link className="link" to="/administration">
            {text('administration.title')}
          </Link>
        }
        actions={
          <a
            className={buttonClass({ kind: 'primary' })}
            href={`/api/administration/follow-up-register/print?language=${language}`}
            target="_blank"
            rel="noreferrer"
          >
            <Printer className="i" aria-hidden />
            {text('contributions.register.print')}
          </a>
        }
      />
      <Segmented
        label={text('contributions.register.language')}
        options={[...LANGUAGES]}
        value={language}
        onChange={setLanguage}
      />
      <Await query={register}>{(found) => <Whole register={found} />}</Await>
    </div>
  )
}

function Whole({ register }: { register: Register }) {
  const text = useText()
  const format = useFormat()
  return (
    <div className="stack stack-8 ctb-read" lang={register.language}>
      <p className="sm mut">
        {register.networkName} · {format.day(register.at)}
      </p>
      {register.sections.map(({ key, title, lines }) => (
        <section key={key} className="stack stack-2" aria-labelledby={`register-${key}`}>
          <h2 className="h3" id={`register-${key}`}>
            {title}
          </h2>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      ))}
      <section className="stack stack-4" aria-labelledby="register-programmes">
        <SectionHead id="register-programmes" title={text('contributions.register.programmes')} />
        {register.programmes.length === 0 && (
          <Empty title={text('contributions.register.noProgramme')}>
            <p>{text('contributions.register.noProgrammeWhy')}</p>
          </Empty>
        )}
        {register.programmes.map((programme) => (
          <article key={programme.id} className="stack stack-2">
            <h3 className="h4">
              {programme.name}, {programme.communityName}
            </h3>
            <ul className="ctb-ideas">
              {programme.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </article>
        ))}
      </section>
    </div>
  )
}
