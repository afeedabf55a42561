import { editCohort } from '../../../../domain/cohort/edit'
import { formFor } from '../../../../miniprogram/packages/admin/forms'
import { errorsAt, type PartForm } from '../../../../miniprogram/packages/admin/forms/part-form'
import { copied } from './drafts'

const draft = copied()

function form(part: string): PartForm {
  const found = formFor(draft, part)
  if (!found) throw new Error(`no form for ${part}`)
  return found
}

const after = (part: string, typed: object = {}) => {
  const { typed: before, changes } = form(part)
  return editCohort(draft.cohort, changes({ ...before, ...typed }))
}

const PARTS = [
  ...['days', 'contacts', 'texts', 'notice', 'steps.0', 'important.1', 'notice.remarks.0'],
  ...['entrances.0', 'responsibilities.2', 'items.4.contacts.0', 'items.4.guidance.paragraphs.1'],
  ...['items.4.guidance.links.0', 'items.3.guidance.milestones.1'],
  ...draft.cohort.items.flatMap((_, index) =>
    ['', '.window', '.guidance', '.rule'].map((part) => `items.${index}${part}`),
  ),
]

test.each(PARTS)('saving the form of %s untouched changes nothing', (part) => {
  expect(after(part)).toEqual(draft.cohort)
})

test.each(['items.99', 'steps.9', 'nothing', 'items.0.nowhere', '__proto__.0', 'name.0'])(
  'there is no form for %s',
  (part) => {
    expect(formFor(draft, part)).toBeNull()
  },
)

test('a day is asked for once, and changes everywhere where it stood', () => {
  const { items, important } = after('days', { 'day-2027-06-15': '2027-06-18' })
  expect(items.slice(0, 3).map(({ window }) => window)).toEqual(
    Array.from({ length: 3 }, () => ({ to: '2027-06-18' })),
  )
  expect(important[0]?.until).toBe('2027-06-18')
})

test('the days say what they were, and where they stand', () => {
  const [first] = form('days').fields({})
  expect(first?.label).toBe('2022 届是 6 月 9 日')
  expect(first?.hint).toContain('退宿的开始日期')
})

test('a person in several items is asked for once', () => {
  const { fields, changes, typed } = form('contacts')
  expect(fields(typed).filter(({ label }) => label === '财务处联系人')).toHaveLength(1)
  const { items } = editCohort(
    draft.cohort,
    changes({ ...typed, 'person-0-phones': '025-85390000，13900000000' }),
  )
  const phones = items.slice(0, 4).map(({ contacts }) => contacts[0]?.phones)
  expect(phones).toEqual(Array.from({ length: 4 }, () => ['025-85390000', '13900000000']))
})

test('a text that stands in several places is shown once, with what it was', () => {
  const { fields, typed } = form('texts')
  const views = fields(typed)
  expect(views).toHaveLength(10)
  expect(views[0]).toMatchObject({
    label: '通知的标题',
    hint: '2022 届：关于做好 2022 届毕业生离校手续办理的通知',
  })
  expect(views.map(({ label }) => label)).toContain('学费的说明段落 1 等 3 处')
})

test('an item is added with the least that must be said of it', () => {
  const { items } = after('items.new', {
    title: '归还毕业服',
    todo: '还到学院',
    department: '学生处',
    text: '洗净叠好。',
  })
  expect(items.at(-1)).toMatchObject({
    code: 'item-1',
    title: '归还毕业服',
    step: 1,
    required: false,
    rule: { kind: 'completion' },
    guidance: { paragraphs: [{ text: '洗净叠好。', traits: [] }] },
  })
})

test('how long an item can be done is one of four, and asks only for what it needs', () => {
  const { fields } = form('items.7.window')
  const names = (kind: string) => fields({ kind }).map(({ name }) => name)
  expect(names('fromTo')).toEqual(['kind', 'from', 'to'])
  expect(names('undated')).toEqual(['kind', 'undated'])
  expect(names('always')).toEqual(['kind'])
  expect(after('items.7.window', { kind: 'always' }).items[7]?.window).toBeUndefined()
  expect(after('items.7.window', { kind: 'undated', undated: '待定' }).items[7]?.window).toEqual({
    undated: '待定',
  })
})

test('a sentence stands at the field that it is about', () => {
  const { places } = form('contacts')
  expect(errorsAt(places, { 'items.5.contacts.0.phones.0': '应为电话号码' })).toEqual({
    errors: { 'person-2-phones': '应为电话号码' },
    others: [],
  })
  expect(errorsAt(places, { 'steps.0.title': '不能为空' }).others).toEqual(['不能为空'])
})

test('an entry can be moved and taken away, one that is being added cannot', () => {
  expect(form('steps.1').entry).toEqual({
    list: 'steps',
    index: 1,
    count: 2,
    name: '学院核验',
  })
  expect(form('steps.new').entry).toBeUndefined()
})
