import { join } from 'node:path'
import SQLite from 'libsql'

/**
 * Keeps a folder to one process: an exclusive transaction on an otherwise empty SQLite file. The
 * operating system drops its lock with the process, however it ends, so that a crash leaves none.
 */
export class FolderLock {
  readonly #file: SQLite.Database

  /** Throws a Chinese sentence when the folder is taken. */
  constructor(folder: string) {
    this.#file = new SQLite(join(folder, 'lock.sqlite'))
    try {
      this.#file.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      this.#file.close()
      throw /SQLITE_BUSY|locked/.test(String(error)) ? new Error(taken(folder)) : error
    }
  }

  release(): void {
    this.#file.exec('ROLLBACK')
    this.#file.close()
  }
}

const taken = (folder: string) =>
  `数据目录 ${folder} 正被另一个本地云使用：请先停掉那一个（在它的终端按 Ctrl+C），或者换一个目录再启动。`
