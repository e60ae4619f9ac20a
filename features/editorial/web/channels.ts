import {
  CalendarCheck,
  Check,
  CheckCheck,
  FilePen,
  Lightbulb,
  Mail,
  Megaphone,
  MessageSquareText,
  Monitor,
  Newspaper,
  Send,
  Trash2,
  Users,
} from 'lucide-react'
import type { Icon } from '#ui/icon.tsx'
import type { Channel, SlotState } from '../rules/states.ts'

export const channelIcons: Record<Channel, Icon> = {
  feed: Newspaper,
  screen: Monitor,
  gathering: Users,
  outside: Megaphone,
  letter: Mail,
  text: MessageSquareText,
}

/** One of the five colours that stay apart; the sign and the word go with it. */
export const channelTones: Record<Channel, number> = {
  feed: 1,
  gathering: 2,
  screen: 3,
  letter: 4,
  text: 4,
  outside: 5,
}

export const stateIcons: Record<SlotState, Icon> = {
  idea: Lightbulb,
  drafted: FilePen,
  ready: Send,
  scheduled: CalendarCheck,
  published: CheckCheck,
  held: Check,
  dropped: Trash2,
}
