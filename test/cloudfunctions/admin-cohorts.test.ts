import type { ActionName, Input, Output } from '../../domain/api'
import type { Publication } from '../../domain/cohort/draft'
import type { PartChange } from '../../domain/cohort/edit'
import type { Cohort } from '../../domain/cohort/schema'
import { tallyAll, type Tally } from '../../domain/statistics/tally'
import type { Student } from '../../domain/student/student'
import { openidOf, OWN_STUDENT, SmallSchool, STUDENT_OPENID } from './small-school'

const ADMIN = openidOf('administrator', 'own')
const OTHER_ADMIN = openidOf('administrator', 'foreign')

let school: SmallSchool
let asked = 0
const requestId = () => `cohort-test-${String(++asked).padStart(8, '0')}`

beforeEach(async () => {
  school = await SmallSchool.open()
})
afterEach(() => school.close())

async function done<Name extends ActionName>(
  name: Name,
  input: Omit<Input<Name>, 'requestId'> | object,
  openid = ADMIN,
): Promise<Output<Name>> {
  const answer = await school.call(openid, name, input)
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
  return answer.data
}

const copy = (to: string) => done('admin.copy', { from: '2022', to, requestId: requestId() })

function edit(cohort: string, version: number, changes: PartChange[], more: object = {}) {
  return done('admin.edit', { cohort, version, changes, requestId: requestId(), ...more })
}

/** Everything that a copy has left to be looked at is looked at. */
async function looked(year: string): Promise<number> {
  const { version, unseen, cohort } = await done('admin.draft', { cohort: year })
  const same: PartChange[] = [{ do: 'set', path: 'school', value: cohort.school }]
  await edit(year, version, same, { looked: 'days' })
  await edit(year, version + 1, same, { looked: 'contacts' })
  const texts = ['notice', 'important', 'items'].map((path): PartChange => ({
    do: 'set',
    path,
    value: cohort[path as keyof Cohort],
  }))
  expect(unseen.texts.length).toBeGreaterThan(5)
  const { todos, version: last } = await edit(year, version + 2, [
    ...texts.slice(0, 2),
    ...cohort.items.map(({ guidance }, index): PartChange => ({
      do: 'set',
      path: `items.${index}.guidance`,
      value: guidance,
    })),
  ])
  expect(todos).toEqual([])
  return last
}

const publish = (cohort: string, version: number) =>
  done('admin.publish', { cohort, version, requestId: requestId() })

test('a copy for another year has every day moved, and says what is to be looked at', async () => {
  const { cohort, todos, version } = await copy('2027')
  expect(cohort).toMatchObject({ _id: '2027', name: '2027 届' })
  expect(cohort.items.find(({ code }) => code === 'dorm')?.window).toEqual({
    from: '2027-06-09',
    to: '2027-06-22',
  })
  expect(version).toBe(0)
  expect(todos.map(({ page }) => page)).toEqual(['days', 'contacts', 'texts'])
  const { cohorts } = await done('admin.cohorts', {})
  expect(cohorts).toMatchObject([
    { cohort: '2027', published: null, draft: { left: 12 } },
    { cohort: '2022', published: { number: 0 }, draft: null },
  ])
})

test('a year has one draft, and a published year is not made of another one’s', async () => {
  await copy('2027')
  const again = { from: '2022', to: '2027', requestId: requestId() }
  expect(await school.call(OTHER_ADMIN, 'admin.copy', again)).toMatchObject({
    error: { code: 'CONFLICT', message: expect.stringContaining('已经有一份草稿') as string },
  })
  await publish('2027', await looked('2027'))
  const over = { ...again, requestId: requestId() }
  expect(await school.call(ADMIN, 'admin.copy', over)).toMatchObject({
    error: { code: 'CONFLICT', message: '2027 届已经发布了，请打开它直接修改。' },
  })
})

test('the second of two who change the same draft is told who was first, and nothing is lost', async () => {
  await copy('2027')
  const change = (text: string): PartChange[] => [
    { do: 'set', path: 'items.7.guidance.place', value: text },
  ]
  await edit('2027', 0, change('一站式大厅'))
  const late = { cohort: '2027', version: 0, changes: change('宿管站'), requestId: requestId() }
  expect(await school.call(OTHER_ADMIN, 'admin.edit', late)).toMatchObject({
    ok: false,
    error: {
      code: 'CONFLICT',
      message: expect.stringMatching(/^教职工\d+在 09:0\d 改过/) as string,
    },
  })
  const { cohort } = await done('admin.draft', { cohort: '2027' })
  expect(cohort.items[7]?.guidance.place).toBe('一站式大厅')
})

test('a change that would be wrong is refused at its place, and changes nothing', async () => {
  await copy('2027')
  const before = JSON.stringify(school.contents())
  const answer = await school.call(ADMIN, 'admin.edit', {
    cohort: '2027',
    version: 0,
    requestId: requestId(),
    changes: [
      { do: 'set', path: 'items.7.window.to', value: '2027-06-01' },
      { do: 'set', path: 'items.0.contacts.0.phones', value: ['8539'] },
    ],
  })
  expect(answer).toMatchObject({
    ok: false,
    error: {
      code: 'INVALID',
      fields: { 'items.0.contacts.0.phones.0': expect.anything() as string },
    },
  })
  expect(JSON.stringify(school.contents())).toBe(before)
})

test('nothing is published while something is left to look at', async () => {
  await copy('2027')
  expect(
    await school.call(ADMIN, 'admin.publish', {
      cohort: '2027',
      version: 0,
      requestId: requestId(),
    }),
  ).toMatchObject({
    error: { code: 'INVALID', message: expect.stringContaining('还有 12 处要做') as string },
  })
})

test('what is published is the cohort, under a number, with what changed', async () => {
  await copy('2027')
  const version = await looked('2027')
  const item = {
    code: 'extra-1',
    title: '归还毕业服',
    step: 1,
    required: false,
    department: '学生处',
    rule: { kind: 'completion' },
    procedure: 'register',
    todo: '把毕业服还回去',
    guidance: { paragraphs: [{ text: '洗净叠好，交到学院。' }] },
  }
  await edit('2027', version, [
    { do: 'insert', path: 'items', at: 1, value: item },
    { do: 'remove', path: 'items.2' },
    { do: 'set', path: 'items.3.required', value: true },
  ])
  const { changes } = await done('admin.check', { cohort: '2027' })
  expect(changes).toEqual(
    expect.arrayContaining(['加了环节「归还毕业服」', '去掉了环节「住宿费」']),
  )
  expect(await publish('2027', version + 1)).toMatchObject({ name: '2027 届', number: 1 })
  const [stored] = school.cloud.store.find<Cohort>('cohorts', { filter: { _id: '2027' } })
  expect(stored?.items.map(({ code }) => code)).toContain('extra-1')
  const [publication] = school.cloud.store.find<Publication>('publications', {})
  expect(publication).toMatchObject({ _id: '2027#1', number: 1, changes })
  expect(school.cloud.store.find('drafts', {})).toEqual([])
})

test('the same request publishes once', async () => {
  await copy('2027')
  const input = { cohort: '2027', version: await looked('2027'), requestId: requestId() }
  const first = await school.call(ADMIN, 'admin.publish', input)
  expect(await school.call(ADMIN, 'admin.publish', input)).toEqual(first)
  expect(school.cloud.store.find('publications', {})).toHaveLength(1)
})

test('a student of whom nothing is known sees the draft as it is', async () => {
  await copy('2027')
  await edit('2027', 0, [{ do: 'set', path: 'items.3.required', value: true }])
  const { sheet, item } = await done('admin.preview', {
    cohort: '2027',
    traits: ['boarder'],
    code: 'dorm',
  })
  const rows = sheet.steps.flatMap(({ items }) => items)
  expect(rows.find(({ code }) => code === 'card')?.required).toBe(true)
  expect(rows.find(({ code }) => code === 'league')?.status).toBe('exempt')
  expect(item?.item.title).toBe('退宿')
})

test('after publishing, the timer brings the counts of every student to it, once', async () => {
  for (let number = 1; number <= 25; number++) await school.addBoarder(number)
  await done('admin.copy', { from: '2022', to: '2022', requestId: requestId() })
  await edit('2022', 0, [{ do: 'set', path: 'items.3.required', value: true }])
  await publish('2022', 1)
  // Functions that know the cohort of before are left a minute to forget it.
  expect(await minute()).toMatchObject({ data: { looked: 0, written: 0 } })
  school.cloud.clock.set('2022-06-10T09:02:30+08:00')
  await minute()
  expect(await progress('2022')).toEqual({ state: 'done', done: 27, total: 27 })
  const derived = school.cloud.store.find<Student>('students', {})
  expect(derived.every(({ items }) => items?.card !== undefined)).toBe(true)
  const tallies = school.cloud.store.find<Tally>('tallies', {})
  expect(byId(tallies)).toEqual(byId(tallyAll(derived)))
  expect(await minute()).toMatchObject({ data: { looked: 0, written: 0 } })
})

test('a run that ended halfway is gone on with, and writes only who is behind', async () => {
  await done('admin.copy', { from: '2022', to: '2022', requestId: requestId() })
  await edit('2022', 0, [{ do: 'set', path: 'school', value: '城市职业学院' }])
  await publish('2022', 1)
  const deriving = { state: 'waiting', last: OWN_STUDENT, done: 1, total: 2 }
  await school.cloud.store.update('publications', { _id: '2022#1' }, { $set: { deriving } })
  school.cloud.clock.set('2022-06-10T09:02:30+08:00')
  await minute()
  expect(await progress('2022')).toMatchObject({ state: 'done' })
  const digests = school.cloud.store.find<Student>('students', {}).map(({ items }) => items)
  expect(digests.map((items) => items !== undefined)).toEqual([false, true])
})

test('a run reads once more for each student whose counts change', async () => {
  /** The reads of a run after 2022 届 was published again, with so many students in it. */
  const readsWith = async (from: number, to: number, title: string): Promise<number> => {
    for (let number = from; number <= to; number++) await school.addBoarder(number)
    const { version } = await done('admin.copy', {
      from: '2022',
      to: '2022',
      requestId: requestId(),
    })
    await edit('2022', version, [
      { do: 'set', path: 'items.3.required', value: title === 'required' },
      { do: 'set', path: 'items.3.code', value: title },
    ])
    const { number } = await publish('2022', version + 1)
    const at = '2022-06-10T00:00:00.000Z'
    await school.cloud.store.update('publications', { _id: `2022#${number}` }, { $set: { at } })
    await fetch(`${school.cloud.url}/dev/stats`)
    await minute()
    const stats = await fetch(`${school.cloud.url}/dev/stats`)
    return ((await stats.json()) as { reads: number }).reads
  }
  const few = await readsWith(1, 20, 'required')
  const many = await readsWith(21, 40, 'plain')
  // Twenty students, and the tally once more for every twenty.
  expect(many - few).toBe(21)
})

test('the sheet of a student follows what was published', async () => {
  await done('admin.copy', { from: '2022', to: '2022', requestId: requestId() })
  await edit('2022', 0, [{ do: 'set', path: 'items.3.title', value: '一卡通销户' }])
  await publish('2022', 1)
  school.cloud.clock.set('2022-06-10T09:02:30+08:00')
  const { steps } = await done('clearance.sheet', {}, STUDENT_OPENID)
  expect(steps[0]?.items.map(({ title }) => title)).toContain('一卡通销户')
})

test('a dropped draft is gone, and what is published is not', async () => {
  await done('admin.copy', { from: '2022', to: '2022', requestId: requestId() })
  await done('admin.discard', { cohort: '2022', version: 0, requestId: requestId() })
  expect((await done('admin.cohorts', {})).cohorts).toMatchObject([
    { cohort: '2022', published: { number: 0 }, draft: null },
  ])
})

const minute = () => school.cloud.invoke('admin', { Type: 'Timer' }, { source: 'wx_trigger' })

async function progress(year: string) {
  const { cohorts } = await done('admin.cohorts', {})
  return cohorts.find(({ cohort }) => cohort === year)?.deriving
}

function byId(tallies: readonly Tally[]): Tally[] {
  return [...tallies].sort((a, b) => (a._id < b._id ? -1 : 1))
}
