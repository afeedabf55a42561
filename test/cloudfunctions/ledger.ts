import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { serveCloud, type LogEntry, type ServedCloud } from '../../local/cloud'
import { declaredCollections } from '../../local/collections'
import { functionKeys } from '../../local/keys'
import { paths } from '../../tools/paths'
import type { LedgerEvent } from './fixtures/ledger'

const MORNING = '2022-06-10T09:00:00+08:00'
const FIXTURES = path.join(import.meta.dirname, 'fixtures')

export interface LedgerAnswer {
  refused?: string
  code?: string
  [field: string]: unknown
}

/** A local cloud with the fixture function `ledger`, and the real `nightly`, which runs when told. */
export class Ledger {
  private constructor(
    private readonly folder: string,
    private served: ServedCloud,
    /** What the functions have logged. */
    readonly log: LogEntry[],
  ) {}

  static async open(): Promise<Ledger> {
    const folder = mkdtempSync(path.join(tmpdir(), 'ledger-'))
    const functions = path.join(folder, 'functions')
    buildFixture('ledger', functions)
    const nightly = path.join(functions, 'nightly')
    cpSync(path.join(paths.distFunctions, 'nightly'), nightly, { recursive: true })
    writeFileSync(path.join(nightly, 'config.json'), '{ "timeout": 60 }')
    const log: LogEntry[] = []
    return new Ledger(folder, await serve(folder, MORNING, functionKeys(folder), log), log)
  }

  get cloud(): ServedCloud {
    return this.served
  }

  async call(event: LedgerEvent, openid = 'oLi'): Promise<LedgerAnswer> {
    return (await this.cloud.invoke('ledger', event, { openid })) as LedgerAnswer
  }

  /** It is 3:30 in the night of a day (YYYY-MM-DD); answers what the nightly function does. */
  async night(day: string): Promise<unknown> {
    this.cloud.clock.set(`${day}T03:30:00+08:00`)
    return this.cloud.invoke('nightly', { Type: 'Timer' }, { source: 'wx_trigger' })
  }

  /** Closes the cloud and opens it again with other variables for its functions. */
  async restart(environment: Record<string, string>): Promise<void> {
    const now = this.cloud.clock.now().toISOString()
    await this.cloud.close()
    this.served = await serve(this.folder, now, environment, this.log)
  }

  /** As it was in the beginning: nothing stored, its own keys, the first morning. */
  async reset(): Promise<void> {
    await this.restart(this.keys)
    for (const { name } of declaredCollections()) await this.cloud.store.remove(name)
    this.cloud.clock.set(MORNING)
    this.log.length = 0
  }

  get keys(): Record<string, string> {
    return functionKeys(this.folder)
  }

  async close(): Promise<void> {
    await this.cloud.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

function serve(
  folder: string,
  now: string,
  environment: Record<string, string>,
  log: LogEntry[],
): Promise<ServedCloud> {
  return serveCloud({
    dataDir: folder,
    functionsDir: path.join(folder, 'functions'),
    collections: declaredCollections(),
    environment,
    now,
    log: (entry) => log.push(entry),
  })
}

/** Jest cannot load the bundler, which is an ES module, so it runs beside it. */
export function buildFixture(name: string, functions: string): void {
  const target = path.join(functions, name)
  const args = ['--import', 'tsx', path.join(FIXTURES, 'build.ts')]
  const input = path.join(FIXTURES, name, 'index.ts')
  const run = spawnSync(process.execPath, [...args, input, target], { cwd: paths.root })
  if (run.status !== 0) throw new Error(String(run.stderr))
  writeFileSync(path.join(target, 'config.json'), '{ "timeout": 30 }')
}
