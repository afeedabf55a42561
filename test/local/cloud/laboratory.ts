import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  serveCloud,
  type LogEntry,
  type ServedCloud,
  type ServeOptions,
} from '../../../local/cloud'

/** A cloud on a free port and an empty folder, with the fixture functions. */
export interface Laboratory {
  cloud: ServedCloud
  log: LogEntry[]
  folder: string
  close(): Promise<void>
}

export const FIXTURES = join(import.meta.dirname, 'fixtures')

export const emptyFolder = () => mkdtempSync(join(tmpdir(), 'local-cloud-'))

export const COLLECTIONS: ServeOptions['collections'] = [
  { name: 'things', permission: 'ADMINONLY', indexes: [] },
  { name: 'others', permission: 'ADMINONLY', indexes: [] },
  { name: 'notes', permission: 'ADMINONLY', indexes: [] },
  {
    name: 'people',
    permission: 'ADMINONLY',
    indexes: [
      { name: 'openid', keys: { openid: 1 }, unique: true, sparse: true },
      { name: 'card', keys: { school: 1, card: 1 }, unique: true },
    ],
  },
]

export async function openLaboratory(options: Partial<ServeOptions> = {}): Promise<Laboratory> {
  const folder = options.dataDir ?? emptyFolder()
  const log: LogEntry[] = []
  const forget = () => {
    if (!options.dataDir) rmSync(folder, { recursive: true })
  }
  const cloud = await serveCloud({
    dataDir: folder,
    functionsDir: FIXTURES,
    collections: COLLECTIONS,
    log: (entry) => log.push(entry),
    ...options,
  }).catch((error: unknown) => {
    forget()
    throw error
  })
  const close = async () => {
    await cloud.close()
    forget()
  }
  return { cloud, log, folder, close }
}

/** What the SDKs hand to a test. Their own types refuse ordinary code (`docs/cloudbase-protocol.md`, trap 7). */
export interface Kit {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
  [part: string]: any
}

/** An error as the SDK threw it inside the function. */
export class SdkError extends Error {
  readonly code: string | undefined
  readonly errCode: number | undefined

  constructor(error: { code?: string; errCode?: number; message: string }) {
    super(error.message)
    this.code = error.code
    this.errCode = error.errCode
  }
}

/**
 * Runs `work` inside a cloud function with the SDK. It is sent as text: it can use its two arguments
 * and nothing else, and what it answers comes back through JSON.
 */
export async function inFunction<Argument, Result>(
  { cloud }: Laboratory,
  sdk: 'wx' | 'node',
  work: (kit: Kit, argument: Argument) => Promise<Result>,
  argument?: Argument,
): Promise<Result> {
  const answer = (await cloud.invoke('sdk', { sdk, source: work.toString(), argument })) as
    { value: Result } | { error: { message: string } }
  if ('error' in answer) throw new SdkError(answer.error)
  return answer.value
}

/** Waits until something holds; a test in which it never does runs out of time. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10))
}
