import { useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { type ComponentType, useEffect, useRef, useState } from 'react'
import { describeSpace } from '#features/spaces/contract.ts'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo, useParam, useSearchParam } from '#platform/web/router.tsx'
import { Banner } from '#ui/banner.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { type Community, shapeCommunity } from '../contract.ts'
import { type Step, STEPS } from '../rules/steps.ts'
import { communityKey, useCommunity } from './community-data.ts'
import { SavedMark } from './saved-mark.tsx'
import { AudienceStep } from './steps/audience-step.tsx'
import { CharterStep } from './steps/charter-step.tsx'
import { LaunchStep } from './steps/launch-step.tsx'
import { ObjectivesStep } from './steps/objectives-step.tsx'
import { PreviewStep } from './steps/preview-step.tsx'
import { RhythmStep } from './steps/rhythm-step.tsx'
import { StakeholdersStep } from './steps/stakeholders-step.tsx'
import type { Change, StepProps } from './steps/step-props.ts'
import { ValueStep } from './steps/value-step.tsx'
import { VisionStep } from './steps/vision-step.tsx'
import { useAutosave } from './use-autosave.ts'
import './communities.css'

type Place = Step | 'launch'
const PLACES: Place[] = [...STEPS, 'launch']
const SCREENS: Record<Place, ComponentType<StepProps>> = {
  vision: VisionStep,
  audience: AudienceStep,
  value: ValueStep,
  objectives: ObjectivesStep,
  charter: CharterStep,
  stakeholders: StakeholdersStep,
  rhythm: RhythmStep,
  preview: PreviewStep,
  launch: LaunchStep,
}

/** The guided creation: one question at a time, kept as it is answered, resumed where it was left. */
export function PreparePage() {
  const query = useCommunity(useParam('id'))
  const text = useText()
  return (
    <Await query={query}>
      {(community) =>
        community.preparation ? (
          <Preparation key={community.id} community={community} />
        ) : (
          <Banner kind="warn">{text('communities.prepare.notYours')}</Banner>
        )
      }
    </Await>
  )
}

const firstToDo = (community: Community): Place =>
  STEPS.find((step) => !community.preparation?.stepsDone.includes(step)) ?? 'launch'

function Preparation({ community }: { community: Community }) {
  const text = useText()
  const go = useGo()
  const asked = useSearchParam('etape') as Place | null
  const [resumed] = useState(() => firstToDo(community))
  const place = asked && PLACES.includes(asked) ? asked : resumed
  const { draft, saving, change, flush } = useDraft(community)
  const { chip, heading } = useArrival(place)
  const Screen = SCREENS[place]
  const at = PLACES.indexOf(place)
  const before = PLACES[at - 1]
  const after = PLACES[at + 1]
  const done = community.preparation?.stepsDone ?? []
  const address = (to: Place) => `/communautes/${community.id}/preparer?etape=${to}`
  const move = async () => {
    if (place !== 'launch' && !done.includes(place)) change({ stepsDone: [...done, place] })
    if ((await flush()) && after) go(address(after))
  }
  return (
    <>
      <PageHead
        title={draft.name}
        eyebrow={
          <Link className="link" to={`/communautes/${community.id}`}>
            {text('communities.prepare.back')}
          </Link>
        }
        actions={<SavedMark saving={saving} onRetry={() => void flush()} />}
      />
      <nav aria-label={text('communities.prepare.steps')}>
        <ol className="chips prepare__steps">
          {PLACES.map((step) => (
            <li key={step} ref={step === place ? chip : undefined}>
              <Link to={address(step)} className="chip" aria-current={step === place ? 'step' : undefined}>
                {done.includes(step as Step) && <Check className="i" aria-hidden />}
                {text(`communities.step.${step}`)}
                {done.includes(step as Step) && (
                  <span className="vh">, {text('communities.prepare.done')}</span>
                )}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      <section className="prepare stack stack-6" aria-labelledby="step">
        <header>
          <p className="sm ink2">{text('communities.prepare.position', { at: at + 1, of: PLACES.length })}</p>
          <h2 className="h2" id="step" ref={heading} tabIndex={-1}>
            {text(`communities.step_title.${place}`)}
          </h2>
          <p className="ink2">{text(`communities.step_why.${place}`)}</p>
        </header>
        <Screen
          community={draft}
          change={change}
          refusal={saving.state === 'refused' ? saving.refusal : null}
        />
        {after && (
          <div className="row g2 wrap">
            {before && (
              <Link className={buttonClass({ kind: 'ghost' })} to={address(before)}>
                {text('communities.prepare.previous')}
              </Link>
            )}
            <Button kind="accent" busy={saving.state === 'saving'} onClick={() => void move()}>
              {text('communities.prepare.next')}
            </Button>
          </div>
        )}
      </section>
    </>
  )
}

/** Another step begins at its top, for the eye and for those who listen; its name in the row comes into view. */
function useArrival(place: Place) {
  const chip = useRef<HTMLLIElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(place)
  useEffect(() => {
    chip.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
    if (before.current === place) return
    before.current = place
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [place])
  return { chip, heading }
}

/** What is typed shows at once over what the server knows. */
function useDraft(community: Community) {
  const queries = useQueryClient()
  const [typed, setTyped] = useState<Change>({})
  const params = { id: community.id }
  const { saving, change, flush } = useAutosave<Change>(
    async ({ name, description, coverFileId, ...parts }) => {
      const space = { name, description, coverFileId }
      if (Object.values(space).some((value) => value !== undefined))
        await call(describeSpace, { params, body: space })
      const reply = await call(shapeCommunity, { params, body: parts })
      queries.setQueryData(communityKey(community.id), reply)
      void queries.invalidateQueries({ queryKey: ['spaces'] })
      void queries.invalidateQueries({ queryKey: ['communities', 'list'] })
    },
  )
  return {
    draft: overlaid(community, typed),
    saving,
    flush,
    change: (part: Change) => {
      setTyped((before) => ({ ...before, ...part }))
      // A name cannot be empty: it is sent once it has a letter again.
      if (part.name !== undefined && part.name.trim() === '') return
      change(part)
    },
  }
}

function overlaid(
  community: Community,
  { audienceId: _audience, stepsDone: _steps, ...typed }: Change,
): Community {
  const { audienceSeats, preview, previewVideoFileId, ...own } = typed
  const { preparation } = community
  return {
    ...community,
    ...own,
    preparation: preparation && {
      ...preparation,
      audienceSeats: audienceSeats ?? preparation.audienceSeats,
      preview: preview ?? preparation.preview,
      previewVideoFileId:
        previewVideoFileId === undefined ? preparation.previewVideoFileId : previewVideoFileId,
    },
  }
}
