/** What a browser's player reads beside a video (WebVTT), or what keeps it from being read. */
export type Captions = { vtt: string; cues: number } | { problem: 'empty' | 'time'; line: number }

export const CAPTIONS_MAX = 500_000

const TIMES =
  /^((?:\d+:)?\d{1,2}:\d{2}[.,]\d{3})[ \t]+-->[ \t]+((?:\d+:)?\d{1,2}:\d{2}[.,]\d{3})(?:[ \t].*)?$/

/**
 * Reads WebVTT (W3C) or SubRip, as tools of transcription write them, and writes WebVTT. `line` counts from 1 in what
 * was given. Settings of place and styles are left out: the player puts captions where they hide nothing.
 */
export function readCaptions(given: string): Captions {
  const lines = given.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const cues: string[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = (lines[index] ?? '').trim()
    if (!line.includes('-->')) continue
    const times = TIMES.exec(line)
    const from = secondsOf(times?.[1])
    const to = secondsOf(times?.[2])
    if (from === null || to === null || to <= from) return { problem: 'time', line: index + 1 }
    const said: string[] = []
    while ((lines[index + 1] ?? '').trim()) said.push(plain((lines[++index] ?? '').trim()))
    if (said.length > 0) cues.push(`${clock(from)} --> ${clock(to)}\n${said.join('\n')}`)
  }
  if (cues.length === 0) return { problem: 'empty', line: 1 }
  return { vtt: `WEBVTT\n\n${cues.join('\n\n')}\n`, cues: cues.length }
}

/** An arrow inside the words would be read as times. */
const plain = (said: string) => said.replaceAll('-->', '→')

function secondsOf(time: string | undefined): number | null {
  if (!time) return null
  const parts = time.replace(',', '.').split(':').map(Number)
  const [seconds = 0, minutes = 0, hours = 0] = parts.toReversed()
  return seconds >= 60 || minutes >= 60 ? null : hours * 3600 + minutes * 60 + seconds
}

function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const whole = Math.floor(seconds)
  const thousandths = String(Math.round((seconds - whole) * 1000)).padStart(3, '0')
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${thousandths}`
}
