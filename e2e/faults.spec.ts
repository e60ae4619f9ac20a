import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage, PHONE } from './browser.ts'
import { layoutFaultsOf } from './faults.ts'

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await openPage(browser, { size: PHONE })
})
afterAll(() => browser?.close())

/** A page with nothing to object to but what the test adds to it. */
const faultsOn = async (body: string) => {
  await page.setContent(`<meta name="viewport" content="width=device-width"><style>
    body { margin: 0; font: 16px/24px sans-serif }
    main { overflow-x: clip }
    a, button { display: inline-block; min-width: 44px; line-height: 44px; padding: 0; border: 0 }
  </style><main>${body}</main>`)
  return layoutFaultsOf(page)
}

test('a page with room for everything has no fault', async () => {
  expect(
    await faultsOn(`
      <p>A sentence with <a href="#" style="display: inline; line-height: inherit">a link</a> in it.</p>
      <div style="overflow-x: auto"><p style="width: 900px">A table as wide as it likes, that scrolls.</p></div>
      <p style="position: absolute; width: 1px; height: 1px; overflow: hidden">Said aloud, shown to nobody.</p>
      <label style="display: block; line-height: 44px"><input type="checkbox"> A box and its words</label>
      <div style="position: relative"><input style="width: 300px; height: 44px">
        <button style="position: absolute; left: 250px; width: 44px; height: 44px">Show</button></div>
      <button>Keep</button>`),
  ).toEqual([])
})

test('what passes the window is seen, though nothing scrolls sideways', async () => {
  const faults = await faultsOn('<section style="width: 500px"><p>Wider than the phone</p></section>')
  expect(faults).toContainEqual(expect.stringContaining('passes the window: section'))
  expect(
    await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth'),
  ).toBe(true)
})

test('words cut by their box are seen, across and in height', async () => {
  const across = '<p style="width: 90px; overflow: hidden; white-space: nowrap">Longer than its box</p>'
  expect(await faultsOn(across)).toEqual(['cut text: p “Longer than its box”'])
  const down = '<div style="height: 30px; overflow: hidden"><p>One line<br>and another below</p></div>'
  expect(await faultsOn(down)).toEqual(['cut text: p “One lineand another below”'])
})

test('dots say that words are cut, and a title says them: neither is enough alone', async () => {
  const box = 'width: 90px; overflow: hidden; white-space: nowrap;'
  const words = 'Longer than its box'
  expect(await faultsOn(`<p style="${box} text-overflow: ellipsis">${words}</p>`)).toHaveLength(1)
  expect(await faultsOn(`<p style="${box}" title="${words}">${words}</p>`)).toHaveLength(1)
  expect(await faultsOn(`<p style="${box} text-overflow: ellipsis" title="${words}">${words}</p>`)).toEqual(
    [],
  )
})

test('a label of a drawing that leaves it is seen', async () => {
  const faults = await faultsOn('<svg width="80" height="40"><text x="40" y="20">a long label</text></svg>')
  expect(faults).toEqual(['cut text: text “a long label”'])
})

test('a control of which a part is out of reach is seen', async () => {
  const faults = await faultsOn(
    '<div style="width: 100px; height: 60px; overflow: hidden"><button style="width: 160px">Go</button></div>',
  )
  expect(faults).toContain('cut control: button “Go”')
})

test('words that leave their control are seen', async () => {
  const faults = await faultsOn('<button style="width: 44px; white-space: nowrap">Longer than it</button>')
  expect(faults).toEqual(['words out of their control: button “Longer than it”'])
})

test('two controls one over the other are seen, unless one floats above the page', async () => {
  const pair = (second: string) =>
    faultsOn(`<button>One</button><button style="${second} left: 10px; top: 0">Two</button>`)
  expect(await pair('position: absolute;')).toEqual(['one over the other: button “One” and button “Two”'])
  expect(await pair('position: fixed;')).toEqual([])
})

test('what scrolls out of its box lies over nothing', async () => {
  const faults = await faultsOn(`
    <div style="height: 44px; overflow-y: auto"><button>One</button><br><button>Two</button></div>
    <button>Three</button>`)
  expect(faults).toEqual([])
})

test('what a thumb cannot reach is seen, and what a pseudo-element adds counts', async () => {
  expect(await faultsOn('<button style="line-height: 30px">Small</button>')).toEqual([
    'small target, 44 × 30: button “Small”',
  ])
  expect(
    await faultsOn(`<style>.wide { position: relative } .wide::after { content: ''; position: absolute; inset: -8px 0 }</style>
      <p style="margin: 20px 0"><button class="wide" style="line-height: 30px">Small</button></p>`),
  ).toEqual([])
})
