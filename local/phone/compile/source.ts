import fs from 'node:fs'
import path from 'node:path'
import type { CompileProblem } from '../program'

/** The files of one mini program, and what was found wrong in them. */
export class SourceTree {
  readonly problems: CompileProblem[] = []

  constructor(readonly root: string) {}

  has(file: string): boolean {
    return fs.existsSync(path.join(this.root, file))
  }

  read(file: string): string {
    return fs.readFileSync(path.join(this.root, file), 'utf8')
  }

  /** Reads a JSON file; a missing one is `undefined`, a broken one a problem with its position. */
  json(file: string): unknown {
    if (!this.has(file)) return undefined
    const text = this.read(file)
    try {
      return JSON.parse(text) as unknown
    } catch (error) {
      const message = (error as Error).message
      const offset = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
      this.problems.push({ file, ...positionAt(text, offset), message: `JSON 写错了：${message}` })
      return undefined
    }
  }

  /** Reports a problem where `snippet` first stands in the file, or at its beginning. */
  reportAt(file: string, snippet: string, message: string): void {
    const text = this.has(file) ? this.read(file) : ''
    const offset = Math.max(0, text.indexOf(snippet))
    this.problems.push({ file, ...positionAt(text, offset), message })
  }

  /** All files with this extension, relative to the root, with forward slashes. */
  list(extension: string): string[] {
    return fs
      .readdirSync(this.root, { recursive: true, encoding: 'utf8' })
      .map((file) => file.split(path.sep).join('/'))
      .filter((file) => file.endsWith(extension))
      .sort()
  }
}

function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
