// @ts-check
import { personalFields, personalRecords } from '../personal-data.mjs'

const FIELDS = new Set(personalFields)
const RECORDS = new Set(personalRecords)

/**
 * An entry of the log names actions and codes; whoever it was about is in the audit trail.
 * @type {import('eslint').Rule.RuleModule}
 */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { personal: '日志里不可以有个人信息：{{name}}，见 tools/lint/personal-data.mjs' },
  },
  create(context) {
    return {
      ':matches(CallExpression[callee.name="log"], CallExpression[callee.object.name="console"]) Identifier'(
        /** @type {import('estree').Identifier & import('eslint').Rule.NodeParentExtension} */ node,
      ) {
        const { name } = node
        if (!FIELDS.has(name) && !(RECORDS.has(name) && isWhole(node))) return
        context.report({ node, messageId: 'personal', data: { name } })
      },
    }
  },
}

/**
 * The record itself, not `students.length` nor a key.
 * @param {import('estree').Identifier & import('eslint').Rule.NodeParentExtension} node
 */
function isWhole(node) {
  const { parent } = node
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed
  return parent.type !== 'Property' || parent.value === node
}
