import { useQuery } from '@tanstack/react-query'
import { LIKES } from '#features/programme/rules/likes.ts'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Chip, ChipRow } from '#ui/chip.tsx'
import type { ComboboxWords } from '#ui/combobox.tsx'
import { TagInput } from '#ui/tag-input.tsx'
import { countReach, readMissionProfiles } from '../contract.ts'
import type { Profile } from '../rules/profile.ts'

export function useChoiceWords(): ComboboxWords {
  const text = useText()
  return {
    loading: text('platform.loading'),
    nothing: text('missions.choice.nothing'),
    failed: text('platform.unreachable.title'),
    results: (count) => text('missions.choice.found', { count }),
    remove: (label) => text('missions.choice.remove', { label }),
  }
}

const LISTS = ['sites', 'departments', 'jobs', 'interests'] as const

/** Who may take it: nothing chosen is everybody who serves. How many that is, as it is chosen. */
export function ProfileFields({
  programmeId,
  profile,
  onChange,
}: {
  programmeId: string
  profile: Profile
  onChange: (profile: Profile) => void
}) {
  const text = useText()
  const words = useChoiceWords()
  const known = useQuery({
    queryKey: ['missions', 'profiles', programmeId],
    queryFn: () => call(readMissionProfiles, { params: { id: programmeId } }),
    staleTime: 60_000,
  })
  const reach = useQuery({
    queryKey: ['missions', 'reach', programmeId, JSON.stringify(profile)],
    queryFn: () => call(countReach, { params: { id: programmeId }, body: profile }),
    placeholderData: (before) => before,
  })
  const optional = `(${text('platform.optional')})`
  return (
    <fieldset className="stack stack-4">
      <legend className="h3">{text('missions.profile.title')}</legend>
      <p className="ink2" role="status">
        {reach.data
          ? text('missions.profile.reach', { count: reach.data.people })
          : text('missions.profile.lead')}
      </p>
      <div className="ms-two">
        {LISTS.map((list) => (
          <TagInput
            key={list}
            label={text(`missions.profile.${list}`)}
            optional={optional}
            words={words}
            tags={profile[list]}
            suggestions={known.data?.[list] ?? []}
            most={50}
            onChange={(values) => onChange({ ...profile, [list]: values })}
          />
        ))}
      </div>
      <div className="stack stack-2">
        <p className="label">{text('missions.profile.likes')}</p>
        <ChipRow label={text('missions.profile.likes')}>
          {LIKES.map((like) => {
            const pressed = profile.likes.includes(like)
            const likes = pressed ? profile.likes.filter((one) => one !== like) : [...profile.likes, like]
            return (
              <Chip key={like} pressed={pressed} onClick={() => onChange({ ...profile, likes })}>
                {text(`missions.like.${like}`)}
              </Chip>
            )
          })}
        </ChipRow>
        <p className="sm mut">{text('missions.profile.likesHint')}</p>
      </div>
    </fieldset>
  )
}
