import type { RejectView } from '../../../domain/feeds/answers'
import type { Word } from '../../../domain/feeds/reading'
import type { Run } from '../../../domain/feeds/run'
import type { Sealed } from '../keyring'
import { files } from '../files'
import { log } from '../log'
import { randomName } from '../random-name'
import { decrypt, encrypt } from '../secrets'

/** A student for whom a run says something that is not written yet. */
export interface Change {
  studentNo: string
  cohort: string
  className: string
  /** Whether it is news; else only its age changes. */
  news: boolean
  /** Whether nobody knew them before. */
  joins: boolean
  /** Whether it brings the proof by which they bind. */
  proves: boolean
}

/** What a run has in hand between its steps. */
export interface Staged {
  /** As they came, until all pages are there. */
  records: Record<string, unknown>[]
  cleared: string[]
  /** What they come to. */
  words: Word[]
  spoiled: string[]
  rejects: RejectView[]
  changes: Change[]
}

export const nothingStaged = (): Staged => ({
  records: [],
  cleared: [],
  words: [],
  spoiled: [],
  rejects: [],
  changes: [],
})

/**
 * Puts what is staged into the storage, sealed, as it is the data of many people; a run that is done in
 * one go never comes here. Answers the file's id, the same for the same run.
 */
export async function stage(run: Run, staged: Staged): Promise<string> {
  const sealed = encrypt(JSON.stringify(staged), contextOf(run))
  const path = run.staged?.replace(/^cloud:\/\/[^/]+\//, '') ?? `runs/${randomName()}.json`
  return files.put(path, Buffer.from(JSON.stringify(sealed)))
}

/** What was staged; null when it is not there. */
export async function unstage(run: Run): Promise<Staged | null> {
  if (run.staged === undefined) return null
  const content = await files.get(run.staged).catch(() => null)
  if (!content) return null
  const sealed = JSON.parse(content.toString()) as Sealed
  return JSON.parse(decrypt(sealed, contextOf(run))) as Staged
}

/** A file that stays behind is sealed, and the log says so. */
export async function removeStaged(file: string | undefined): Promise<void> {
  if (file === undefined) return
  await files.remove(file).catch(() => {
    log('error', { function: 'feeds', error: 'a staged file was not removed' })
  })
}

function contextOf({ _id }: Run): string {
  return `runs/${_id}`
}
