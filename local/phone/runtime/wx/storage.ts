import { api, ApiFailure } from './api'
import type { Apis, WxContext } from './context'

/** WeChat's limits: 1 MB for one key, 10 MB for one mini program and user. */
const MAX_VALUE_BYTES = 1024 * 1024
const MAX_TOTAL_BYTES = 10 * MAX_VALUE_BYTES

/** One person's storage; each OPENID has its own. */
class Storage {
  private readonly prefix: string

  constructor(openid: string) {
    this.prefix = `phone:${openid}:`
  }

  has(key: string): boolean {
    return localStorage.getItem(this.prefix + key) !== null
  }

  /** What was never set is an empty string, as in WeChat. */
  get(key: string): unknown {
    const stored = localStorage.getItem(this.prefix + key)
    return stored === null ? '' : (JSON.parse(stored) as { data?: unknown }).data
  }

  set(key: string, data: unknown): void {
    const stored = JSON.stringify({ data })
    if (stored.length > MAX_VALUE_BYTES) throw new ApiFailure('entry size limit reached')
    const total = this.size() + stored.length
    if (total > MAX_TOTAL_BYTES) throw new ApiFailure('exceed storage max size 10Mb')
    localStorage.setItem(this.prefix + key, stored)
  }

  remove(key: string): void {
    localStorage.removeItem(this.prefix + key)
  }

  clear(): void {
    for (const key of this.keys()) this.remove(key)
  }

  info() {
    const currentSize = Math.ceil(this.size() / 1024)
    return { keys: this.keys(), currentSize, limitSize: MAX_TOTAL_BYTES / 1024 }
  }

  private keys(): string[] {
    const all = Object.keys(localStorage).filter((key) => key.startsWith(this.prefix))
    return all.map((key) => key.slice(this.prefix.length))
  }

  private size(): number {
    const sizes = this.keys().map((key) => localStorage.getItem(this.prefix + key)?.length ?? 0)
    return sizes.reduce((total, size) => total + size, 0)
  }
}

interface Entry {
  key: string
  data?: unknown
}

export function storageApis({ settings }: WxContext): Apis {
  const storage = new Storage(settings.openid)
  return {
    getStorageSync: (key: string) => storage.get(key),
    setStorageSync: (key: string, data: unknown) => storage.set(key, data),
    removeStorageSync: (key: string) => storage.remove(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => storage.info(),
    getStorage: api('getStorage', ({ key }: Entry) => {
      if (!storage.has(key)) throw new ApiFailure('data not found')
      return { data: storage.get(key) }
    }),
    setStorage: api('setStorage', ({ key, data }: Entry) => storage.set(key, data)),
    removeStorage: api('removeStorage', ({ key }: Entry) => storage.remove(key)),
    clearStorage: api('clearStorage', () => storage.clear()),
    getStorageInfo: api('getStorageInfo', () => storage.info()),
  }
}
