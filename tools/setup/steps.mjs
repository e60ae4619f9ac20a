// One line per step; in a terminal the long ones draw a bar on their line, elsewhere they announce themselves.

const BAR_WIDTH = 24
const REDRAW_MS = 120
const WORTH_TELLING_MS = 1000

/** `output`: the stream the lines go to; commands whose own output matters keep stdout for it. */
export function stepsOn(output) {
  const live = output.isTTY === true

  /**
   * Runs one step. `work` gets `progress(done, total)` to call when it knows; until then the bar only breathes.
   * It may return a word to put beside the step's name (a version, a number).
   */
  async function step(name, work) {
    const since = Date.now()
    let share
    const progress = (done, total) => {
      share = total > 0 ? Math.min(1, done / total) : undefined
    }
    const draw = () => output.write(`\r\x1b[K  ${name} ${bar(share, Date.now() - since)}`)
    const timer = live ? setInterval(draw, REDRAW_MS) : undefined
    const announced = live ? undefined : setTimeout(() => output.write(`… ${name}\n`), WORTH_TELLING_MS)
    try {
      const detail = await work(progress)
      finish(timer, announced)
      output.write(
        `${live ? '\r\x1b[K' : ''}✓ ${name}${detail ? ` · ${detail}` : ''}${took(Date.now() - since)}\n`,
      )
    } catch (error) {
      finish(timer, announced)
      output.write(`${live ? '\r\x1b[K' : ''}✗ ${name}\n`)
      throw error
    }
  }
  return step
}

function finish(timer, announced) {
  clearInterval(timer)
  clearTimeout(announced)
}

function bar(share, elapsed) {
  if (share !== undefined) {
    const full = Math.round(share * BAR_WIDTH)
    return `${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)} ${Math.floor(share * 100)} %`
  }
  const span = BAR_WIDTH - 4
  const way = Math.floor(elapsed / REDRAW_MS) % (span * 2)
  const at = way < span ? way : span * 2 - way
  return `${'░'.repeat(at)}████${'░'.repeat(span - at)} ${seconds(elapsed)}`
}

function took(elapsed) {
  return elapsed < WORTH_TELLING_MS ? '' : ` (${seconds(elapsed)})`
}

function seconds(elapsed) {
  return `${Math.round(elapsed / 1000)} s`
}
