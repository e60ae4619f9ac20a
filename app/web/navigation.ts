import {
  Bell,
  Bookmark,
  Building2,
  CalendarDays,
  ChartLine,
  Compass,
  Ellipsis,
  FileInput,
  Flag,
  Flame,
  Lightbulb,
  Megaphone,
  Newspaper,
  Plus,
  Search,
  Scale,
  Settings,
  Share2,
  Sprout,
  Target,
  UsersRound,
  Users,
} from 'lucide-react'
import { useUnread } from '#features/notifications/web/public/unread.ts'
import { useMyProgrammes } from '#features/programme/web/public/my-programmes.ts'
import { animated, useMySpaces } from '#features/spaces/web/public/my-spaces.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { usePath } from '#platform/web/router.tsx'
import type { ShellLink } from '#ui/shell.tsx'

interface Group {
  key: string
  label?: string
  links: ShellLink[]
}

/** Pages of those who animate: their own door is then the current one, in the rail the nearest to the page. */
const ANIMATING =
  /^\/communautes\/[^/]+\/(animer|mesures|calendrier|comite|amorces|plan|saison|pratiques|bilan)(\/|$)/
const PLANNING = /^\/communautes\/[^/]+\/(calendrier|comite|amorces)(\/|$)/
const MEASURING = /^\/communautes\/[^/]+\/(mesures|bilan)(\/|$)/

/** The parts of a programme for those who serve in it. */
const PARTS = [
  ['role', '', Sprout],
  ['missions', '/missions', Flame],
  ['ideas', '/idees', Scale],
  ['sharing', '/partager', Share2],
  ['turns', '/prises-de-parole', Megaphone],
] as const

/** Where one can go, by what one is: nobody is shown a door that would be refused. */
export function useNavigation(): {
  groups: Group[]
  tabs: (ShellLink & { publish?: boolean })[]
  more: ShellLink[]
} {
  const text = useText()
  const me = useMe()
  const path = usePath()
  const spaces = useMySpaces()
  const runs = animated(spaces)
  const programmes = useMyProgrammes()
  const inside = !me.outside
  const home = spaces.find((space) => space.kind === 'community')
  const staff = me.standing === 'administrator' || me.standing === 'animator'
  const link = (
    key: string,
    to: string,
    icon: ShellLink['icon'],
    current = path === to || path.startsWith(`${to}/`),
  ): ShellLink => ({
    key,
    to,
    label: text(`app.nav.${key}`),
    icon,
    current,
  })
  const unread = spaces.reduce((sum, space) => sum + space.unread, 0)
  const feed: ShellLink = {
    ...link('feed', '/', Newspaper, path === '/'),
    count: unread,
    countLabel: text('app.unread'),
  }
  const notifications: ShellLink = {
    ...link('notifications', '/notifications', Bell),
    count: useUnread(),
    countLabel: text('notifications.unread'),
    urgent: true,
  }
  const search = link('search', '/recherche', Search)
  const today = link(
    'today',
    runs[0] ? `/communautes/${runs[0].id}/animer` : '/animer',
    Compass,
    ANIMATING.test(path),
  )
  const main = [
    feed,
    link(
      'communities',
      '/communautes',
      UsersRound,
      path.startsWith('/communautes') && !ANIMATING.test(path) && !path.endsWith('/astuces'),
    ),
    ...(home ? [link('library', `/communautes/${home.id}/astuces`, Lightbulb)] : []),
    ...(inside ? [link('people', '/personnes', Users)] : []),
    link('saved', '/gardees', Bookmark),
    search,
    notifications,
  ]
  const moderates = spaces.some((space) => space.can.moderate)
  const animate = [
    ...(runs.length > 0
      ? [{ ...today, current: today.current && !PLANNING.test(path) && !MEASURING.test(path) }]
      : []),
    ...(runs[0]
      ? [
          link('calendar', `/communautes/${runs[0].id}/calendrier`, CalendarDays, PLANNING.test(path)),
          link('measures', `/communautes/${runs[0].id}/mesures`, ChartLine, MEASURING.test(path)),
        ]
      : []),
    ...programmes
      .filter(({ can }) => can.keep || can.shape)
      .slice(0, 3)
      .map(({ id, can }) => ({
        ...link('board', can.keep ? `/programmes/${id}/suivi` : `/programmes/${id}`, Sprout),
        key: `board-${id}`,
      })),
    ...(moderates ? [link('moderation', '/moderation', Flag)] : []),
    ...(staff ? [link('audiences', '/publics', Target)] : []),
    ...(me.standing === 'administrator'
      ? [link('imports', '/imports', FileInput), link('administration', '/administration', Building2)]
      : []),
  ]
  const own: ShellLink[] = spaces.slice(0, 12).map((space) => ({
    key: space.id,
    to: `/espaces/${space.id}`,
    label: space.name,
    icon: space.kind === 'community' ? UsersRound : Newspaper,
    current: path === `/espaces/${space.id}`,
    count: space.unread,
    countLabel: text('app.unread'),
  }))
  const groups: Group[] = [
    { key: 'main', links: main },
    ...programmes
      .filter(({ serving }) => serving)
      .map(({ id, name }) => ({
        key: `programme-${id}`,
        label: name,
        links: PARTS.map(([key, page, icon]) => {
          const to = `/programmes/${id}${page}`
          return { ...link(key, to, icon, page ? path.startsWith(to) : path === to), key: `${key}-${id}` }
        }),
      })),
    // Above the spaces, that may be many: the work of the day is not under the fold.
    ...(animate.length > 0 ? [{ key: 'animate', label: text('app.nav.animate'), links: animate }] : []),
    ...(own.length > 0 ? [{ key: 'spaces', label: text('app.nav.spaces'), links: own }] : []),
  ]
  const tabs = [
    feed,
    link(
      'communities',
      '/communautes',
      UsersRound,
      path.startsWith('/communautes') && !ANIMATING.test(path) && !path.endsWith('/astuces'),
    ),
    { ...link('publish', '/publier', Plus), publish: true },
    notifications,
    runs.length > 0 ? { ...today, label: text('app.nav.animate') } : link('more', '/plus', Ellipsis),
  ]
  const settings = link('me', '/moi', Settings)
  return {
    groups,
    tabs,
    more: [
      ...groups.filter(({ key }) => key.startsWith('programme-')).flatMap(({ links }) => links),
      ...main.filter((one) => one !== feed && one !== notifications && one !== search),
      ...animate,
      settings,
    ],
  }
}
