// @ts-check

/**
 * The mini program reaches the cloud by `call()` alone, which is typed and turns refusals into errors.
 * Option: the members of `wx.cloud` that a file may use.
 * @type {import('eslint').Rule.RuleModule}
 */
export default {
  meta: {
    type: 'problem',
    schema: [{ type: 'array', items: { type: 'string' } }],
    messages: {
      member: '不可以直接用 wx.cloud.{{name}}，调云函数用 services/call.ts 的 call()',
      whole: '不可以把 wx 或 wx.cloud 拆开或存起来，调云函数用 services/call.ts 的 call()',
    },
  },
  create(context) {
    const allowed = /** @type {string[]} */ (context.options[0] ?? [])
    return {
      MemberExpression(node) {
        if (!isCloud(node)) return
        const { parent } = node
        if (parent.type !== 'MemberExpression') return context.report({ node, messageId: 'whole' })
        const name = nameOf(parent)
        if (!allowed.includes(name)) {
          context.report({ node: parent, messageId: 'member', data: { name } })
        }
      },
      'VariableDeclarator[init.name="wx"]'(/** @type {import('eslint').Rule.Node} */ node) {
        context.report({ node, messageId: 'whole' })
      },
    }
  },
}

/** @param {import('estree').MemberExpression} node */
function isCloud(node) {
  return node.object.type === 'Identifier' && node.object.name === 'wx' && nameOf(node) === 'cloud'
}

/** `wx.cloud` and `wx['cloud']` alike. @param {import('estree').MemberExpression} node */
function nameOf({ property, computed }) {
  if (property.type === 'Identifier' && !computed) return property.name
  return property.type === 'Literal' ? String(property.value) : ''
}
