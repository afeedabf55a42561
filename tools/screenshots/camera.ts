import path from 'node:path'
import type { Browser } from 'playwright-core'
import type { Scene } from './scenes'

export type Theme = 'light' | 'dark'

/** A page that has what it came for, or says why not. */
const LOADED = '[role=heading], [role=alert]'

/** Takes one scene at 2× and answers the name of the file. */
export async function take(
  browser: Browser,
  url: string,
  scene: Scene,
  theme: Theme,
  folder: string,
): Promise<string> {
  const { name, openid, page: target, width = 375, height = 812, shows = LOADED } = scene
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    colorScheme: theme,
  })
  const page = await context.newPage()
  await scene.before?.(page)
  await page.goto(`${url}/phone?openid=${openid}${target ? `#/${target}` : ''}`)
  await page.waitForSelector('html[data-ready]')
  await page.locator(shows).first().waitFor()
  await scene.after?.(page)
  const file = `${name}-${theme}.png`
  await page.screenshot({ path: path.join(folder, file), animations: 'disabled' })
  await context.close()
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
  const target = path.join(folder, 'all.png')
  await page.goto(`file://${folder}/`).catch(() => undefined)
  await page.setContent(`<style>${style}</style>${figures.join('')}`)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: target, fullPage: true })
  await page.close()
}
