import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { VARIABLES } from './variables'

/** The variables of a deployment: those of the process, then those of `.env.local`, then the usual ones. */
export class EnvironmentFile {
  constructor(
    private readonly file: string,
    private readonly own: Readonly<Record<string, string | undefined>> = process.env,
  ) {}

  get(name: string): string | undefined {
    const usual = VARIABLES.find((variable) => variable.name === name)?.usual
    return this.own[name] || this.#kept()[name] || usual
  }

  /** Keeps what was made, for its owner's eyes alone; the rest of the file stays as it is. */
  keep(made: Record<string, string>): void {
    const before = existsSync(this.file) ? readFileSync(this.file, 'utf8') : ''
    const lines = Object.entries(made).map(([name, value]) => `${name}=${value}\n`)
    const joint = before === '' || before.endsWith('\n') ? '' : '\n'
    writeFileSync(this.file, `${before}${joint}${lines.join('')}`, { mode: 0o600 })
    chmodSync(this.file, 0o600)
  }

  /** The values that must never be shown. */
  secrets(): string[] {
    const whole = ['TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY', 'PASS_KEY']
    const lists = ['SECRET_KEYS', 'FEEDS'].map((name) => this.get(name) ?? '')
    const inLists = lists.flatMap((list) => list.match(/(?<=[:=])[\w+/=-]{32,}/g) ?? [])
    return [...whole.flatMap((name) => this.get(name) ?? []), ...inLists]
  }

  #kept(): NodeJS.Dict<string> {
    return existsSync(this.file) ? parseEnv(readFileSync(this.file, 'utf8')) : {}
  }
}
