import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fill, LARGE } from './dataset.ts'
import { benchFeed } from './feed.ts'
import { benchFirstLoad } from './first-load.ts'
import { benchLive } from './live.ts'
import { benchPublish } from './publish.ts'
import { printTable, type Row } from './report.ts'
import { openStage } from './stage.ts'

/** `npm run bench`, or `npm run bench -- feed publish` for some of them. */
const wanted = process.argv.slice(2)
const chosen = (name: string) => wanted.length === 0 || wanted.includes(name)

const rows: Row[] = []
if (chosen('web')) {
  const stage = await openStage()
  try {
    rows.push(...(await benchFirstLoad(stage)))
  } finally {
    await stage.close()
  }
}
if (['feed', 'publish', 'live'].some(chosen)) {
  const stage = await openStage()
  try {
    const started = performance.now()
    const url = await stage.database('large')
    const world = { url, data: await fill(url, LARGE) }
    console.log(
      `data: ${LARGE.members} members, ${LARGE.spaces} spaces, ${LARGE.posts} posts, made in ${Math.round((performance.now() - started) / 1000)} s`,
    )
    if (chosen('feed')) rows.push(...(await benchFeed(stage, world)))
    if (chosen('publish')) rows.push(...(await benchPublish(stage, world)))
    if (chosen('live')) rows.push(...(await benchLive(stage, world)))
  } finally {
    await stage.close()
  }
}
const machine = {
  cores: cpus().length,
  model: cpus()[0]?.model ?? '',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
}
writeFileSync(
  new URL('results.json', import.meta.url),
  `${JSON.stringify({ at: new Date().toISOString(), machine, rows }, null, 2)}\n`,
)
printTable(rows)
