import path from 'node:path'

/** Something wrong in a template or in what it declares; line and column count from 1. */
export interface Problem {
  file: string
  line: number
  column: number
  message: string
}

/** With slashes, as TypeScript wants its files, on Windows too. */
export function slashed(file: string): string {
  return file.split(path.sep).join('/')
}

/** In the form that editors and terminals make clickable. */
export function formatProblem({ file, line, column, message }: Problem): string {
  return `${file}:${line}:${column} ${message}`
}

/** Reading order: by file, then from top to bottom. */
export function byPlace(a: Problem, b: Problem): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column
}
