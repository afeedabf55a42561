import { day, fields, line } from './fields'
import { plain } from './plain'
import { notNow } from './refusal'
import { done, revoke } from './states'

const condition = fields({
  condition: line('还要补办什么'),
  until: day('最晚哪一天'),
})

/** 学院核验: the college's word that a student may go, once everything before it is done. */
export const verification = plain({
  ...{ code: 'verification', title: '学院核验', prefix: 'HY' },
  states: {
    verified: done('已核验', '学院已经核验，所有必办环节都办完了。'),
    conditional: {
      ...done('已有条件核验', '请在约定的日子以前补办好。'),
      says: () => '学院有条件核验通过',
    },
    // Turned back: the rule of the item asks again whether everything before it is done.
    revoked: {
      waitsFor: 'nobody',
      says: ({ note }) => `核验被撤销：${note}`,
      explains: '请找辅导员问清楚，办好后会再核验。',
      item: { status: 'pending', turn: 'student' },
      bad: true,
      backTo: 'verified',
    },
  },
  rows: [
    {
      ...{ name: 'verify', from: ['none', 'revoked', 'conditional'], to: 'verified' },
      ...{ by: ['counsellor', 'secretary'], label: '核验通过', did: '核验通过' },
      guard: ({ lacking }) =>
        lacking.length === 0
          ? null
          : notNow(`还不能核验，必办环节没有办完：${lacking.join('、')}。`),
    },
    {
      ...{ name: 'verifyConditionally', from: ['none', 'revoked'], to: 'conditional' },
      ...{ by: ['counsellor', 'secretary'], label: '有条件通过', did: '有条件核验通过' },
      fields: condition,
      guard: ({ item }) =>
        item.rule.kind === 'verification' && item.rule.conditional
          ? null
          : notNow('学院没有开通有条件核验。'),
    },
    revoke('verified', 'revoked', ['counsellor', 'secretary']),
    revoke('conditional', 'revoked', ['counsellor', 'secretary']),
  ],
  way: [{ state: 'verified', label: '学院核验' }],
  summary: (_, { condition: named }) => (named ? `条件：${String(named)}` : '核验通过'),
})
