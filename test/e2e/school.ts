import { chromium, type Browser } from 'playwright-core'
import { BROWSER_FLAGS, requireBrowser } from '../../tools/browser'
import { startSchool, type RunningSchool } from '../../tools/school'
import { StudentPhone, type PhoneSettings } from './student-phone'

/** A school of its own for one test file, as `npm start` opens it, and phones to hold in it. */
export class School {
  private constructor(
    private readonly running: RunningSchool,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<School> {
    const [running, browser] = await Promise.all([
      startSchool(),
      chromium.launch({ executablePath: requireBrowser(), args: BROWSER_FLAGS }),
    ])
    return new School(running, browser)
  }

  /** The phone of one of the demo people, or of somebody nobody knows. */
  async phoneOf(openid: string, settings: PhoneSettings = {}): Promise<StudentPhone> {
    return StudentPhone.open(this.browser, this.running.url, openid, settings)
  }

  async moveClockTo(now: string): Promise<void> {
    await this.post('/dev/clock', { now })
  }

  /** Something happens to a student in the campus systems. */
  async campus(openid: string, id: string): Promise<void> {
    await this.post('/dev/campus', { openid, id })
  }

  async post(route: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
    const response = await fetch(this.running.url + route, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}`)
    return response.json()
  }

  async get(route: string): Promise<unknown> {
    return (await fetch(this.running.url + route)).json()
  }

  async close(): Promise<void> {
    await Promise.all([this.browser.close(), this.running.close()])
  }
}
