import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Entrance } from '#features/network/web/public/entrance.tsx'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { call, Refused } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { useParam } from '#platform/web/router.tsx'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { PageSkeleton } from '#ui/skeleton.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { type AgreementAsked, answerAgreement, readAgreement } from '../contract.ts'
import { useAct } from './programme-data.ts'
import './programme.css'

/** For a manager, without an account: who asks, what it takes, one answer. */
export function AccordPage() {
  const text = useText()
  const token = useParam('token')
  const query = useQuery({
    queryKey: ['programme', 'accord', token],
    queryFn: () => call(readAgreement, { params: { token } }),
    retry: false,
  })
  if (query.data) return <Asked key={token} token={token} asked={query.data} />
  if (query.error)
    return (
      <Entrance title={text('programme.accord.over')}>
        <p className="lead">
          {query.error instanceof Refused ? query.error.message : text('platform.unreachable.title')}
        </p>
        {!(query.error instanceof Refused) && (
          <p>
            <Button kind="primary" onClick={() => void query.refetch()}>
              {text('platform.retry')}
            </Button>
          </p>
        )}
      </Entrance>
    )
  return (
    <Entrance title={text('programme.accord.title')}>
      <PageSkeleton label={text('platform.loading')} />
    </Entrance>
  )
}

function Asked({ token, asked }: { token: string; asked: AgreementAsked }) {
  const text = useText()
  const format = useFormat()
  const [words, setWords] = useState('')
  const [said, setSaid] = useState(asked.answered)
  const answer = useAct(
    (agreed: boolean) => call(answerAgreement, { params: { token }, body: { agreed, words: words.trim() } }),
    { onDone: (reply) => setSaid(reply.answered), quiet: true },
  )
  const { letter } = asked
  const hours = letter?.hoursPerMonth ?? asked.hoursPerMonth
  const day = (at: string) => format.day(`${at}T12:00:00Z`)
  if (said)
    return (
      <Entrance title={text('programme.accord.thanks')}>
        <Banner kind="ok">
          {text(said.agreed ? 'programme.accord.saidYes' : 'programme.accord.saidNo', {
            name: asked.person,
            day: format.day(said.at),
          })}
        </Banner>
        <p className="ink2">{text('programme.accord.after')}</p>
      </Entrance>
    )
  return (
    <Entrance
      title={text(letter ? 'programme.accord.titleLetter' : 'programme.accord.titleFor', {
        name: asked.person,
      })}
      lead={text('programme.accord.lead', {
        name: asked.person,
        programme: asked.programme,
        network: asked.network,
      })}
    >
      <div className="stack stack-6">
        {asked.mission && (
          <section aria-labelledby="mission">
            <h2 className="h4" id="mission">
              {text('programme.accord.mission')}
            </h2>
            <p className="prg-words">{asked.mission}</p>
          </section>
        )}
        <section aria-labelledby="takes">
          <h2 className="h4" id="takes">
            {text('programme.accord.takes')}
          </h2>
          <ul className="prg-expect">
            <li>{text('programme.expected.hours', { count: hours, hours: format.number(hours) })}</li>
            {asked.gatheringsPerYear > 0 && (
              <li>{text('programme.expected.gatherings', { count: asked.gatheringsPerYear })}</li>
            )}
            {letter && (
              <li>
                {letter.endsOn
                  ? text('programme.accord.period', { from: day(letter.startsOn), until: day(letter.endsOn) })
                  : text('programme.accord.openPeriod', { from: day(letter.startsOn) })}
              </li>
            )}
          </ul>
          {letter?.objectives && <p className="prg-words">{letter.objectives}</p>}
        </section>
        <p className="ink2">{text('programme.accord.private')}</p>
        <form className="stack stack-4" onSubmit={(event) => event.preventDefault()}>
          <TextArea
            label={text('programme.accord.word')}
            rows={3}
            maxLength={1000}
            optional={`(${text('platform.optional')})`}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <FormProblem error={answer.error} />
          <p className="row g2 wrap">
            <Button
              kind="accent"
              busy={answer.isPending && answer.variables}
              onClick={() => answer.mutate(true)}
            >
              {text(letter ? 'programme.accord.sign' : 'programme.accord.yes')}
            </Button>
            <Button
              kind="soft"
              busy={answer.isPending && !answer.variables}
              onClick={() => answer.mutate(false)}
            >
              {text('programme.accord.no')}
            </Button>
          </p>
        </form>
        <p className="sm mut">{text('programme.accord.once', { day: format.day(asked.expiresAt) })}</p>
      </div>
    </Entrance>
  )
}
