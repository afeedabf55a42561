import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { paths } from '../paths'

/** The names of the cloud functions: the folders with an `index.ts`. */
export function functionNames(): string[] {
  return readdirSync(paths.functions).filter((name) =>
    existsSync(path.join(paths.functions, name, 'index.ts')),
  )
}
