import { SavedFiles } from './saved-files'

/** `wx.env.USER_DATA_PATH`; what stands before a path is as in WeChat's developer tools. */
export const USER_DATA_PATH = 'http://usr'

const TEMPORARY = 'http://tmp/'
const SAVED = 'http://store/'

/** Of all files together that outlive a launch. */
const MAX_BYTES = 200 * 1024 * 1024

/** Only these have to be told; the browser recognises the others. */
const TYPES: Record<string, string> = { svg: 'image/svg+xml' }

export interface StoredFile {
  bytes: Uint8Array<ArrayBuffer>
  /** Seconds since 1970. */
  modified: number
}

/** A failure of the file system in WeChat's words. */
export class FileError extends Error {}

/**
 * The files of the mini program on this phone. All of them lie in memory, because some APIs answer at
 * once; those in `USER_DATA_PATH` and the saved ones lie in the browser's store, too.
 */
class PhoneFiles {
  private readonly files = new Map<string, StoredFile>()
  private readonly addresses = new Map<string, string>()
  private saved: SavedFiles | undefined

  /** Has to be over before the mini program starts. */
  async start(openid: string): Promise<void> {
    this.saved = await SavedFiles.open(openid)
    for (const [path, file] of await this.saved.read()) this.files.set(path, file)
  }

  find(path: string): StoredFile | undefined {
    return this.files.get(path)
  }

  /** @throws FileError */
  read(path: string): StoredFile {
    const file = this.find(path)
    if (!file) throw new FileError(`no such file or directory, open '${path}'`)
    return file
  }

  /** A file that is gone when the mini program is launched again. */
  addTemporary(bytes: Uint8Array<ArrayBuffer>, extension: string): string {
    const path = `${TEMPORARY}${crypto.randomUUID().replaceAll('-', '')}.${extension}`
    this.files.set(path, { bytes, modified: now() })
    return path
  }

  isTemporary(path: string): boolean {
    return path.startsWith(TEMPORARY)
  }

  /** Writes a file of the user's; there are no folders. @throws FileError */
  write(path: string, bytes: Uint8Array<ArrayBuffer>): void {
    const name = path.startsWith(`${USER_DATA_PATH}/`) && path.slice(USER_DATA_PATH.length + 1)
    if (name === false) throw new FileError(`permission denied, open '${path}'`)
    if (name === '' || name.includes('/')) {
      throw new FileError(`no such file or directory, open '${path}'`)
    }
    this.keep(path, bytes)
  }

  /** Keeps a temporary file, which thereby moves. @throws FileError */
  save(temporary: string, path?: string): string {
    const { bytes } = this.read(temporary)
    const kept = path ?? temporary.replace(TEMPORARY, SAVED)
    if (path === undefined) this.keep(kept, bytes)
    else this.write(path, bytes)
    this.forget(temporary)
    return kept
  }

  /** @throws FileError */
  remove(path: string): void {
    this.read(path)
    this.forget(path)
    if (!this.isTemporary(path)) this.saved?.remove(path)
  }

  /** Where the browser finds a file of this phone; undefined when there is none. */
  addressOf(path: string): string | undefined {
    const file = this.find(path)
    const known = this.addresses.get(path)
    if (!file || known !== undefined) return known
    const type = TYPES[extensionOf(path)] ?? ''
    const address = URL.createObjectURL(new Blob([file.bytes], { type }))
    this.addresses.set(path, address)
    return address
  }

  private keep(path: string, bytes: Uint8Array<ArrayBuffer>): void {
    const others = [...this.files].filter(([known]) => known !== path && !this.isTemporary(known))
    const total = others.reduce((sum, [, file]) => sum + file.bytes.length, bytes.length)
    if (total > MAX_BYTES) {
      throw new FileError('the maximum size of the file storage limit is exceeded')
    }
    this.forget(path)
    const file = { bytes, modified: now() }
    this.files.set(path, file)
    this.saved?.put(path, file)
  }

  private forget(path: string): void {
    const address = this.addresses.get(path)
    if (address !== undefined) URL.revokeObjectURL(address)
    this.addresses.delete(path)
    this.files.delete(path)
  }
}

export const phoneFiles = new PhoneFiles()

/** `jpg` of `http://tmp/a.jpg`, in small letters; empty when there is none. */
export function extensionOf(path: string): string {
  return /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
}

function now(): number {
  return Math.floor(Date.now() / 1000)
}
