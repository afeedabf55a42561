import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser, type Page } from 'playwright-core'
import { BROWSER_FLAGS, requireBrowser } from '../../../tools/browser'
import { openPhone, type Phone } from '../../../local/phone'
import { openLaboratory, type Laboratory } from '../cloud/laboratory'
import { FakeCloud } from './cloud'
import { copyFixture } from './fixture'

/** Opens the phone on a page; the one opened before is closed. */
type Open = (page?: string, settings?: Record<string, string>) => Promise<Page>

/** A phone server with the fixture mini program, and a real browser to look at it. */
export interface Lab {
  root: string
  origin: string
  phone: Phone
  cloud: FakeCloud
  browser: Browser
  open: Open
  close(): Promise<void>
}

/** The same over the real local cloud. */
export interface CloudLab {
  cloud: Laboratory['cloud']
  open: Open
  close(): Promise<void>
}

export async function openLab(): Promise<Lab> {
  // First, because it may not open: a server that already listens would keep Jest from ending.
  const browser = await chromium.launch({ executablePath: requireBrowser(), args: BROWSER_FLAGS })
  const root = copyFixture()
  const phone = await openPhone({ miniprogramRoot: root })
  const cloud = new FakeCloud()
  const server = http.createServer((req, res) => {
    void phone.handle(req, res).then((done) => (done ? undefined : cloud.answer(req, res)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    root,
    origin,
    phone,
    cloud,
    browser,
    open: await openTabs(browser, origin),
    async close() {
      await browser.close()
      await phone.close()
      cloud.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export async function openCloudLab(): Promise<CloudLab> {
  const browser = await chromium.launch({ executablePath: requireBrowser(), args: BROWSER_FLAGS })
  const phone = await openPhone({ miniprogramRoot: copyFixture() })
  const lab = await openLaboratory({ next: phone.handle })
  return {
    cloud: lab.cloud,
    open: await openTabs(browser, lab.cloud.url),
    async close() {
      await browser.close()
      await phone.close()
      await lab.close()
    },
  }
}

async function openTabs(browser: Browser, origin: string): Promise<Open> {
  const context = await browser.newContext({ viewport: { width: 375, height: 812 } })
  let tab: Page | undefined
  return async (page = 'pages/home/home', settings = {}) => {
    await tab?.close()
    tab = await context.newPage()
    const query = new URLSearchParams({ openid: 'o-lin', theme: 'light', ...settings })
    await tab.goto(`${origin}/phone?${query.toString()}#/${page}`)
    await ready(tab)
    return tab
  }
}

/** Waits until the page on top is ready: `page` when named, else any. */
export async function ready(tab: Page, page?: string): Promise<void> {
  await tab.waitForSelector(page === undefined ? 'html[data-ready]' : `html[data-ready="${page}"]`)
}

/** What the fixture wrote down, in order. */
export function log(tab: Page): Promise<string[]> {
  return tab.evaluate('getApp().globalData.log.slice()')
}

export function trouble(tab: Page): Promise<string> {
  return tab.locator('phone-trouble').innerText()
}
