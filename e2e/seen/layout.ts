// Runs in the page, as text without its types (faults.ts): it imports nothing.

/** Boxes of what a finger or a mouse acts on. */
const ACTS =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [contenteditable=true], ' +
  '[role=button], [role=switch], [role=tab], [role=menuitem], [role=option], [role=slider]'
/** Half a pixel of rounding on each side. */
const SLACK = 1
const TARGET = 44

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}
interface Edge extends Box {
  x: boolean
  y: boolean
  of: Element
}

/** What one who looks would object to, and no tool of accessibility sees. */
export function layoutFaults({ touch }: { touch: boolean }): string[] {
  const shown = visibleElements()
  const acting = shown.filter((one) => one.matches(ACTS))
  const faults = [
    ...pastTheWindow(shown),
    ...cutText(shown),
    ...cutActs(acting),
    ...spilt(acting),
    ...overlaps(acting),
    ...(touch ? smallTargets(acting) : []),
  ]
  return [...new Set(faults)]
}

const named = (one: Element): string => {
  const classes = typeof one.className === 'string' ? one.className.trim().split(/\s+/).slice(0, 2) : []
  const tag = [one.tagName.toLowerCase(), ...classes].filter(Boolean).join('.')
  const words = (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().replace(/\s+/g, ' ')
  return words ? `${tag} “${words.slice(0, 40)}”` : tag
}

function visibleElements(): HTMLElement[] {
  return [...document.body.querySelectorAll<HTMLElement>('*')].filter((one) => {
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
    const { width, height } = one.getBoundingClientRect()
    return width > 0 && height > 0 && !forEarsOnly(one)
  })
}

/** Said by a screen reader, shown to nobody. */
function forEarsOnly(one: Element): boolean {
  for (let at: Element | null = one; at && at !== document.body; at = at.parentElement) {
    const { width, height } = at.getBoundingClientRect()
    const style = getComputedStyle(at)
    if (style.clipPath === 'inset(50%)' || /^rect\((0|1)px/.test(style.clip)) return true
    if (width <= 1 && height <= 1 && style.overflow !== 'visible') return true
    if (at.closest('[inert]')) return true
  }
  return false
}

/** The boxes that cut what passes them, from the nearest to the window; what scrolls hides nothing. */
function edgesAround(one: Element): Edge[] {
  const edges: Edge[] = []
  let [x, y, escapes] = [true, true, false]
  for (let at: Element | null = one; at && at !== document.documentElement; at = at.parentElement) {
    const style = getComputedStyle(at)
    const positioned = style.position !== 'static' || style.transform !== 'none' || style.contain !== 'none'
    if (!escapes || positioned || at === one) {
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll'
      if (scrolls(style.overflowX)) x = false
      if (scrolls(style.overflowY)) y = false
      const [cutsX, cutsY] = [x && hides(style.overflowX), y && hides(style.overflowY)]
      if (cutsX || cutsY) edges.push({ ...inside(at), x: cutsX, y: cutsY, of: at })
      escapes = false
    }
    if (style.position === 'fixed') return edges
    if (style.position === 'absolute') escapes = true
  }
  if (x)
    edges.push({
      left: 0,
      right: document.documentElement.clientWidth,
      top: 0,
      bottom: 0,
      x: true,
      y: false,
      of: document.body,
    })
  return edges
}

function inside(one: Element): Box {
  const { left, right, top, bottom } = one.getBoundingClientRect()
  const style = getComputedStyle(one)
  const border = (side: string) => parseFloat(style.getPropertyValue(`border-${side}-width`)) || 0
  return {
    left: left + border('left'),
    right: right - border('right'),
    top: top + border('top'),
    bottom: bottom - border('bottom'),
  }
}

const overX = (box: Box, edge: Edge) =>
  edge.x && (box.right > edge.right + SLACK || box.left < edge.left - SLACK)
const overY = (box: Box, edge: Edge, share: number) => {
  const height = box.bottom - box.top
  return edge.y && (box.bottom > edge.bottom + height * share || box.top < edge.top - height * share)
}

/** A box of the page that goes on where nobody can follow; of several, the outermost. */
function pastTheWindow(shown: HTMLElement[]): string[] {
  const past = shown.filter((one) => {
    if (one.closest('svg, [aria-hidden=true]')) return false
    const box = one.getBoundingClientRect()
    if (box.right <= document.documentElement.clientWidth + SLACK && box.left >= -SLACK) return false
    return edgesAround(one).some((edge) => edge.of === document.body && overX(box, edge))
  })
  return past
    .filter((one) => !past.some((other) => other !== one && other.contains(one)))
    .map((one) => `passes the window: ${named(one)}`)
}

/** Words that are cut: without the dots that say so, or without a title that says the rest. */
function cutText(shown: HTMLElement[]): string[] {
  return shown.flatMap((one) => {
    if (one.closest('[aria-hidden=true]')) return []
    const lines = linesOf(one)
    if (lines.length === 0) return []
    const edges = edgesAround(one)
    return lines.some((line) => edges.some((edge) => isCut(line, edge))) ? [`cut text: ${named(one)}`] : []
  })
}

function linesOf(one: Element): DOMRect[] {
  return [...one.childNodes].flatMap((node) => {
    if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) return []
    const range = document.createRange()
    range.selectNodeContents(node)
    return [...range.getClientRects()].filter(({ width }) => width > 1)
  })
}

function isCut(line: Box, edge: Edge): boolean {
  const style = getComputedStyle(edge.of)
  const clamped = style.getPropertyValue('-webkit-line-clamp') !== 'none'
  if (overY(line, edge, 0.3) && !clamped) return true
  if (!overX(line, edge)) return false
  const told = edge.of.closest('[title]') ?? edge.of.querySelector('[title]')
  return !(style.textOverflow === 'ellipsis' && told)
}

/** Something to act on of which a part cannot be reached. */
function cutActs(acting: HTMLElement[]): string[] {
  return acting
    .filter((one) => edgesAround(one).some((edge) => edge.of !== one && partlyOut(boxOf(one), edge)))
    .map((one) => `cut control: ${named(one)}`)
}
const partlyOut = (box: Box, edge: Edge) => {
  const room = 4
  const wide = edge.x && (box.right > edge.right + room || box.left < edge.left - room)
  return wide || (edge.y && (box.bottom > edge.bottom + room || box.top < edge.top - room))
}

/** Words of a control that leave it for its neighbour. */
function spilt(acting: HTMLElement[]): string[] {
  return acting
    .filter((one) => {
      if (one.isContentEditable || getComputedStyle(one).display === 'inline') return false
      const box = one.getBoundingClientRect()
      const lines = [one, ...one.querySelectorAll('*')].filter((part) => !forEarsOnly(part)).flatMap(linesOf)
      return lines.some((line) => line.right > box.right + 4 || line.left < box.left - 4)
    })
    .map((one) => `words out of their control: ${named(one)}`)
}

/** The words around a box to tick are part of it. */
const bodyOf = (one: HTMLElement): HTMLElement => {
  const label = one instanceof HTMLInputElement ? one.labels?.[0] : undefined
  return label?.contains(one) ? label : one
}
const boxOf = (one: HTMLElement): Box => bodyOf(one).getBoundingClientRect()

/** What floats above the page may pass over it; what floats together may not. */
function layerOf(one: Element): Element {
  for (let at: Element | null = one; at; at = at.parentElement)
    if (['fixed', 'sticky'].includes(getComputedStyle(at).position) || at.matches('dialog, [popover]'))
      return at
  return document.body
}

function overlaps(acting: HTMLElement[]): string[] {
  const all = acting.map((one) => {
    const body = bodyOf(one)
    return { one, body, rects: [...body.getClientRects()].flatMap(inSight(body)), layer: layerOf(one) }
  })
  return all.flatMap((a, at) =>
    all
      .slice(at + 1)
      .filter((b) => a.layer === b.layer && !a.body.contains(b.body) && !b.body.contains(a.body))
      .filter((b) => a.rects.some((mine) => b.rects.some((theirs) => meet(mine, theirs))))
      .filter((b) => !worksInside(a.one, b.one) && !worksInside(b.one, a.one))
      .map((b) => `one over the other: ${named(a.one)} and ${named(b.one)}`),
  )
}

/** What a box that scrolls shows of it: the rest lies under what stands around that box. */
const inSight = (one: Element) => (box: Box) => {
  const seen = { left: box.left, right: box.right, top: box.top, bottom: box.bottom }
  for (let at = one.parentElement; at && at !== document.documentElement; at = at.parentElement) {
    const style = getComputedStyle(at)
    if (style.overflowX === 'visible' && style.overflowY === 'visible') continue
    const edge = at.getBoundingClientRect()
    if (style.overflowX !== 'visible')
      Object.assign(seen, { left: Math.max(seen.left, edge.left), right: Math.min(seen.right, edge.right) })
    if (style.overflowY !== 'visible')
      Object.assign(seen, { top: Math.max(seen.top, edge.top), bottom: Math.min(seen.bottom, edge.bottom) })
  }
  return seen.right > seen.left && seen.bottom > seen.top ? [seen] : []
}

/** The button of a field: to show a password, to clear a search. */
function worksInside(field: Element, button: Element): boolean {
  if (!field.matches('input, textarea')) return false
  const [around, within] = [field.getBoundingClientRect(), button.getBoundingClientRect()]
  return (
    within.left >= around.left - SLACK &&
    within.right <= around.right + SLACK &&
    within.top >= around.top - SLACK &&
    within.bottom <= around.bottom + SLACK
  )
}
const meet = (a: Box, b: Box) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2

/** Under a thumb: 44 px each way, what a ::before or an ::after adds included. A link within a sentence is let be. */
function smallTargets(acting: HTMLElement[]): string[] {
  return acting.flatMap((one) => {
    if (withinSentence(one)) return []
    const { width, height } = reachOf(one)
    if (width >= TARGET - SLACK && height >= TARGET - SLACK) return []
    return [`small target, ${Math.round(width)} × ${Math.round(height)}: ${named(one)}`]
  })
}

function withinSentence(one: HTMLElement): boolean {
  // What people wrote stands as they wrote it: a link alone in its paragraph is a sentence too.
  if (one.isContentEditable || one.closest('.rich')) return true
  if (!getComputedStyle(one).display.startsWith('inline')) return false
  let around = one.parentElement
  while (around && getComputedStyle(around).display === 'inline') around = around.parentElement
  const rest = (around?.textContent ?? '').replace(one.textContent ?? '', '')
  return /\p{L}/u.test(rest)
}

function reachOf(one: HTMLElement): { width: number; height: number } {
  const own = boxOf(one)
  const label = one instanceof HTMLInputElement ? one.labels?.[0]?.getBoundingClientRect() : undefined
  const boxes: Box[] = [own, ...(label ? [label] : [])]
  for (const body of new Set([one, bodyOf(one)]))
    for (const side of ['::before', '::after']) {
      const style = getComputedStyle(body, side)
      if (style.content === 'none' || style.position !== 'absolute') continue
      let holder: Element | null = body
      while (holder && getComputedStyle(holder).position === 'static') holder = holder.parentElement
      const box = (holder ?? document.body).getBoundingClientRect()
      const [left, top] = [box.left + parseFloat(style.left), box.top + parseFloat(style.top)]
      const [width, height] = [parseFloat(style.width), parseFloat(style.height)]
      if ([left, top, width, height].every(Number.isFinite))
        boxes.push({ left, top, right: left + width, bottom: top + height })
    }
  return {
    width: Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left)),
    height: Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top)),
  }
}
