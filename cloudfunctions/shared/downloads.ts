import { clock } from './clock'
import { files } from './files'
import { log } from './log'
import { randomName } from './random-name'
import { store } from './store'
import { inTransaction } from './transaction'
import { upTo } from './where'

/** How long a download can be fetched, in seconds. */
export const DOWNLOAD_SECONDS = 600

/**
 * Puts a file where one person can fetch it for ten minutes, under a name that nobody can guess. Its id
 * is on record before there is anything in it, so that it is always removed.
 */
export async function offerDownload(
  folder: string,
  extension: string,
  content: Buffer,
): Promise<{ url: string; expiresAt: string }> {
  const path = `${folder}/${randomName()}.${extension}`
  const id = await files.put(path, Buffer.from('-'))
  const expiresAt = new Date(clock.now().getTime() + DOWNLOAD_SECONDS * 1000).toISOString()
  await inTransaction((transaction) => transaction.insert('downloads', { _id: id, expiresAt }))
  await files.put(path, content)
  const { [id]: url } = await files.linksTo([id], DOWNLOAD_SECONDS)
  if (url) return { url, expiresAt }
  throw new Error('the storage gave no link to a file that it has just taken')
}

/** A file that a phone has sent up and that may never be used: it is removed when its time is over. */
export async function keepFor(id: string, seconds: number): Promise<void> {
  const expiresAt = new Date(clock.now().getTime() + seconds * 1000).toISOString()
  await inTransaction((transaction) => transaction.replace('downloads', { _id: id, expiresAt }))
}

/** Removes the files whose time is over. One that cannot be removed stays for the next run. */
export async function sweepDownloads(): Promise<{ removed: number }> {
  const now = clock.now().toISOString()
  const over = await store.find('downloads', { where: { expiresAt: upTo(now) } })
  let removed = 0
  for (const { _id } of over) {
    if (!(await isRemoved(_id))) continue
    await inTransaction((transaction) => transaction.remove('downloads', _id))
    removed++
  }
  log('info', { function: 'downloads', removed })
  return { removed }
}

async function isRemoved(id: string): Promise<boolean> {
  try {
    await files.remove(id)
    // The storage answers a refusal as it answers a success.
    const links = await files.linksTo([id], 60)
    if (!(id in links)) return true
    log('error', { function: 'downloads', error: 'a file is still there after its removal' })
  } catch (error) {
    log('error', { function: 'downloads', error: error instanceof Error ? error.stack : 'unknown' })
  }
  return false
}
