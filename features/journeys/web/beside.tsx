import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Switch } from '#ui/switch.tsx'
import { Who } from '#ui/who.tsx'
import { type Face, type MyJourney, setJourneyMail } from '../contract.ts'
import { faceOf, nameOf } from './faces.ts'
import { useAct } from './journey-data.ts'

/** Who is there for me, what is asked of me by others, and how I wish to be reminded. */
export function Beside({ journey }: { journey: MyJourney }) {
  const text = useText()
  const { weekdayTime: day } = useFormat()
  const { buddy, keepers, founding, toReread } = journey
  const mail = useAct((wanted: boolean) =>
    call(setJourneyMail, { params: { id: journey.programmeId }, body: { wanted } }),
  )
  return (
    <aside className="par__s" aria-label={text('journeys.beside.title')}>
      <section>
        <h2 className="h3">{text('journeys.beside.title')}</h2>
        <ul className="list ppl">
          {buddy && <Person face={buddy} role={text('journeys.beside.buddy')} />}
          {keepers
            .filter((keeper) => keeper.id !== buddy?.id)
            .map((keeper) => (
              <Person key={keeper.id} face={keeper} role={text('journeys.beside.keeper')} />
            ))}
        </ul>
      </section>
      {toReread.length > 0 && (
        <section>
          <h2 className="h3">{text('journeys.beside.toReread')}</h2>
          <ul className="list">
            {toReread.map((draft) => (
              <li key={draft.id}>
                <Link className="more" to={`/programmes/${journey.programmeId}/parcours/relire/${draft.id}`}>
                  {text('journeys.beside.rereadOf', { name: nameOf(draft.author) })}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {founding && (
        <section>
          <h2 className="h3">{text('journeys.beside.founding')}</h2>
          <p className="sm ink2">{[day(founding.startsAt), founding.place].filter(Boolean).join(', ')}</p>
        </section>
      )}
      {journey.hasMail && (
        <section className="panel">
          <Switch
            label={text('journeys.beside.mail')}
            hint={text('journeys.beside.mailHint')}
            checked={mail.isPending ? mail.variables : journey.byMail}
            onChange={(wanted) => mail.mutate(wanted)}
          />
        </section>
      )}
      <section className="panel">
        <h2 className="h3">{text('journeys.beside.noTime')}</h2>
        <p className="sm ink2">{text('journeys.beside.noTimeWhy')}</p>
        <Link className="more" to={`/programmes/${journey.programmeId}`}>
          {text('journeys.beside.role')}
        </Link>
      </section>
      <WhoSees />
    </aside>
  )
}

function Person({ face, role }: { face: Face; role: string }) {
  return (
    <li>
      <Who person={{ ...faceOf(face), size: 48 }} meta={role}>
        <Link to={`/personnes/${face.id}`}>{nameOf(face)}</Link>
      </Who>
    </li>
  )
}

/** Purpose and readers, on the screen itself. */
function WhoSees() {
  const text = useText()
  return <p className="xs mut">{text('journeys.whoSees')}</p>
}
