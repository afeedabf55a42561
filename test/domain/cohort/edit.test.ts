import fc from 'fast-check'
import { editCohort, partChange, type PartChange } from '../../../domain/cohort/edit'
import { differences } from '../../../domain/cohort/difference'
import { todosOf } from '../../../domain/cohort/todos'
import { ALL_SEEN } from '../../../domain/cohort/copy'
import { parseCohort } from '../../../domain/cohort/parse'
import type { Cohort } from '../../../domain/cohort/schema'
import { ClearanceError } from '../../../domain/errors'
import * as v from 'valibot'
import { cohort2022 } from '../cohort2022'

const NEW_ITEM = {
  code: 'extra-1',
  title: '归还毕业服',
  step: 1,
  required: false,
  department: '学生处',
  rule: { kind: 'completion' },
  todo: '把毕业服还回去',
  guidance: { paragraphs: [{ text: '洗净叠好，交到学院。' }] },
}

test.each<[string, PartChange, string[]]>([
  [
    'a date',
    { do: 'set', path: 'items.7.window.to', value: '2022-06-25' },
    ['环节 8（退宿） › 办理时间 › 截止日期：「2022 年 6 月 22 日」改为「2022 年 6 月 25 日」'],
  ],
  [
    'a ★',
    { do: 'set', path: 'items.3.required', value: true },
    ['环节 4（一卡通清算） › 是否必办：「否」改为「是」'],
  ],
  [
    'a contact',
    { do: 'set', path: 'items.5.contacts.0.phones', value: ['025-85395028', '13800000000'] },
    [
      '环节 6（图书归还） › 联系人 1 › 联系电话：去掉了「025-85395027」',
      '环节 6（图书归还） › 联系人 1 › 联系电话：加了「025-85395028」',
      '环节 6（图书归还） › 联系人 1 › 联系电话：加了「13800000000」',
    ],
  ],
  [
    'a long text, where it differs',
    {
      do: 'set',
      path: 'items.0.guidance.paragraphs.1.text',
      value: (cohort2022.items[0]?.guidance.paragraphs[1]?.text ?? '').replace('间隔', '间歇'),
    },
    [
      '环节 1（学费） › 办理说明 › 说明段落 2 › 文字：「…过（同步有时间间隔）。」改为「…过（同步有时间间歇）。」',
    ],
  ],
  [
    'a new item',
    { do: 'insert', path: 'items', at: 11, value: NEW_ITEM },
    ['加了环节「归还毕业服」'],
  ],
  ['an item taken away', { do: 'remove', path: 'items.4' }, ['去掉了环节「团组织关系转接」']],
  ['another order', { do: 'move', path: 'items.0', to: 2 }, ['环节的顺序变了']],
  [
    'no place any more',
    { do: 'set', path: 'items.5.guidance.place' },
    ['环节 6（图书归还） › 办理说明 › 办理地点：去掉了「图书馆」'],
  ],
  [
    'for whom an item is',
    { do: 'set', path: 'items.6.appliesTo', value: ['upgrade'] },
    ['环节 7（档案派遣） › 适用于：加了「专转本」'],
  ],
  [
    'a paragraph more',
    {
      do: 'insert',
      path: 'items.10.guidance.paragraphs',
      at: 1,
      value: { text: '可以查看进度。' },
    },
    ['环节 11（学院核验） › 办理说明 › 说明段落：加了「可以查看进度。」'],
  ],
])('%s is changed, and told in a sentence', (_, change, sentences) => {
  expect(differences(cohort2022, editCohort(cohort2022, [change]))).toEqual(sentences)
})

test('nothing differs from itself', () => {
  expect(differences(cohort2022, parseCohort(JSON.parse(JSON.stringify(cohort2022))))).toEqual([])
})

/** What becomes of a change of 2022 届. */
function attempt(changes: PartChange[]): Cohort | ClearanceError {
  try {
    return editCohort(cohort2022, changes)
  } catch (error) {
    if (error instanceof ClearanceError) return error
    throw error
  }
}

test.each<[string, PartChange, string]>([
  ['a step that items stand in', { do: 'remove', path: 'steps.1' }, '没有第 2 步，共有 1 步'],
  ['a field that nobody knows', { do: 'set', path: 'constructor', value: 1 }, '不认识这个字段'],
  ['an empty list of items', { do: 'set', path: 'items', value: [] }, '至少要有一项'],
  [
    'a place that is not there',
    { do: 'set', path: 'items.99.title', value: '甲' },
    '草稿里没有这一处',
  ],
  ['an entry that is not there', { do: 'remove', path: 'steps.7' }, '草稿里没有这一处'],
  ['a part of a text', { do: 'set', path: 'name.first', value: '甲' }, '草稿里没有这一处'],
  ['a list that is none', { do: 'insert', path: 'name', at: 0, value: '甲' }, '草稿里没有这一处'],
])('%s is refused', (_, change, sentence) => {
  const refused = attempt([change])
  expect(refused).toBeInstanceOf(ClearanceError)
  expect(refused).toMatchObject({ message: expect.stringContaining(sentence) as string })
})

test('whatever is asked for, there is a cohort or a refusal in Chinese', () => {
  const path = fc.oneof(
    fc.constantFrom('items', 'items.0', 'items.3.rule', 'steps', 'notice', 'items.0.window.to'),
    fc.stringMatching(/^[a-z]{1,8}(\.([a-z]{1,8}|[0-9]{1,2})){0,3}$/),
  )
  const place = fc.integer({ min: 0, max: 20 })
  const change = fc.oneof(
    fc.record({ do: fc.constant('set' as const), path, value: fc.jsonValue() }),
    fc.record({ do: fc.constant('insert' as const), path, at: place, value: fc.jsonValue() }),
    fc.record({ do: fc.constant('remove' as const), path }),
    fc.record({ do: fc.constant('move' as const), path, to: place }),
  )
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const changed = attempt(changes)
      if (changed instanceof ClearanceError) expect(changed.message).toMatch(/[一-龥]/)
      else expect(parseCohort(changed)).toEqual(changed)
    }),
  )
})

test('the year of a cohort cannot be changed, nor anything that is no field', () => {
  for (const path of ['_id', '__proto__', 'items.0.__proto__', 'items..title', '']) {
    expect(v.is(partChange, { do: 'set', path, value: '2031' })).toBe(false)
  }
})

test('an item that is required and that nobody can finish is something left to do', () => {
  const cohort = editCohort(cohort2022, [
    { do: 'insert', path: 'items', at: 0, value: { ...NEW_ITEM, required: true } },
  ])
  expect(todosOf({ cohort, from: '2022', unseen: ALL_SEEN })).toEqual([
    {
      page: 'item',
      code: 'extra-1',
      count: 1,
      text: '「归还毕业服」没有选怎么办理，谁也办不完它',
    },
  ])
})
