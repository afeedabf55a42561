import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { CloudError } from '../cloud-error'

const schema = v.object({
  /** Seconds. CloudBase gives a function 3 unless told otherwise. */
  timeout: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(900)), 3),
  triggers: v.optional(
    v.array(v.object({ name: v.string(), type: v.literal('timer'), config: v.string() })),
    [],
  ),
  permissions: v.optional(v.object({ openapi: v.optional(v.array(v.string()), []) }), {}),
})

/** A function's `config.json`. */
export type FunctionConfig = v.InferOutput<typeof schema>

export const functionNotFound = (name: string) =>
  new CloudError(
    'FUNCTION_NOT_FOUND',
    `[ResourceNotFound.FunctionName] FunctionName parameter could not be found: ${name}`,
  )

/** The built functions of a folder, read anew each time: a build may have replaced them. */
export class FunctionFolder {
  constructor(readonly path: string) {}

  names(): string[] {
    if (!existsSync(this.path)) return []
    return readdirSync(this.path).filter((name) => this.#has(name))
  }

  /** The path of a function's index.js. Throws FUNCTION_NOT_FOUND. */
  entry(name: string): string {
    if (!this.#has(name)) throw functionNotFound(name)
    return join(this.path, name, 'index.js')
  }

  /** Throws FUNCTION_NOT_FOUND, or an error naming the file and field that are wrong. */
  config(name: string): FunctionConfig {
    if (!this.#has(name)) throw functionNotFound(name)
    const file = join(this.path, name, 'config.json')
    if (!existsSync(file)) return v.parse(schema, {})
    const result = v.safeParse(schema, JSON.parse(readFileSync(file, 'utf8')))
    if (result.success) return result.output
    const [issue] = result.issues
    throw new Error(`${file}: ${v.getDotPath(issue) ?? ''} ${issue.message}`)
  }

  #has(name: string): boolean {
    return /^[\w-]+$/.test(name) && existsSync(join(this.path, name, 'index.js'))
  }
}
