import path from 'node:path'
import postcss, { CssSyntaxError, type AtRule, type Root } from 'postcss'
import selectorParser from 'postcss-selector-parser'
import { domTag } from '../dom-tag'
import type { ComponentSource } from '../program'
import { rpxToCss } from '../rpx'
import type { SourceTree } from './source'

type Styled = Pick<ComponentSource, 'path' | 'scope' | 'isPage'>

/**
 * Turns a component's WXSS into CSS: `@import` is inlined, `rpx` follows the phone's width, tags become
 * DOM tags, and classes carry the component's scope as glass-easel writes it (`scope--class`).
 */
export function compileStyles(tree: SourceTree, { path, scope, isPage }: Styled): string {
  const file = `${path}.wxss`
  if (!tree.has(file)) return ''
  const root = load(tree, file, [])
  root.walkDecls((declaration) => {
    declaration.value = rpxToCss(declaration.value)
  })
  const selectors = scopeSelectors(scope)
  root.walkRules((rule) => {
    const inKeyframes =
      rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name)
    if (inKeyframes) return
    rule.selector = selectors.processSync(rule.selector)
    if (isPage) rule.selectors = rule.selectors.map((selector) => `${onPage(path)} ${selector}`)
  })
  return root.toString()
}

/** In WeChat each page is a document of its own; `:where()` adds nothing to a rule's specificity. */
function onPage(path: string): string {
  return `:where(phone-frame[data-page="${path}"])`
}

function scopeSelectors(scope: string | undefined) {
  return selectorParser((selectors) => {
    selectors.walkTags((tag) => {
      tag.value = domTag(tag.value)
    })
    selectors.walkPseudos((pseudo) => {
      if (pseudo.value !== ':host') return
      const attribute = 'wx-host'
      const host = {
        attribute,
        operator: '=',
        value: scope ?? '',
        quoteMark: '"',
        raws: {},
      } as const
      pseudo.replaceWith(selectorParser.attribute(host))
    })
    if (scope === undefined) return
    selectors.walkClasses((name) => {
      name.value = `${scope}--${name.value}`
    })
  })
}

function load(tree: SourceTree, file: string, importers: string[]): Root {
  const root = parse(tree, file)
  root.walkAtRules('import', (rule) => {
    const reference = /^(?:url\()?\s*["']([^"']+)["']/.exec(rule.params)?.[1] ?? ''
    const target = resolveImport(file, reference)
    if (importers.includes(target)) rule.remove()
    else if (tree.has(target)) rule.replaceWith(load(tree, target, [...importers, file]).nodes)
    else tree.reportAt(file, reference, `找不到 ${reference}`)
  })
  return root
}

function resolveImport(from: string, reference: string): string {
  const file = reference.endsWith('.wxss') ? reference : `${reference}.wxss`
  if (file.startsWith('/')) return file.slice(1)
  return path.posix.join(path.posix.dirname(from), file)
}

function parse(tree: SourceTree, file: string): Root {
  try {
    return postcss.parse(tree.read(file), { from: file })
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error
    const { line = 1, column = 1, reason } = error
    tree.problems.push({ file, line, column, message: `WXSS：${reason}` })
    return postcss.root()
  }
}
