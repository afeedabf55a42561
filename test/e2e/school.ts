import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { BROWSER_FLAGS, findBrowser } from '../../local/browser'
import { StudentPhone, type PhoneSettings } from './student-phone'

const ROOT = path.join(__dirname, '../..')

/** A school of its own for one test file, as `npm start` opens it, and phones to hold in it. */
export class School {
  private constructor(
    readonly url: string,
    private readonly process: ChildProcess,
    private readonly folder: string,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<School> {
    const folder = mkdtempSync(path.join(tmpdir(), 'school-'))
    const [browser, { process, url }] = await Promise.all([
      chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS }),
      start(folder),
    ])
    return new School(url, process, folder, browser)
  }

  /** The phone of one of the demo people, or of somebody nobody knows. */
  async phoneOf(openid: string, settings: PhoneSettings = {}): Promise<StudentPhone> {
    return StudentPhone.open(this.browser, this.url, openid, settings)
  }

  async moveClockTo(now: string): Promise<void> {
    await this.post('/dev/clock', { now })
  }

  /** Something happens to a student in the campus systems. */
  async campus(openid: string, id: string): Promise<void> {
    await this.post('/dev/campus', { openid, id })
  }

  async post(route: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
    const response = await fetch(this.url + route, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}`)
    return response.json()
  }

  async get(route: string): Promise<unknown> {
    return (await fetch(this.url + route)).json()
  }

  async close(): Promise<void> {
    await this.browser.close()
    const ended = new Promise((resolve) => this.process.once('exit', resolve))
    this.process.kill('SIGTERM')
    await ended
    rmSync(this.folder, { recursive: true, force: true })
  }
}

function start(folder: string): Promise<{ process: ChildProcess; url: string }> {
  const program = path.join(ROOT, 'local', 'start.ts')
  const args = ['--import', 'tsx', program, '--built', '--port', '0', '--data', folder]
  const child = spawn(process.execPath, args, { cwd: ROOT })
  let said = ''
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (chunk) => (said += String(chunk)))
    child.stdout.on('data', (chunk) => {
      said += String(chunk)
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (url) resolve({ process: child, url })
    })
    child.once('exit', () => reject(new Error(`the school did not open: ${said}`)))
  })
}
