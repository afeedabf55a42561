import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { paths } from '../paths'

interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  usingComponents?: Record<string, string>
}

/** A page or component: its path in the built mini program, and its files without their extension. */
export interface Unit {
  name: string
  source: string
}

const NPM = 'miniprogram_npm/'

export function readJson<Shape>(file: string): Shape {
  return JSON.parse(readFileSync(file, 'utf8')) as Shape
}

/** The source behind a path of the built mini program: the project's own, or an npm package's. */
export function sourceOf(name: string, root = paths.miniprogram): string {
  if (!name.startsWith(NPM)) return path.join(root, name)
  const [packageName = '', ...rest] = name.slice(NPM.length).split('/')
  const folder = path.join(paths.root, 'node_modules', packageName)
  const manifest = path.join(folder, 'package.json')
  const { miniprogram } = existsSync(manifest) ? readJson<{ miniprogram?: string }>(manifest) : {}
  return path.join(folder, miniprogram ?? 'miniprogram_dist', ...rest)
}

/** Every page of `app.json` and every component that one of them uses, however deep. */
export function findUnits(): Unit[] {
  const app = readJson<AppJson>(path.join(paths.miniprogram, 'app.json'))
  const subPages = (app.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => path.posix.join(root, page)),
  )
  const found = new Map<string, Unit>()
  const visit = (name: string): void => {
    if (found.has(name)) return
    const unit = { name, source: sourceOf(name) }
    found.set(name, unit)
    usedBy(`${unit.source}.json`, name).forEach(visit)
  }
  usedBy(path.join(paths.miniprogram, 'app.json'), 'app').forEach(visit)
  for (const page of [...app.pages, ...subPages]) visit(page)
  return [...found.values()]
}

function usedBy(jsonFile: string, from: string): string[] {
  if (!existsSync(jsonFile)) throw new Error(`缺少 ${path.relative(paths.root, jsonFile)}`)
  const { usingComponents = {} } = readJson<Pick<AppJson, 'usingComponents'>>(jsonFile)
  return Object.values(usingComponents).map((reference) => resolveReference(reference, from))
}

/** As WeChat resolves it: `/from/the/root`, relative to the user of the component, or npm. */
export function resolveReference(
  reference: string,
  from: string,
  root = paths.miniprogram,
): string {
  if (reference.startsWith('/')) return reference.slice(1)
  const relative = path.posix.join(path.posix.dirname(from), reference)
  const own = existsSync(`${sourceOf(relative, root)}.json`)
  return own || reference.startsWith('.') ? relative : NPM + reference
}
