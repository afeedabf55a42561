import path from 'node:path'
import type { AppConfig, ComponentSource, PageConfig } from '../program'
import type { SourceTree } from './source'

/**
 * Walks from the pages of app.json over `usingComponents`, resolved as WeChat does: absolute, relative,
 * then `miniprogram_npm` folders upwards.
 */
export function collectComponents(tree: SourceTree, app: AppConfig): ComponentSource[] {
  const found = new Map<string, ComponentSource>()
  const visit = (component: string, isPage: boolean): void => {
    if (found.has(component)) return
    const source = readComponent(tree, app, component, isPage)
    found.set(component, source)
    for (const used of source.uses) visit(used, false)
  }
  for (const page of pagesOf(app)) {
    if (tree.has(`${page}.wxml`)) visit(page, true)
    else tree.reportAt('app.json', path.posix.basename(page), `页面 ${page} 没有 .wxml 文件`)
  }
  const sources = [...found.values()]
  sources.forEach((source, index) => {
    if (!sharesStyles(source)) source.scope = `_${index.toString(36)}`
  })
  return sources
}

export function pagesOf(app: AppConfig): string[] {
  const packages = app.subPackages ?? app.subpackages ?? []
  return [...app.pages, ...packages.flatMap((p) => p.pages.map((page) => `${p.root}/${page}`))].map(
    (page) => path.posix.normalize(page),
  )
}

function readComponent(
  tree: SourceTree,
  app: AppConfig,
  component: string,
  isPage: boolean,
): ComponentSource {
  const file = `${component}.json`
  const config = (tree.json(file) ?? {}) as PageConfig
  const resolve = (origin: string, json: string, reference: string): string | undefined => {
    const resolved = resolveComponent(tree, origin, reference)
    if (resolved === undefined) tree.reportAt(json, reference, `找不到组件 ${reference}`)
    return resolved
  }
  const usingComponents: Record<string, string> = {}
  const take = (using: Record<string, string> | undefined, origin: string, json: string): void => {
    for (const [tag, reference] of Object.entries(using ?? {})) {
      const resolved = resolve(origin, json, reference)
      if (resolved !== undefined) usingComponents[tag] = `/${resolved}`
    }
  }
  take(app.usingComponents, 'app', 'app.json')
  take(config.usingComponents, component, file)
  const uses = Object.values(usingComponents).map((used) => used.slice(1))
  return { path: component, isPage, config: { ...config, usingComponents }, css: '', uses }
}

function resolveComponent(tree: SourceTree, from: string, reference: string): string | undefined {
  return candidates(from, reference)
    .flatMap((base) => [base, `${base}/index`])
    .find((base) => tree.has(`${base}.json`))
}

function candidates(from: string, reference: string): string[] {
  if (reference.startsWith('/')) return [reference.slice(1)]
  const folder = path.posix.dirname(from)
  const relative = path.posix.join(folder, reference)
  if (reference.startsWith('.')) return [relative]
  const parts = folder === '.' ? [] : folder.split('/')
  const npm = parts.map((_, depth) => parts.slice(0, parts.length - depth).join('/'))
  return [relative, ...[...npm, ''].map((at) => path.posix.join(at, 'miniprogram_npm', reference))]
}

/** A page's styles and those of `styleIsolation: shared` components apply beyond it. */
function sharesStyles({ isPage, config }: ComponentSource): boolean {
  const isolation = config.styleIsolation
  if (isolation === undefined) return isPage && config.component !== true
  return isolation === 'shared' || isolation === 'page-shared'
}
