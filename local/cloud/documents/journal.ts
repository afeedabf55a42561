import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'libsql'
import { FolderLock } from './folder-lock'
import type { Document } from './document'
import { decode, encode } from './ejson'

/** One document put, or with `document` undefined, removed. `id` is its `idKey`. */
export interface Change {
  collection: string
  id: string
  document: Document | undefined
}

interface Row {
  collection: string
  id: string
  body: string
}

const schema = `
  CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY);
  CREATE TABLE IF NOT EXISTS documents (
    sequence INTEGER PRIMARY KEY, collection TEXT, id TEXT, body TEXT, UNIQUE (collection, id)
  );
`

/**
 * What makes the documents in memory last: a SQLite file in WAL mode. A change that was appended is
 * there after `kill -9`; with `synchronous = NORMAL` the last ones may be lost when the power fails.
 */
export class Journal {
  readonly #lock: FolderLock
  readonly #database: SQLite.Database

  /** Throws a Chinese sentence when the folder is open already, here or in another process. */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true })
    this.#lock = new FolderLock(folder)
    this.#database = new SQLite(join(folder, 'documents.sqlite'))
    this.#database.pragma('journal_mode = WAL')
    this.#database.pragma('synchronous = NORMAL')
    this.#database.exec(schema)
  }

  /** Forgets everything. */
  clear(): void {
    this.#database.exec('BEGIN; DELETE FROM documents; DELETE FROM collections; COMMIT')
  }

  collections(): string[] {
    const rows = this.#database.prepare('SELECT name FROM collections').all()
    return (rows as { name: string }[]).map(({ name }) => name)
  }

  /** All documents, in the order of their insertion. */
  *changes(): Iterable<Change> {
    const rows = this.#database
      .prepare('SELECT collection, id, body FROM documents ORDER BY sequence')
      .all() as Row[]
    for (const { collection, id, body } of rows) {
      yield { collection, id, document: decode(body, new Date(0)) as Document }
    }
  }

  addCollection(name: string): void {
    this.#database.prepare('INSERT OR IGNORE INTO collections VALUES (?)').run(name)
  }

  /** Makes the changes last, all or none of them. */
  append(changes: readonly Change[]): void {
    const put = this.#database.prepare(
      'INSERT INTO documents (collection, id, body) VALUES (?, ?, ?) ON CONFLICT (collection, id) DO UPDATE SET body = excluded.body',
    )
    const remove = this.#database.prepare('DELETE FROM documents WHERE collection = ? AND id = ?')
    const run = this.#database.transaction(() => {
      for (const { collection, id, document } of changes) {
        if (document) put.run(collection, id, encode(document))
        else remove.run(collection, id)
      }
    })
    run()
  }

  close(): void {
    this.#database.close()
    this.#lock.release()
  }
}
