import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import automator from 'miniprogram-automator'
import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import type Page from 'miniprogram-automator/out/Page'
import { chromium } from 'playwright-core'
import { openAutomator, type Automator } from '../../../local/automator'
import { openPhone } from '../../../local/phone'
import { BROWSER_FLAGS, requireBrowser } from '../../../tools/browser'

/** The fixture mini program on phones that the real client holds. */
export interface Lab {
  automator: Automator
  /** Takes a phone into the hand; the query says whose and which. */
  connect(query?: string): Promise<MiniProgram>
  close(): Promise<void>
}

const PEOPLE = [{ openid: 'o-lin' }, { openid: 'o-zhou' }]

export async function openLab(): Promise<Lab> {
  // First, because it may not open: a server that already listens would keep Jest from ending.
  const browser = await chromium.launch({ executablePath: requireBrowser(), args: BROWSER_FLAGS })
  const phone = await openPhone({ miniprogramRoot: path.resolve('test/local/automator/fixture') })
  const server = http.createServer((request, response) => {
    if (request.url === '/dev/people') response.end(JSON.stringify(PEOPLE))
    else if (request.url === '/dev/subscriptions') response.end('{"templates":null}')
    else if (request.url?.startsWith('/call/')) response.end('{"result":"好"}')
    else void phone.handle(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const schoolUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const bridge = await openAutomator({ schoolUrl, browser })
  return {
    automator: bridge,
    connect: (query = '') => automator.connect({ wsEndpoint: `${bridge.wsEndpoint}/${query}` }),
    async close() {
      await bridge.close()
      await browser.close()
      await phone.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Sends what the client itself has no method for, or sends only in part. */
export function send(mp: MiniProgram, method: string, params: object = {}): Promise<unknown> {
  return connectionOf(mp).send(method, params)
}

export function connectionOf(mp: MiniProgram): Client {
  return (mp as unknown as { connection: Client }).connection
}

interface Client {
  send(method: string, params: object): Promise<unknown>
}

export async function topPage(mp: MiniProgram): Promise<Page> {
  const page = await mp.currentPage()
  if (!page) throw new Error('没有打开的页面')
  return page
}

/** Waits until the page on top is this one. */
export async function arrival(mp: MiniProgram, path: string): Promise<Page> {
  const page = await topPage(mp)
  return page.path === path ? page : arrival(mp, path)
}

/** Waits until the page's data is so. */
export async function dataBecomes(page: Page, field: string, value: unknown): Promise<void> {
  const deadline = Date.now() + 5000
  while (JSON.stringify(await page.data(field)) !== JSON.stringify(value)) {
    if (Date.now() > deadline) expect(await page.data(field)).toEqual(value)
  }
}
