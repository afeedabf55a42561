// @ts-check

const READS = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'MemberExpression[object.name="Date"][property.name="now"]',
  'MemberExpression[object.name="performance"][property.name="now"]',
  'MemberExpression[object.name="process"][property.name=/^(hrtime|uptime)$/]',
]

/**
 * Time comes from the one clock, which a laptop can move: a second one would say another day.
 * @type {import('eslint').Rule.RuleModule}
 */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { clock: '时间只从 cloudfunctions/shared/clock.ts 读，规则里的时间由参数给' },
  },
  create(context) {
    return {
      [READS.join(', ')](/** @type {import('eslint').Rule.Node} */ node) {
        context.report({ node, messageId: 'clock' })
      },
    }
  },
}
