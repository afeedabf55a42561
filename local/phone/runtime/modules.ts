import type { Program } from '../program'

type Scope = Record<string, unknown>
type Module = { exports: unknown }

/** Names of the browser that a mini program does not have; there they are not defined. */
const ABSENT = ['window', 'document', 'location', 'localStorage', 'fetch', 'XMLHttpRequest', 'self']

/** CommonJS as WeChat has it: relative paths, absolute ones, and `miniprogram_npm` upwards. */
export class Modules {
  private readonly loaded = new Map<string, Module>()
  private readonly sources: Program['modules']

  constructor(
    program: Program,
    /** What each module finds as if it were global: `wx`, `Page`, `getApp`, … */
    private readonly scope: Scope,
    /** Called around each module's code, which may register a component. */
    private readonly around: (path: string, run: () => void) => void,
  ) {
    this.sources = program.modules
  }

  has(path: string): boolean {
    return path in this.sources
  }

  load(path: string): unknown {
    const known = this.loaded.get(path)
    if (known) return known.exports
    const module: Module = { exports: {} }
    this.loaded.set(path, module)
    const require = (reference: string): unknown => this.load(this.resolve(path, reference))
    this.around(path, () => this.run(path, { ...this.scope, module, require }))
    return module.exports
  }

  /** The first line of the source stays the first line, so that positions in stacks are right. */
  private run(path: string, scope: Scope & { module: Module }): void {
    const names = [...Object.keys(scope), 'exports', ...ABSENT]
    const code = `(function (${names.join(', ')}) {${this.sources[path] ?? ''}\n})`
    const run = (0, eval)(`${code}\n//# sourceURL=miniprogram/${path}.js`) as (
      ...values: unknown[]
    ) => void
    run(...Object.values(scope), scope.module.exports)
  }

  private resolve(from: string, reference: string): string {
    const folder = from.split('/').slice(0, -1)
    const name = reference.replace(/\.js$/, '')
    const bases = /^[./]/.test(name)
      ? [join(name.startsWith('/') ? [] : folder, name)]
      : npm(folder, name)
    const found = bases.flatMap((base) => [base, `${base}/index`]).find((path) => this.has(path))
    if (found === undefined)
      throw new Error(`module '${reference}.js' is not defined, require in ${from}.js`)
    return found
  }
}

function npm(folder: string[], name: string): string[] {
  const depths = folder.map((_, depth) => folder.slice(0, folder.length - depth))
  return [...depths, []].map((at) => join(at, `miniprogram_npm/${name}`))
}

function join(folder: string[], reference: string): string {
  const parts = [...folder]
  for (const part of reference.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
