import type { StoredFile } from './phone-files'

interface Row extends StoredFile {
  openid: string
  path: string
}

const STORE = 'files'

/** The files that outlive a launch, of every person of this browser. */
export class SavedFiles {
  private constructor(
    private readonly database: IDBDatabase,
    private readonly openid: string,
  ) {}

  static async open(openid: string): Promise<SavedFiles> {
    const opening = indexedDB.open('phone-files', 1)
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(STORE, { keyPath: ['openid', 'path'] })
    }
    return new SavedFiles(await settled(opening), openid)
  }

  async read(): Promise<[path: string, file: StoredFile][]> {
    const own = IDBKeyRange.bound([this.openid], [this.openid, []])
    const rows = await settled(this.store('readonly').getAll(own) as IDBRequest<Row[]>)
    return rows.map(({ path, bytes, modified }) => [path, { bytes, modified }])
  }

  put(path: string, file: StoredFile): void {
    this.store('readwrite').put({ openid: this.openid, path, ...file } satisfies Row)
  }

  remove(path: string): void {
    this.store('readwrite').delete([this.openid, path])
  }

  private store(mode: IDBTransactionMode): IDBObjectStore {
    return this.database.transaction(STORE, mode).objectStore(STORE)
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
  })
}
