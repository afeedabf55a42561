import { addDays, dayOf } from '../calendar'
import { describeCondition } from '../sheet/condition'
import { day, fields, line } from './fields'
import { plain } from './plain'
import { notNow, wrongField } from './refusal'
import { done, revoke } from './states'

const condition = fields({
  condition: line('还要补办什么'),
  until: day('最晚哪一天'),
})

/** So long may be left for what is still to be done. */
const GRACE_DAYS = 183

/** 学院核验: the college's word that a student may go, once everything before it is done. */
export const verification = plain({
  code: 'verification',
  title: '学院核验',
  prefix: 'HY',
  states: {
    verified: done('已核验', '学院已经核验，所有必办环节都办完了。'),
    // It opens the gate until its day, and turns nothing green: that day would turn it back.
    conditional: {
      waitsFor: 'nobody',
      says: ({ condition: text = '', until = '' }) =>
        `有条件核验：${describeCondition({ text, until })}`,
      explains: '到这一天为止可以先离校，请在这以前补办好，过了这一天离校凭证就不能用了。',
      item: { status: 'pending', turn: 'student' },
      asGoodAs: ({ status, turn }) => (status === 'done' || turn === 'staff' ? 'verified' : null),
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
      name: 'verify',
      from: ['none', 'revoked', 'conditional'],
      to: 'verified',
      by: ['counsellor', 'secretary'],
      label: '核验通过',
      did: '核验通过',
      guard: ({ lacking }) =>
        lacking.length === 0
          ? null
          : notNow(
              `还不能核验，必办环节没有办完：${lacking.map(({ title }) => title).join('、')}。`,
            ),
    },
    {
      name: 'verifyConditionally',
      from: ['none', 'revoked', 'conditional'],
      to: 'conditional',
      by: ['counsellor', 'secretary'],
      label: '有条件通过',
      did: '有条件核验通过',
      fields: condition,
      guard: ({ item, input, now }) => {
        if (item.rule.kind !== 'verification' || !item.rule.conditional) {
          return notNow('学院没有开通有条件核验。')
        }
        const [until, today] = [String(input.until), dayOf(now)]
        if (until < today) return wrongField('until', '最晚的那一天不能早于今天')
        if (until > addDays(today, GRACE_DAYS)) return wrongField('until', '最晚不能晚于半年以后')
        return null
      },
      keeps: ({ lacking }) => ({ covers: lacking.map(({ code }) => code) }),
    },
    revoke('verified', 'revoked', ['counsellor', 'secretary']),
    revoke('conditional', 'revoked', ['counsellor', 'secretary']),
  ],
  way: [{ state: 'verified', label: '学院核验' }],
  summary: (_, { condition: named }) => (named ? `条件：${String(named)}` : '核验通过'),
})
