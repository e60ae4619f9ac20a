import { EMPTY_DOC, type RichDoc } from '#platform/contract/rich-text.ts'
import { newId } from '#platform/web/call.ts'
import type { Mission, MissionDraft, RelayKit, TestStep } from '../contract.ts'
import type { MissionKind } from '../rules/kinds.ts'
import { EVERYBODY, type Profile } from '../rules/profile.ts'

/** A mission as it is being written; numbers are text until they leave. */
export interface Written {
  kind: MissionKind
  title: string
  brief: RichDoc
  returns: string
  minutes: string
  dueOn: string
  quota: string
  profile: Profile
  steps: TestStep[]
  team: { id: string; label: string; photoFileId: string | null }[]
  kit: RelayKit
}

export const EMPTY_KIT: RelayKit = {
  tenSeconds: '',
  oneMinute: '',
  fiveMinutes: '',
  question: '',
  visualFileId: null,
  visualAlt: '',
}

export const newStep = (): TestStep => ({ id: newId(), title: '', lookAt: '' })

const MINUTES: Record<MissionKind, string> = {
  write: '30',
  host: '60',
  relay: '5',
  welcome: '20',
  test: '20',
}

export const blank = (kind: MissionKind, me: Written['team'][number]): Written => ({
  kind,
  title: '',
  brief: EMPTY_DOC,
  returns: '',
  minutes: MINUTES[kind],
  dueOn: '',
  quota: '',
  profile: EVERYBODY,
  steps: [newStep()],
  team: [me],
  kit: EMPTY_KIT,
})

export const writtenOf = (mission: Mission): Written => ({
  kind: mission.kind,
  title: mission.title,
  brief: mission.brief,
  returns: mission.returns,
  minutes: String(mission.minutes),
  dueOn: mission.dueOn ?? '',
  quota: mission.quota === null ? '' : String(mission.quota),
  profile: mission.profile,
  steps: mission.test?.steps.length ? mission.test.steps : [newStep()],
  team: (mission.test?.team ?? []).map(({ id, givenName, familyName, photoFileId }) => ({
    id,
    label: `${givenName} ${familyName}`,
    photoFileId,
  })),
  kit: mission.relay ? kitOf(mission.relay) : EMPTY_KIT,
})

const kitOf = ({
  tenSeconds,
  oneMinute,
  fiveMinutes,
  question,
  visualFileId,
  visualAlt,
}: RelayKit): RelayKit => ({
  tenSeconds,
  oneMinute,
  fiveMinutes,
  question,
  visualFileId,
  visualAlt,
})

export function draftOf(programmeId: string, written: Written): MissionDraft {
  const { kind, brief, profile } = written
  return {
    programmeId,
    kind,
    title: written.title.trim(),
    brief,
    returns: written.returns.trim(),
    minutes: Number(written.minutes),
    dueOn: written.dueOn || null,
    quota: written.quota ? Number(written.quota) : null,
    profile,
    ...(kind === 'test'
      ? {
          test: {
            steps: written.steps
              .filter((step) => step.title.trim())
              .map((step) => ({ ...step, title: step.title.trim() })),
            teamIds: written.team.map((one) => one.id),
          },
        }
      : {}),
    ...(kind === 'relay' ? { relay: written.kit } : {}),
  }
}
