import { CircleHelp, ChartNoAxesGantt, Lightbulb, MessageSquareText, PartyPopper, Sprout } from 'lucide-react'
import type { Icon } from '#ui/icon.tsx'
import type { ReactionKind } from '#features/reactions/contract.ts'
import type { PostKind } from '../contract.ts'

export const kindIcons: Record<PostKind, Icon> = {
  message: MessageSquareText,
  question: CircleHelp,
  practice: Lightbulb,
  idea: Sprout,
  kudos: PartyPopper,
  poll: ChartNoAxesGantt,
}

/** The word offered first, by what is said. */
export const suggestedWord: Record<PostKind, ReactionKind> = {
  message: 'like',
  question: 'same',
  practice: 'useful',
  idea: 'like',
  kudos: 'bravo',
  poll: 'like',
}
