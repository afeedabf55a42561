// @ts-check

/** @typedef {import('estree').Node} Node */

const WRITES = new Set(['update', 'remove', 'set'])
const NAME = /^(tx|trx|transaction)$|Transaction$/

/**
 * In a transaction of CloudBase only `doc(id)` takes part. `where(…).update()` and `.remove()` are sent
 * without the transaction's id: they are written at once and stay when it is rolled back.
 * @type {import('eslint').Rule.RuleModule}
 */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      query: '事务里只有 doc(id) 的读写算数：where(…).{{name}}() 不在事务里，回滚时留下来',
    },
  },
  create(context) {
    return {
      CallExpression(node) {
        const { callee } = node
        if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
        const { name } = callee.property
        if (!WRITES.has(name)) return
        const { root, query } = chainOf(callee.object, context, node)
        if (query && (isTransaction(root, context, node) || isInTransaction(node))) {
          context.report({ node: callee.property, messageId: 'query', data: { name } })
        }
      },
    }
  },
}

/**
 * The beginning of `a.b().c()`, through constants, and whether there is a `where` on the way.
 * @param {Node} node @param {import('eslint').Rule.RuleContext} context @param {Node} at
 * @returns {{ root: Node, query: boolean }}
 */
function chainOf(node, context, at) {
  let query = false
  let root = node
  for (;;) {
    if (root.type === 'CallExpression') root = root.callee
    else if (root.type === 'AwaitExpression') root = root.argument
    else if (root.type === 'MemberExpression') {
      query ||= root.property.type === 'Identifier' && root.property.name === 'where'
      root = root.object
    } else {
      const held =
        root.type === 'Identifier' ? definitionOf(root.name, context, at)?.node?.init : null
      if (!held || startsTransaction(held)) return { root, query }
      root = held
    }
  }
}

/** @param {Node} root @param {import('eslint').Rule.RuleContext} context @param {Node} at */
function isTransaction(root, context, at) {
  if (root.type !== 'Identifier') return false
  const definition = definitionOf(root.name, context, at)
  const type = definition?.name.typeAnnotation?.typeAnnotation?.typeName?.name
  return NAME.test(root.name) || NAME.test(type ?? '') || startsTransaction(definition?.node.init)
}

/**
 * Where a name was declared; any, because ESTree's types know nothing of TypeScript's annotations.
 * @param {string} name @param {import('eslint').Rule.RuleContext} context @param {Node} at
 * @returns {any}
 */
function definitionOf(name, context, at) {
  /** @type {import('eslint').Scope.Scope | null} */
  let scope = context.sourceCode.getScope(at)
  for (; scope; scope = scope.upper) {
    const variable = scope.set.get(name)
    if (variable) return variable.defs[0]
  }
  return undefined
}

/** @param {any} node */
function startsTransaction(node) {
  const call = node?.type === 'AwaitExpression' ? node.argument : node
  return call?.callee?.property?.name === 'startTransaction'
}

/** Inside the function given to `runTransaction`. @param {import('eslint').Rule.Node} node */
function isInTransaction(node) {
  for (let { parent } = node; parent; { parent } = parent) {
    if (parent.type !== 'CallExpression' || parent.callee.type !== 'MemberExpression') continue
    const { property } = parent.callee
    if (property.type === 'Identifier' && property.name === 'runTransaction') return true
  }
  return false
}
