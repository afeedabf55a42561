import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { paths } from '../paths'
import { sourceOf, type Unit } from './components'
import { inlineIcons } from './icons'

/** A file to write into the built mini program, by its path there. */
export type Assets = Map<string, string | Buffer>

const REFERENCES: Record<string, RegExp> = {
  '.wxml': /<(?:import|include|wxs)\b[^>]*?\ssrc=["']([^"']+)["']/g,
  '.wxss': /@import\s+["']([^"']+)["']/g,
  '.wxs': /require\(\s*["']([^"']+)["']\s*\)/g,
}

/**
 * Everything of the mini program that is not TypeScript: app-wide files, images, and of each page and
 * component the WXML, WXSS, JSON and WXS with whatever these refer to.
 */
export function collectAssets(units: readonly Unit[]): Assets {
  const assets: Assets = new Map()
  for (const file of readdirSync(paths.miniprogram, { recursive: true, encoding: 'utf8' })) {
    if (/\.(svg|png|jpg)$/.test(file)) add(assets, file.split(path.sep).join('/'))
  }
  for (const file of ['app.json', 'app.wxss', 'theme.json', 'sitemap.json']) add(assets, file)
  for (const { name } of units) {
    for (const extension of ['.json', '.wxml', '.wxss']) add(assets, name + extension)
  }
  return assets
}

function add(assets: Assets, name: string): void {
  const source = sourceOf(name)
  if (assets.has(name) || !existsSync(source)) return
  const pattern = REFERENCES[path.extname(name)]
  const content = readFileSync(source)
  if (!pattern) {
    assets.set(name, content)
    return
  }
  const text = content.toString('utf8')
  assets.set(name, name.endsWith('.wxss') ? inlineIcons(text, name) : text)
  for (const [, reference = ''] of text.matchAll(pattern)) {
    const target = reference.startsWith('/')
      ? reference.slice(1)
      : path.posix.join(path.posix.dirname(name), reference)
    add(assets, path.extname(target) ? target : target + path.extname(name))
  }
}
