import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, type ReadStream } from 'node:fs'
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Clock } from './clock'
import { CloudError } from './cloud-error'
import { ENVIRONMENT_ID } from './functions/environment'

const BUCKET = '6c6f-local-1250000000'
const PREFIX = `cloud://${ENVIRONMENT_ID}.${BUCKET}/`

/**
 * How long a link is good when nobody says, and at most, in seconds: one day.
 * https://developers.weixin.qq.com/minigame/dev/wxcloud/reference-client-api/storage/getTempFileURL.html
 */
export const DAY = 24 * 60 * 60

/** The cloud's file storage: a folder, with signed URLs for upload and download. */
export class Files {
  readonly #secret = randomBytes(32)
  readonly #unfinished: string
  readonly #folder: string
  readonly #owners: string

  /** @param baseUrl where `/storage/` is served, without a slash at the end */
  constructor(
    dataFolder: string,
    private readonly baseUrl: string,
    private readonly clock: Clock,
  ) {
    this.#folder = resolve(dataFolder, 'files')
    this.#owners = resolve(dataFolder, 'owners')
    this.#unfinished = resolve(dataFolder, 'uploads')
  }

  idOf(path: string): string {
    return PREFIX + path
  }

  /** The path within the storage of a `cloud://` id; undefined for another cloud's file. */
  pathOf(fileId: string): string | undefined {
    return fileId.startsWith(PREFIX) ? fileId.slice(PREFIX.length) : undefined
  }

  exists(path: string): boolean {
    return existsSync(this.#place(path))
  }

  /**
   * A link that downloads the file to whoever has it, for `maxAge` seconds on the cloud's clock and
   * until this cloud is closed.
   */
  temporaryUrl(path: string, maxAge = DAY): string {
    this.#place(path)
    const expires = String(Math.floor(this.clock.now().getTime() / 1000) + maxAge)
    // Not encoded: the SDK does that.
    return `${this.baseUrl}/storage/${path}?sign=${this.#sign('GET', path, expires)}&t=${expires}`
  }

  /** Whether a link was made by `temporaryUrl` and is still good. */
  opens(path: string, signature: string, expires: string): boolean {
    const isGood = Number(expires) * 1000 > this.clock.now().getTime()
    return isGood && isSame(signature, this.#sign('GET', path, expires))
  }

  uploadUrl(path: string): string {
    this.#place(path)
    return `${this.baseUrl}/storage/${encodeURI(path)}`
  }

  /** The OPENID whose phone uploaded the file; undefined when a function did. */
  ownerOf(path: string): string | undefined {
    const place = this.#place(path, this.#owners)
    return existsSync(place) ? readFileSync(place, 'utf8') : undefined
  }

  /** What proves that this cloud allowed an upload to the path, as this person's when one is given. */
  uploadSignature(path: string, owner?: string): string {
    return this.#sign('PUT', path, owner ?? null)
  }

  allowsUpload(path: string, owner: string | undefined, signature: string): boolean {
    return isSame(signature, this.uploadSignature(path, owner))
  }

  /** Stores what the stream brings; the file is there whole or not at all. */
  async save(path: string, content: Readable, owner?: string): Promise<void> {
    const place = this.#place(path)
    await mkdir(this.#unfinished, { recursive: true })
    await mkdir(dirname(place), { recursive: true })
    const unfinished = join(this.#unfinished, randomBytes(16).toString('hex'))
    const handle = await open(unfinished, 'w')
    try {
      await pipeline(content, handle.createWriteStream())
      await this.#own(path, owner)
      await rename(unfinished, place)
    } finally {
      await rm(unfinished, { force: true })
    }
  }

  read(path: string): ReadStream {
    return createReadStream(this.#place(path))
  }

  async remove(path: string): Promise<void> {
    await rm(this.#place(path))
    await this.#own(path, undefined)
  }

  /** Removes every file. */
  async clear(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
    await rm(this.#owners, { recursive: true, force: true })
  }

  async #own(path: string, owner: string | undefined): Promise<void> {
    const place = this.#place(path, this.#owners)
    if (owner === undefined) {
      await rm(place, { force: true })
      return
    }
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, owner)
  }

  #sign(...parts: (string | null)[]): string {
    return createHmac('sha256', this.#secret).update(JSON.stringify(parts)).digest('hex')
  }

  /** Throws STORAGE_SIGN_PARAM_INVALID for a path that leads out of the storage or no URL can hold. */
  #place(path: string, folder = this.#folder): string {
    const place = resolve(folder, path)
    const segments = path.split(/[/\\]/)
    const odd = /[\0?#%]/.test(path) || segments.includes('..') || segments.includes('')
    if (odd || !place.startsWith(folder + sep)) {
      throw new CloudError('STORAGE_SIGN_PARAM_INVALID', `Invalid storage path: ${path}`)
    }
    return place
  }
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
