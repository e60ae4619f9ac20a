import { ImagePlus } from 'lucide-react'
import { useState } from 'react'
import { OneFile } from '#features/communities/web/public/one-file.tsx'
import { Await } from '#platform/web/await.tsx'
import { call, fileUrl, newId } from '#platform/web/call.ts'
import { useLanguage, useText } from '#platform/web/i18n.ts'
import { useOnItsWay, useQuick } from '#platform/web/quick.ts'
import { Link } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Chip, ChipRow } from '#ui/chip.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import {
  type FirstDraft,
  type MyJourney,
  type MyStep,
  publishFirstDraft,
  saveFirstDraft,
  shareFirstDraft,
  unshareFirstDraft,
} from '../contract.ts'
import { STARTERS, THEMES, type Theme } from '../rules/starters.ts'
import { FRAME, type FramePart, fromFrame } from '../rules/writing.ts'
import { DraftWords } from './draft-words.tsx'
import { TOUCHED, useAct, useMyDraft } from './journey-data.ts'
import { WritingChecks } from './writing-checks.tsx'

/** A first contribution, written with help: starters, a frame, advice as one writes, a buddy who reads it again. */
export function ContributionStep({ journey, step }: { journey: MyJourney; step: MyStep }) {
  const text = useText()
  const query = useMyDraft(journey.programmeId)
  return (
    <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} rows={3} />}>
      {({ draft }) =>
        draft?.publishedAt ? (
          <p>
            <Link className={buttonClass({ kind: 'line' })} to={`/publications/${draft.id}`}>
              {text('journeys.first.see')}
            </Link>
          </p>
        ) : (
          <Editor journey={journey} step={step} draft={draft} />
        )
      }
    </Await>
  )
}

const DRAFT = 'journeys.draft'
const PUBLISH = 'journeys.publish'
interface Written {
  id: string
  theme: string
  body: string
  frame: Partial<Record<FramePart, string>>
  fileId: string | null
  alt: string
}

function Editor({ journey, step, draft }: { journey: MyJourney; step: MyStep; draft: FirstDraft | null }) {
  const text = useText()
  const { programmeId } = journey
  const done = step.doneAt !== null
  // What was written and has not arrived is the latest.
  const unsent = useOnItsWay<Written>(DRAFT, programmeId).at(-1)?.given
  const [before] = useState(() => unsent ?? draft)
  const language = useLanguage()
  const [id] = useState(() => before?.id ?? newId())
  const [theme, setTheme] = useState<Theme | null>(THEMES.find((one) => one === before?.theme) ?? null)
  const [body, setBody] = useState(before?.body ?? '')
  const [frame, setFrame] = useState<Partial<Record<FramePart, string>>>(before?.frame ?? {})
  const [fileId, setFileId] = useState(before?.fileId ?? null)
  const [alt, setAlt] = useState(before?.alt ?? '')
  const written = { theme: theme ?? '', body, frame, fileId, alt }
  const keep = () => call(saveFirstDraft, { params: { id }, body: { programmeId, ...written } })
  const quickly = {
    scope: programmeId,
    label: step.title,
    lane: `draft/${id}`,
    touches: TOUCHED,
  }
  const saving = {
    ...quickly,
    kind: DRAFT,
    endpoint: saveFirstDraft,
    input: (given: Written) => ({
      params: { id: given.id },
      body: { programmeId, ...given, id: undefined },
    }),
  }
  const save = useQuick({ ...saving, says: text('journeys.first.kept') })
  const saveBefore = useQuick({ ...saving, silent: true })
  const share = useAct(
    async () => {
      await keep()
      return call(shareFirstDraft, { params: { id } })
    },
    () => showToast({ message: text('journeys.first.sent', { name: journey.buddy?.givenName ?? '' }) }),
  )
  const unshare = useAct(() => call(unshareFirstDraft, { params: { id } }))
  const publish = useQuick({
    ...quickly,
    kind: PUBLISH,
    endpoint: publishFirstDraft,
    input: () => ({ params: { id } }),
    says: text('journeys.first.published'),
  })
  const publishing = useOnItsWay<unknown>(PUBLISH, programmeId).some((one) => one.waits)
  const empty = body.trim() === '' ? text('journeys.first.writeFirst') : undefined
  const noBuddy = journey.buddy ? empty : text('journeys.first.noBuddy')
  return (
    <div className="stack stack-5">
      <ChipRow label={text('journeys.first.themes')}>
        {THEMES.map((one) => (
          <Chip key={one} pressed={one === theme} onClick={() => setTheme(one === theme ? null : one)}>
            {text(`journeys.first.theme.${one}`)}
          </Chip>
        ))}
      </ChipRow>
      {theme && (
        <ul className="stack stack-2" aria-label={text('journeys.first.starters')}>
          {STARTERS[theme][language].map((starter) => (
            <li key={starter}>
              <Button
                kind="line"
                size="s"
                onClick={() => setBody(body.trim() ? `${body.trimEnd()}\n\n${starter}` : starter)}
              >
                {starter}…
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Frame frame={frame} onChange={setFrame} onUse={() => setBody(fromFrame(frame))} />
      <div className="draft">
        <div className="draft__e">
          <TextArea
            label={text('journeys.first.label')}
            hint={text('journeys.first.length', { count: body.trim().length })}
            rows={6}
            maxLength={5000}
            value={body}
            onChange={(event) => setBody(event.target.value)}
          />
          <OneFile
            fileId={fileId}
            accept="image/*"
            icon={ImagePlus}
            title={text('journeys.first.picture')}
            hint={text('journeys.first.pictureHint')}
            shown={(shownId) => (
              <p className="draft__p">
                <img src={fileUrl(shownId, 'w640')} alt={alt} />
              </p>
            )}
            onChange={setFileId}
          />
          {fileId && (
            <TextField
              label={text('journeys.first.alt')}
              hint={text('journeys.first.altHint')}
              maxLength={500}
              value={alt}
              onChange={(event) => setAlt(event.target.value)}
            />
          )}
        </div>
        <WritingChecks text={body} picture={fileId !== null} alt={alt} />
      </div>
      {draft && (draft.sharedAt || draft.words.length > 0) && <DraftWords draft={draft} />}
      <div className="row g2 wrap">
        <Button
          kind={done ? 'primary' : 'accent'}
          busy={publish.isPending}
          {...(publishing
            ? { disabledReason: text('journeys.first.leaving') }
            : empty
              ? { disabledReason: empty }
              : {})}
          onClick={() => {
            saveBefore.mutate({ id, ...written })
            publish.mutate(undefined)
          }}
        >
          {text('journeys.first.publish')}
        </Button>
        {draft?.sharedAt ? (
          <Button busy={unshare.isPending} onClick={() => unshare.mutate(undefined)}>
            {text('journeys.first.unshare')}
          </Button>
        ) : (
          <Button
            busy={share.isPending}
            {...(noBuddy ? { disabledReason: noBuddy } : {})}
            onClick={() => share.mutate(undefined)}
          >
            {text('journeys.first.share', { name: journey.buddy?.givenName ?? '…' })}
          </Button>
        )}
        <Button kind="ghost" busy={save.isPending} onClick={() => save.mutate({ id, ...written })}>
          {text('journeys.first.keep')}
        </Button>
      </div>
      <p className="sm mut">{text('journeys.first.noApproval')}</p>
    </div>
  )
}

/** The worry, the gesture, the gain, the question: filled one by one, they make the text. */
function Frame({
  frame,
  onChange,
  onUse,
}: {
  frame: Partial<Record<FramePart, string>>
  onChange: (frame: Partial<Record<FramePart, string>>) => void
  onUse: () => void
}) {
  const text = useText()
  return (
    <details>
      <summary className="more">{text('journeys.first.frame.title')}</summary>
      <div className="stack stack-3">
        {FRAME.map((part) => (
          <TextArea
            key={part}
            label={text(`journeys.first.frame.${part}`)}
            hint={text(`journeys.first.frame.${part}Hint`)}
            rows={2}
            maxLength={1000}
            value={frame[part] ?? ''}
            onChange={(event) => onChange({ ...frame, [part]: event.target.value })}
          />
        ))}
        <p>
          <Button
            {...(fromFrame(frame) ? {} : { disabledReason: text('journeys.first.frame.empty') })}
            onClick={onUse}
          >
            {text('journeys.first.frame.use')}
          </Button>
        </p>
      </div>
    </details>
  )
}
