import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { AutomatorEvent, PhoneSideCall, Reply } from './protocol'
import type { Wishes } from './wishes'

/** Where phones come from. */
export interface PhoneShop {
  browser: Browser
  schoolUrl: string
  /** The code that answers in the phone's page. */
  phoneSide: string
}

/** One phone in a browser context of its own, so that no two share storage. */
export class HeldPhone {
  private constructor(
    private readonly context: BrowserContext,
    private readonly page: Page,
  ) {}

  /** @throws with what the phone shows when the mini program does not compile */
  static async open(
    { browser, schoolUrl, phoneSide }: PhoneShop,
    { openid, width, height, theme }: Wishes,
    tell: (event: AutomatorEvent) => void,
  ): Promise<HeldPhone> {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme })
    try {
      await context.exposeBinding('__tellAutomator', (_, event: AutomatorEvent) => tell(event))
      await context.addInitScript({ content: phoneSide })
      const page = await context.newPage()
      const query = openid === undefined ? '' : `?openid=${encodeURIComponent(openid)}`
      await page.goto(`${schoolUrl}/phone${query}`)
      await page.waitForSelector('html[data-ready]')
      const problems = page.locator('phone-problems')
      if (await problems.count()) throw new Error(await problems.innerText())
      return new HeldPhone(context, page)
    } catch (error) {
      await context.close()
      throw error
    }
  }

  /** Asks the script in the phone's page. */
  async ask(name: PhoneSideCall, ...args: unknown[]): Promise<unknown> {
    const given = args.map((arg) => JSON.stringify(arg)).join(', ')
    const reply = JSON.parse(await this.page.evaluate(`__automator.${name}(${given})`)) as Reply
    if ('error' in reply) throw new Error(reply.error.message)
    return reply.result
  }

  get mouse(): Page['mouse'] {
    return this.page.mouse
  }

  async screenshot(): Promise<string> {
    return (await this.page.screenshot()).toString('base64')
  }

  async openid(): Promise<string> {
    return this.page.evaluate('__phone.openid')
  }

  async setOffline(isOffline: boolean): Promise<void> {
    await this.context.setOffline(isOffline)
  }

  async putAway(): Promise<void> {
    await this.context.close()
  }
}
