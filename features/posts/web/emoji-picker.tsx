import { Smile } from 'lucide-react'
import { type ToggleEvent, useId, useRef, useState } from 'react'
import { useText } from '#platform/web/i18n.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { hideUntilPlaced, useAnchored } from '#ui/use-anchored.ts'

/** A small choice; the keyboard of the device has all the others. Readers name each sign by themselves. */
const SIGNS = [
  ...'😀😄😂🤣😊😉😍🤩😎🤔😅😢😮🥳🤗🙃👍👎👏🙌🙏💪🤝👋✌️👌🎉🎂🏆🥇⭐🔥❤️💚💡✅❌❓❗⚠️🔧🔨🪚🪵🏭🚚📦📷📅⏰☕🍰🌱🌍🚀',
]
  .join('')
  .match(/\p{Extended_Pictographic}\uFE0F?/gu)

export function EmojiPicker({
  onPick,
  button,
}: {
  onPick: (sign: string) => void
  button: { tabIndex: number; onFocus: () => void }
}) {
  const text = useText()
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const place = useAnchored(opener, list, open, 'end')
  const toggled = (event: ToggleEvent<HTMLDivElement>) => {
    const now = event.newState === 'open'
    setOpen(now)
    if (!now) return
    place()
    list.current?.querySelector('button')?.focus()
  }
  const pick = (sign: string) => {
    list.current?.hidePopover()
    onPick(sign)
  }
  return (
    <>
      <IconButton
        ref={opener}
        icon={Smile}
        label={text('posts.tool.emoji')}
        aria-expanded={open}
        aria-controls={id}
        popoverTarget={id}
        {...button}
      />
      <div
        ref={list}
        id={id}
        className="menu emoji"
        popover="auto"
        role="group"
        aria-label={text('posts.tool.emoji')}
        onBeforeToggle={hideUntilPlaced}
        onToggle={toggled}
      >
        {SIGNS?.map((sign) => (
          <button key={sign} type="button" onClick={() => pick(sign)}>
            {sign}
          </button>
        ))}
      </div>
    </>
  )
}
