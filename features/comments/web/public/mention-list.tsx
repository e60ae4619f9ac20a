import { UsersRound } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import { fileUrl } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Avatar } from '#ui/avatar.tsx'
import { classNames } from '#ui/class-names.ts'
import { useAnchored } from '#ui/use-anchored.ts'
import type { Mentionable } from './mentionable.ts'

/** What the text may name, under the box that is being typed in; the keys stay with the text. */
export function MentionList({
  id,
  anchor,
  found,
  active,
  onChoose,
}: {
  id: string
  anchor: RefObject<HTMLElement | null>
  found: readonly Mentionable[]
  active: number
  onChoose: (one: Mentionable) => void
}) {
  const text = useText()
  const list = useRef<HTMLDivElement>(null)
  const open = found.length > 0
  const place = useAnchored(anchor, list, open)
  useEffect(() => {
    const element = list.current
    if (!element) return
    if (open !== element.matches(':popover-open')) element.togglePopover(open)
    if (!open) return
    place()
    element.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [open, found, active, place])
  return (
    <>
      <div ref={list} className="menu" popover="manual" onMouseDown={(event) => event.preventDefault()}>
        <ul id={id} role="listbox" aria-label={text('comments.mention.list')}>
          {found.map((one, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are those of the text
            <li
              key={one.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              className={classNames('menu__i', index === active && 'is-hover')}
              onClick={() => onChoose(one)}
            >
              {one.kind === 'member' ? (
                <Avatar
                  name={one.label}
                  src={one.photoFileId ? fileUrl(one.photoFileId, 'w320') : null}
                  size={32}
                />
              ) : (
                <UsersRound className="i" aria-hidden />
              )}
              <span className="grow">
                {one.label}
                {one.detail && <span className="xs mut combo__d">{one.detail}</span>}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <span className="vh" role="status">
        {open && text('comments.mention.found', { count: found.length })}
      </span>
    </>
  )
}
