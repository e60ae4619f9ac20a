import {
  Bell,
  Bookmark,
  Building2,
  Compass,
  Ellipsis,
  FileInput,
  Flag,
  Newspaper,
  Plus,
  Search,
  Settings,
  Target,
  UsersRound,
  Users,
} from 'lucide-react'
import { useUnread } from '#features/notifications/web/public/unread.ts'
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
  const inside = !me.outside
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
    /\/(animer|mesures)$/.test(path),
  )
  const main = [
    feed,
    link(
      'communities',
      '/communautes',
      UsersRound,
      path.startsWith('/communautes') && !/\/(animer|mesures)$/.test(path),
    ),
    ...(inside ? [link('people', '/personnes', Users)] : []),
    link('saved', '/gardees', Bookmark),
    search,
    notifications,
  ]
  const moderates = spaces.some((space) => space.can.moderate)
  const animate = [
    ...(runs.length > 0 ? [today] : []),
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
    ...(own.length > 0 ? [{ key: 'spaces', label: text('app.nav.spaces'), links: own }] : []),
    ...(animate.length > 0 ? [{ key: 'animate', label: text('app.nav.animate'), links: animate }] : []),
  ]
  const tabs = [
    feed,
    link(
      'communities',
      '/communautes',
      UsersRound,
      path.startsWith('/communautes') && !/\/(animer|mesures)$/.test(path),
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
      ...main.filter((one) => one !== feed && one !== notifications && one !== search),
      ...animate,
      settings,
    ],
  }
}
