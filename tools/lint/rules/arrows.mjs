// @ts-check
import path from 'node:path'
import { arrows } from '../arrows.mjs'

/** Holds the arrows between the folders, however a module is imported. @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      folder: '{{from}}/ 不可以引用 {{to}}/，见 tools/lint/arrows.mjs',
      package: '{{from}}/ 不可以引用 {{to}}，见 tools/lint/arrows.mjs',
    },
  },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
    const [from = ''] = file.split('/')
    const allowed = /** @type {Record<string, { folders: string[], packages?: string[] }>} */ (
      arrows
    )[from]
    if (!allowed) return {}
    /** @param {import('estree').Node | null | undefined} source */
    const check = (source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return
      const { value } = source
      const relative = value.startsWith('.')
      const to = relative ? folderOf(file, value) : packageOf(value)
      const list = relative ? allowed.folders : allowed.packages
      if (!list || list.includes(to)) return
      context.report({
        node: source,
        messageId: relative ? 'folder' : 'package',
        data: { from, to },
      })
    }
    return {
      ImportDeclaration: ({ source }) => check(source),
      ExportNamedDeclaration: ({ source }) => check(source),
      ExportAllDeclaration: ({ source }) => check(source),
      ImportExpression: ({ source }) => check(source),
      'CallExpression[callee.name="require"]'(/** @type {import('estree').CallExpression} */ node) {
        check(node.arguments[0])
      },
      TSImportType: (/** @type {{ source: import('estree').Node }} */ { source }) => check(source),
    }
  },
}

/** @param {string} file @param {string} reference */
function folderOf(file, reference) {
  return path.posix.join(path.posix.dirname(file), reference).split('/')[0] ?? ''
}

/** @param {string} reference */
function packageOf(reference) {
  return reference.split('/', reference.startsWith('@') ? 2 : 1).join('/')
}
