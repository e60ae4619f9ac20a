import { Check, Lightbulb, OctagonAlert } from 'lucide-react'
import { Await } from '#platform/web/await.tsx'
import { useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import type { TestResults, Verbatim } from '../contract.ts'
import { DecisionForm } from './decision-form.tsx'
import { DecisionList } from './decision-list.tsx'
import { useResults } from './missions-data.ts'
import './missions.css'

/** What a test brought, step by step, and what is decided of it. */
export function ResultsPage() {
  const query = useResults(useParam('missionId'))
  return <Await query={query}>{(results) => <Results key={results.mission.id} results={results} />}</Await>
}

function Results({ results }: { results: TestResults }) {
  const text = useText()
  const { mission, steps, testers, decision, can, words } = results
  return (
    <>
      <PageHead
        eyebrow={
          <Link className="link" to={`/missions/${mission.id}`}>
            {mission.title}
          </Link>
        }
        title={text('missions.results.title')}
        lead={text('missions.results.lead', { count: testers })}
      />
      <div className="ms-results stack stack-12">
        {decision.publishedAt && <DecisionList decision={decision} />}
        {testers === 0 ? (
          <Empty icon={Lightbulb} title={text('missions.results.none')}>
            <p>{text('missions.results.noneWhy')}</p>
          </Empty>
        ) : steps === null ? (
          <p className="panel">{text('missions.results.few')}</p>
        ) : (
          <section className="stack stack-8">
            <SectionHead title={text('missions.results.byStep')} />
            {!can.team && <p className="ink2">{text('missions.results.figuresOnly')}</p>}
            {steps.map((step, index) => (
              <StepResult key={step.id} step={step} at={index + 1} missionId={mission.id} />
            ))}
          </section>
        )}
        {words.length > 0 && (
          <section className="stack stack-3">
            <SectionHead title={text('missions.results.last')} />
            <ul className="list">
              {words.map((one, index) => (
                <li key={index} className="stack stack-1">
                  <p className="ms-said">{one.words}</p>
                  {one.firstName && <p className="sm mut">{one.firstName}</p>}
                </li>
              ))}
            </ul>
          </section>
        )}
        {can.decide && testers > 0 && <DecisionForm results={results} />}
      </div>
    </>
  )
}

type Step = NonNullable<TestResults['steps']>[number]
const LOOK = {
  works: { kind: 'ok', icon: Check },
  blocks: { kind: 'bad', icon: OctagonAlert },
  would_help: { kind: 'info', icon: Lightbulb },
} as const

function StepResult({ step, at, missionId }: { step: Step; at: number; missionId: string }) {
  const text = useText()
  const all = step.works + step.blocks + step.wouldHelp
  const share = (count: number) => (all > 0 ? `${(count / all) * 100}%` : '0')
  const said = [
    ...(step.works > 0 ? [text('missions.results.works', { count: step.works })] : []),
    ...(step.blocks > 0 ? [text('missions.results.blocks', { count: step.blocks })] : []),
    ...(step.wouldHelp > 0 ? [text('missions.results.wouldHelp', { count: step.wouldHelp })] : []),
  ].join(', ')
  const sentence = `${said.charAt(0).toLocaleUpperCase()}${said.slice(1)}.`
  return (
    <article className="stack stack-3">
      <h3 className="h4">
        {at}. {step.title}
      </h3>
      <p className="ink2">{all > 0 ? sentence : text('missions.results.nobodyTried')}</p>
      {all > 0 && (
        <svg className="ms-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
          <rect className="ms-bar__works" x="0" width={share(step.works)} height="4" />
          <rect className="ms-bar__blocks" x={share(step.works)} width={share(step.blocks)} height="4" />
          <rect
            className="ms-bar__help"
            x={share(step.works + step.blocks)}
            width={share(step.wouldHelp)}
            height="4"
          />
        </svg>
      )}
      {step.verbatims.length > 0 && (
        <ul className="list">
          {step.verbatims.map((one, index) => (
            <VerbatimLine key={index} one={one} missionId={missionId} step={step.title} />
          ))}
        </ul>
      )}
    </article>
  )
}

function VerbatimLine({ one, missionId, step }: { one: Verbatim; missionId: string; step: string }) {
  const text = useText()
  const look = one.verdict && LOOK[one.verdict]
  return (
    <li className="stack stack-2">
      <p className="row g2 wrap">
        {look && one.verdict && (
          <Badge kind={look.kind} icon={look.icon}>
            {text(`missions.verdict.${one.verdict}`)}
          </Badge>
        )}
        {one.firstName && <span className="sm ink2">{one.firstName}</span>}
      </p>
      {one.words && <p className="ms-said">{one.words}</p>}
      {one.fileIds.length > 0 && (
        <div className="ms-shots">
          {one.fileIds.map((fileId, index) => {
            const src = `/api/missions/${missionId}/screenshots/${fileId}`
            return (
              <a key={fileId} className="ms-shot" href={src} target="_blank" rel="noreferrer">
                <img
                  src={`${src}?variant=w320`}
                  alt={text('missions.results.shot', { at: index + 1, step })}
                  loading="lazy"
                />
              </a>
            )
          })}
        </div>
      )}
    </li>
  )
}
