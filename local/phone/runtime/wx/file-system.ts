import { encodingOf } from '../files/encodings'
import { FileError, phoneFiles, USER_DATA_PATH } from '../files/phone-files'
import { byCallback } from './api'
import type { Apis } from './context'

type Bytes = Uint8Array<ArrayBuffer>

/** `wx.env` and the FileSystemManager, as far as it knows files; `fail` names any other method. */
export function fileApis(fail: (owner: string, apis: Apis) => Apis): Apis {
  const manager = fail('FileSystemManager', { ...atOnce(), ...later() })
  return { env: { USER_DATA_PATH }, getFileSystemManager: () => manager }
}

function readFile(path: string, encoding?: string, position = 0, length?: number): unknown {
  const { bytes } = phoneFiles.read(path)
  const isInside = position >= 0 && position <= bytes.length
  const end = position + (length ?? bytes.length - position)
  if (!isInside || end < position || end > bytes.length)
    throw new FileError('invalid position or length')
  const part = bytes.slice(position, end)
  return encoding === undefined ? part.buffer : encodingOf(encoding).decode(part)
}

function writeFile(path: string, data: unknown, encoding = 'utf8'): void {
  phoneFiles.write(path, bytesOf(data, encoding))
}

function bytesOf(data: unknown, encoding: string): Bytes {
  if (typeof data === 'string') return encodingOf(encoding).encode(data)
  if (data instanceof ArrayBuffer) return new Uint8Array(data.slice(0))
  throw new FileError('data must be a string or an ArrayBuffer')
}

function saveFile(temporary: string, path?: string): string {
  if (!phoneFiles.find(temporary)) throw new FileError('tempFilePath file not exist')
  return phoneFiles.save(temporary, path)
}

function copyFile(from: string, to: string): void {
  phoneFiles.write(to, phoneFiles.read(from).bytes.slice())
}

function access(path: string): void {
  const isThere = path === USER_DATA_PATH || phoneFiles.find(path)
  if (!isThere) throw new FileError(`no such file or directory ${path}`)
}

function stat(path: string): object {
  const { bytes, modified } = phoneFiles.read(path)
  const times = { lastAccessedTime: modified, lastModifiedTime: modified }
  return { size: bytes.length, ...times, isFile: () => true, isDirectory: () => false }
}

function atOnce(): Apis {
  return {
    readFileSync: sync('readFileSync', readFile),
    writeFileSync: sync('writeFileSync', writeFile),
    saveFileSync: sync('saveFileSync', saveFile),
    copyFileSync: sync('copyFileSync', copyFile),
    unlinkSync: sync('unlinkSync', (path: string) => phoneFiles.remove(path)),
    accessSync: sync('accessSync', access),
    statSync: sync('statSync', stat),
  }
}

interface Input {
  filePath: string
  path: string
  srcPath: string
  destPath: string
  tempFilePath: string
  data: unknown
  encoding?: string
  position?: number
  length?: number
}

/** The methods of a FileSystemManager give no promise in WeChat, either. */
function later(): Apis {
  return {
    readFile: byCallback<Input>('readFile', ({ filePath, encoding, position, length }) => ({
      data: readFile(filePath, encoding, position, length),
    })),
    writeFile: byCallback<Input>('writeFile', ({ filePath, data, encoding }) =>
      writeFile(filePath, data, encoding),
    ),
    saveFile: byCallback<Input>('saveFile', ({ tempFilePath, filePath }) => ({
      savedFilePath: saveFile(tempFilePath, filePath),
    })),
    copyFile: byCallback<Input>('copyFile', ({ srcPath, destPath }) => copyFile(srcPath, destPath)),
    unlink: byCallback<Input>('unlink', ({ filePath }) => phoneFiles.remove(filePath)),
    access: byCallback<Input>('access', ({ path }) => access(path)),
    stat: byCallback<Input>('stat', ({ path }) => ({ stats: stat(path) })),
    getFileInfo: byCallback<Input>('getFileInfo', ({ filePath }) => {
      const file = phoneFiles.find(filePath)
      if (!file) throw new FileError('file not exist')
      return { size: file.bytes.length }
    }),
  }
}

function sync<A extends unknown[], R>(name: string, run: (...args: A) => R) {
  return (...args: A): R => {
    try {
      return run(...args)
    } catch (error) {
      throw new Error(`${name}:fail ${(error as Error).message}`, { cause: error })
    }
  }
}
