import type { Browser, BrowserContext, Page } from 'playwright-core'

export interface PhoneSettings {
  width?: number
  height?: number
  theme?: 'light' | 'dark'
}

/** A phone in somebody's hand, in the words of the person who holds it. */
export class StudentPhone {
  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    /** Uncaught exceptions and console errors of the mini program; a test ends without any. */
    readonly errors: string[],
  ) {}

  static async open(
    browser: Browser,
    url: string,
    openid: string,
    { width = 375, height = 812, theme = 'light' }: PhoneSettings,
  ): Promise<StudentPhone> {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme })
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    await page.goto(`${url}/phone?openid=${openid}`)
    await page.waitForSelector('html[data-ready]')
    return new StudentPhone(context, page, errors)
  }

  /** Waits until the screen shows these words. */
  async shows(words: string): Promise<void> {
    await this.page.getByText(words).first().waitFor()
  }

  async screen(): Promise<string> {
    return (await this.page.locator('body').innerText()).replace(/\s+/g, ' ')
  }

  /** A row of the 离校单 as a screen reader says it: 「住宿费，必办，未办理，…」. */
  async row(item: string): Promise<string> {
    const row = this.page.getByRole('button', { name: new RegExp(`^${item}，`) })
    return (await row.getAttribute('aria-label')) ?? ''
  }

  /** 打开环节 */
  async openItem(item: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${item}，`) }).click()
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click()
  }

  async back(): Promise<void> {
    await this.page.getByRole('button', { name: '返回' }).click()
  }

  async pullDown(): Promise<void> {
    await this.page.evaluate('wx.startPullDownRefresh()')
  }

  async reopen(): Promise<void> {
    await this.page.reload()
    await this.page.waitForSelector('html[data-ready]')
  }

  /** The school's service does not answer, while the phone has a network. */
  async loseCloud(): Promise<void> {
    await this.page.route('**/call/**', (route) => route.abort())
  }

  /** The function fails, as WeChat reports it. */
  async breakCloud(): Promise<void> {
    const failure = { errCode: -504002, errMsg: 'cloud.callFunction:fail functions execute fail' }
    await this.page.route('**/call/**', (route) => route.fulfill({ json: failure }))
  }

  async mendCloud(): Promise<void> {
    await this.page.unroute('**/call/**')
  }

  async goOffline(offline = true): Promise<void> {
    await this.context.setOffline(offline)
  }

  async openNotice(): Promise<void> {
    await this.page.getByRole('link', { name: '查看学校的离校通知' }).click()
  }

  async colourOf(selector: string, property: string): Promise<string> {
    return this.page.evaluate(
      `getComputedStyle(document.querySelector('${selector}')).getPropertyValue('${property}')`,
    )
  }

  /** By how many pixels the page is wider than the screen. */
  async overflow(): Promise<number> {
    return this.page.evaluate(
      `(page => page.scrollWidth - page.clientWidth)(document.querySelector('wx-page'))`,
    )
  }

  async close(): Promise<void> {
    await this.context.close()
  }
}
