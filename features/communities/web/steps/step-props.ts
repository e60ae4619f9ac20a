import type { Refused } from '#platform/web/call.ts'
import type { Community, CommunityChange } from '../../contract.ts'

/** What travels with one pause of the person: parts of the community, and of its space. */
export interface Change extends CommunityChange {
  name?: string
  description?: string
  coverFileId?: string | null
}

export interface StepProps {
  community: Community
  /** Shows at once, saved after a pause. */
  change: (change: Change) => void
  /** The sentence of the last refusal, for the field at fault. */
  refusal: Refused | null
}
