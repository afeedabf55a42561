import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import type { Scene } from './scenes'

export type Theme = 'light' | 'dark'

/** A page that has what it came for, or says why not. */
const LOADED = '[role=heading], [role=alert]'

/**
 * Brings a scene onto the screen of a phone of its own; closing the page's context puts it away.
 * @param scale pixels of the screen for each of the page: 2 for pictures
 */
export async function stage(
  browser: Browser,
  url: string,
  scene: Scene,
  theme: Theme,
  scale = 2,
): Promise<Page> {
  const { openid, page: target, width = 375, height = 812, shows = LOADED } = scene
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: theme,
  })
  const page = await context.newPage()
  await scene.before?.(page)
  await page.goto(`${url}/phone?openid=${openid}${target ? `#/${target}` : ''}`)
  await page.waitForSelector('html[data-ready]')
  await page.locator(shows).first().waitFor()
  await scene.after?.(page)
  return page
}

/** Takes a picture of a scene at 2× and answers the name of its file. */
export async function take(page: Page, name: string, folder: string): Promise<string> {
  const file = `${name}.png`
  await page.screenshot({ path: path.join(folder, file), animations: 'disabled' })
  return file
}

/** One picture of all pictures, to be looked at in one go. */
export async function makeContactSheet(
  browser: Browser,
  folder: string,
  files: readonly string[],
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 2000, height: 1200 } })
  const figures = files.map(
    (file) => `<figure><img src="${file}"><figcaption>${file}</figcaption></figure>`,
  )
  const style =
    'body{display:flex;flex-wrap:wrap;gap:16px;margin:16px;font:12px sans-serif;background:#ccc}' +
    'figure{margin:0}img{height:420px;display:block}'
  // Pictures load only into a page that itself comes from their folder.
  await page.goto(pathToFileURL(`${folder}/`).href)
  await page.setContent(`<style>${style}</style>${figures.join('')}`)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: path.join(folder, 'all.png'), fullPage: true })
  await page.close()
}
