import { misfitOf } from '../../../domain/cohort/fit'
import type { Item } from '../../../domain/cohort/schema'
import { cohort2022, withRegistered } from '../cohort2022'

const item = (code: string, changes: Partial<Item> = {}): Item => {
  const found = cohort2022.items.find((each) => each.code === code)
  if (!found) throw new Error(`no ${code}`)
  return { ...found, ...changes }
}

const added = (changes: Partial<Item>): Item => item('party', { code: 'added', ...changes })

test('every item of 2022 届 fits, and what an office registers', () => {
  const misfits = withRegistered.items.map((each) => misfitOf(each, withRegistered))
  expect(misfits.filter(Boolean)).toEqual([])
})

test.each<[string, Item, string]>([
  [
    'a refund of what is no card',
    added({ title: '毕业服押金', procedure: 'cardRefund' }),
    '「毕业服押金」选了一卡通退费，办结依据要选「一卡通余额」',
  ],
  [
    'a check-out of what is no room',
    added({ title: '还柜子', procedure: 'dormCheckout' }),
    '「还柜子」选了退宿，办结依据要选「宿舍数据」',
  ],
  [
    'a second item with one procedure',
    added({ title: '团费', procedure: 'league' }),
    '「团费」和「团组织关系转接」都选了团组织关系转接，只能有一个',
  ],
  [
    'what nobody can register',
    added({ title: '毕业照', procedure: undefined }),
    '「毕业照」没有选怎么办理，谁也办不完它',
  ],
])('%s is named', (_, wrong, sentence) => {
  const items = [...cohort2022.items, wrong]
  expect(misfitOf(wrong, { items })).toBe(sentence)
})

test('several items may be registered, and share the thread about fees', () => {
  const another = added({ procedure: 'register' })
  expect(misfitOf(another, { items: [...withRegistered.items, another] })).toBeNull()
  expect(misfitOf(item('tuition'), cohort2022)).toBeNull()
})
