import type { Day } from '../../domain/statistics/days'
import type { AuditRecord } from '../../domain/audit/record'
import type { OutboxMessage } from '../../domain/messages/outbox'
import { clearedFacts } from '../domain/sheet/students'
import { CountedSchool, FOREIGN, leaver, OWN_CLASS, OWN_COLLEGE, reader } from './counted-school'
import { openidOf, type SmallSchool } from './small-school'

const counsellor = openidOf('counsellor', 'own')
const secretary = openidOf('secretary', 'own')
const librarian = openidOf('librarian', 'own')
const affairs = openidOf('studentAffairs', 'own')
const LIBRARY = { cohort: '2022', item: 'library' }
const OTHER_CLASS = '软件技术 1902 班'

let counted: CountedSchool
let school: SmallSchool

beforeAll(async () => {
  counted = await CountedSchool.open()
  school = counted.school
})
afterAll(() => counted.close())
beforeEach(() =>
  counted.fill([
    reader(1),
    reader(2, { openid: 'reader-2' }),
    leaver(3),
    reader(4, { className: OTHER_CLASS }),
    reader(5, FOREIGN),
    leaver(6, FOREIGN),
  ]),
)

describe('how far everybody is', () => {
  test('the school by college, each item in numbers', async () => {
    const overview = await counted.ask(affairs, 'statistics.overview')
    expect(overview).toMatchObject({
      cohort: { id: '2022' },
      name: '全校',
      students: 6,
      mayLeave: 2,
      exports: true,
      parts: {
        kind: 'college',
        rows: [
          { name: OWN_COLLEGE, students: 4, mayLeave: 1 },
          { name: FOREIGN.college, students: 2, mayLeave: 1 },
        ],
      },
    })
    expect(overview.items.find(({ code }) => code === 'library')).toMatchObject({
      title: '图书归还',
      required: true,
      done: 2,
      pending: 4,
      exempt: 0,
      listed: true,
    })
    expect(overview.items.find(({ code }) => code === 'hukou')).toMatchObject({ exempt: 6 })
  })

  test('a college by class, and a class by nothing', async () => {
    const college = await counted.ask(affairs, 'statistics.overview', { college: OWN_COLLEGE })
    expect(college).toMatchObject({ name: OWN_COLLEGE, students: 4, parts: { kind: 'class' } })
    expect(college.parts.rows.map(({ name }) => name)).toEqual([OWN_CLASS, OTHER_CLASS])
    const part = { college: OWN_COLLEGE, className: OTHER_CLASS }
    const one = await counted.ask(affairs, 'statistics.overview', part)
    expect(one).toMatchObject({ name: OTHER_CLASS, students: 1, parts: { rows: [] }, line: null })
  })

  test('nobody sees further than they look after', async () => {
    const seen = async (openid: string) =>
      (await counted.ask(openid, 'statistics.overview')).students
    expect(await seen(counsellor)).toBe(3)
    expect(await seen(secretary)).toBe(4)
    expect(await seen(openidOf('secretary', 'foreign'))).toBe(2)
    expect(await seen(openidOf('auditor', 'own'))).toBe(6)
    const answer = await school.call(counsellor, 'statistics.overview', { className: OTHER_CLASS })
    expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  })

  test('an office may see by name only who lacks its own items', async () => {
    const { items } = await counted.ask(librarian, 'statistics.overview')
    expect(items.filter(({ listed }) => listed).map(({ code }) => code)).toEqual(['library'])
    const { items: all, exports } = await counted.ask(
      openidOf('auditor', 'own'),
      'statistics.overview',
    )
    expect(all.some(({ listed }) => listed) || exports).toBe(false)
  })

  test('before there are students there is nothing to count', async () => {
    await counted.fill([])
    expect(await counted.ask(affairs, 'statistics.overview')).toMatchObject({
      cohort: null,
      students: 0,
      items: [],
    })
  })

  test('the newest cohort that has students is the one that counts', async () => {
    const { store } = school.cloud
    const [cohort] = store.find<object>('cohorts')
    await store.put('cohorts', [{ ...cohort, _id: '2023', name: '2023 届' }])
    await counted.fill([reader(1), reader(2, { cohort: '2023' })])
    expect(await counted.ask(affairs, 'statistics.overview')).toMatchObject({
      cohort: { id: '2023', name: '2023 届' },
      students: 1,
    })
    const earlier = await counted.ask(affairs, 'statistics.overview', { cohort: '2022' })
    expect(earlier).toMatchObject({ cohort: { id: '2022' }, students: 1 })
  })
})

describe('over time', () => {
  const night = async (day: string) => {
    school.cloud.clock.set(`${day}T04:00:00+08:00`)
    const trigger = { source: 'wx_trigger' }
    return school.cloud.invoke('nightly', { Type: 'Timer' }, trigger)
  }

  test('each night writes one day, and the overview draws them in order', async () => {
    await night('2022-06-11')
    await night('2022-06-11')
    await school.cloud.store.update(
      'tallies',
      { className: OTHER_CLASS },
      { $set: { mayLeave: 1 } },
    )
    await night('2022-06-12')
    const points = async (openid: string, part = {}) =>
      (await counted.ask(openid, 'statistics.overview', part)).line?.map(
        ({ day, students, mayLeave }) => `${day} ${mayLeave}/${students}`,
      )
    expect(await points(affairs)).toEqual(['2022-06-11 2/6', '2022-06-12 3/6'])
    expect(await points(secretary)).toEqual(['2022-06-11 1/4', '2022-06-12 2/4'])
    expect(await points(affairs, { college: FOREIGN.college })).toEqual([
      ...['2022-06-11 1/2', '2022-06-12 1/2'],
    ])
    expect(await points(counsellor)).toBeUndefined()
  })

  test('a day keeps how many had each item done, by college', async () => {
    await night('2022-06-11')
    const [day] = school.cloud.store.find<Day>('days')
    expect(day).toMatchObject({ _id: '2022#2022-06-11', cohort: '2022', day: '2022-06-11' })
    expect(day?.colleges.map(({ college, done }) => [college, done.library])).toEqual([
      [OWN_COLLEGE, 1],
      [FOREIGN.college, 1],
    ])
  })
})

describe('who lacks what', () => {
  const list = (openid: string, input = {}) =>
    counted.ask(openid, 'statistics.lacking', { ...LIBRARY, page: 0, ...input })

  test('names everybody within reach, with the reason and until when', async () => {
    const answer = await list(counsellor)
    expect(answer).toMatchObject({
      item: { title: '图书归还' },
      name: OWN_CLASS,
      total: 2,
      more: false,
      deadline: { text: '2022 年 7 月 2 日', daysLeft: 22 },
      reminds: true,
      opens: true,
    })
    expect(answer.rows.map(({ name, reason, daysLate }) => [name, reason, daysLate])).toEqual([
      ['读者1', '在借 1 本', 0],
      ['读者2', '在借 1 本', 0],
    ])
  })

  test('says how late it is after the deadline', async () => {
    school.cloud.clock.set('2022-07-05T09:00:00+08:00')
    expect((await list(counsellor)).rows[0]).toMatchObject({ daysLate: 3 })
  })

  test('the whole school falls apart by college, a college by class, most first', async () => {
    const answer = await list(affairs)
    expect([answer.total, answer.parts.rows]).toEqual([
      4,
      [
        { name: OWN_COLLEGE, pending: 3 },
        { name: FOREIGN.college, pending: 1 },
      ],
    ])
    expect((await list(secretary)).parts.rows).toEqual([
      { name: OWN_CLASS, pending: 2 },
      { name: OTHER_CLASS, pending: 1 },
    ])
    const other = await list(affairs, { college: OWN_COLLEGE, className: OTHER_CLASS })
    expect(other.rows.map(({ name }) => name)).toEqual(['读者4'])
  })

  test('comes twenty at a time', async () => {
    await counted.fill(Array.from({ length: 45 }, (_, n) => reader(n)))
    const pages = await Promise.all([0, 1, 2].map((page) => list(counsellor, { page })))
    expect(pages.map(({ rows, more }) => [rows.length, more])).toEqual([
      ...[[20, true] as const, [20, true] as const, [5, false] as const],
    ])
    const names = pages.flatMap(({ rows }) => rows.map(({ studentNo }) => studentNo))
    expect(new Set(names).size).toBe(45)
  })

  test('an office has its own list and no other; its rows open no sheet', async () => {
    expect(await list(librarian)).toMatchObject({ total: 4, opens: false })
    const input = { cohort: '2022', item: 'tuition', page: 0 }
    expect(await school.call(librarian, 'statistics.lacking', input)).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    })
  })

  test.each([
    ['a cohort', { ...LIBRARY, cohort: '1999' }],
    ['an item', { ...LIBRARY, item: 'moon' }],
  ])('%s that is not there is said to be none', async (_, input) => {
    const answer = await school.call(affairs, 'statistics.lacking', { ...input, page: 0 })
    expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  })
})

describe('a reminder to all of a list', () => {
  const remind = (openid: string, input = {}) =>
    counted.ask(openid, 'statistics.remind', {
      ...LIBRARY,
      requestId: counted.requestId(),
      ...input,
    })
  const outbox = () => school.cloud.store.find<OutboxMessage>('outbox', { order: { _id: 1 } })
  const minute = () => school.cloud.invoke('notify', { Type: 'Timer' }, { source: 'wx_trigger' })

  test('says what is missing and until when, and opens the item', async () => {
    expect(await remind(counsellor)).toEqual({
      reminded: 2,
      bound: 1,
      already: 0,
      waiting: 0,
      more: false,
    })
    expect(outbox()).toMatchObject([
      { person: 'student:1901030001' },
      {
        person: 'student:1901030002',
        title: '图书归还',
        state: 'due',
        text: '在借 1 本，7 月 2 日截止',
        page: '/pages/item/item?code=library',
      },
    ])
    expect(await counted.ask('reader-2', 'requests.messages')).toMatchObject({
      messages: [{ title: '图书归还', text: '在借 1 本，7 月 2 日截止' }],
    })
  })

  test('reaches each student once a day for an item, whoever asks', async () => {
    await remind(counsellor)
    expect(await remind(librarian)).toMatchObject({ reminded: 2, already: 2 })
    expect(outbox()).toHaveLength(4)
    school.cloud.clock.set('2022-06-11T00:00:10+08:00')
    expect(await remind(counsellor)).toMatchObject({ reminded: 2, already: 0 })
    expect(outbox()).toHaveLength(6)
  })

  test('asked twice by the same tap, does it once and answers the same', async () => {
    const requestId = counted.requestId()
    const first = await remind(counsellor, { requestId })
    expect(await remind(counsellor, { requestId })).toEqual(first)
    expect(outbox()).toHaveLength(2)
  })

  test('goes on where a run that died had stopped, and counts what that had done', async () => {
    await counted.fill(Array.from({ length: 230 }, (_, n) => reader(n)))
    const requestId = counted.requestId()
    await remind(counsellor, { requestId })
    await school.cloud.store.remove('answers')
    const gone = outbox()
      .slice(150)
      .map(({ _id }) => _id)
    for (const _id of gone) await school.cloud.store.remove('outbox', { _id })
    expect(await remind(counsellor, { requestId })).toMatchObject({ reminded: 230, already: 0 })
    expect(outbox()).toHaveLength(230)
  })

  test('two of them at once tell nobody twice', async () => {
    await counted.fill(Array.from({ length: 60 }, (_, n) => reader(n)))
    const both = await Promise.all([remind(counsellor), remind(librarian)])
    expect(both.map(({ reminded }) => reminded).reduce((a, b) => a + b)).toBe(60)
    expect(outbox()).toHaveLength(60)
  })

  test('leaves alone who waits for the staff', async () => {
    const waiting = reader(7, {
      traits: ['boarder', 'leagueMember'],
      facts: clearedFacts(),
      requests: {
        league: { id: 'TZ', state: 'review', version: 1, since: '', by: 'student', note: '' },
      },
    })
    await counted.fill([waiting])
    const league = { cohort: '2022', item: 'league' }
    expect(await remind(counsellor, league)).toMatchObject({ reminded: 0, waiting: 1 })
    expect(outbox()).toEqual([])
  })

  test('is not sent to who has done it meanwhile', async () => {
    school.cloud.messages.accept('reader-2', 'template-result')
    await remind(counsellor)
    const [student] = counted.students.filter(({ openid }) => openid)
    const items = { ...student?.items, library: 'done' }
    await school.cloud.store.update('students', { openid: 'reader-2' }, { $set: { items } })
    expect(await minute()).toMatchObject({ data: { over: 1 } })
    expect(school.cloud.messages.list().filter(({ openid }) => openid === 'reader-2')).toEqual([])
  })

  test('is written down once', async () => {
    await remind(counsellor)
    const records = school.cloud.store.find<AuditRecord>('audit', { filter: { person: 'school' } })
    expect(records).toMatchObject([
      {
        action: 'statistics.remind',
        role: 'counsellor',
        after: { 提醒人数: '2' },
        why: `提醒没有办好图书归还的人，${OWN_CLASS}`,
      },
    ])
  })
})

describe('the table', () => {
  const table = async (openid: string, input: object) => {
    const asked = { cohort: '2022', requestId: counted.requestId(), ...input }
    const { url, students } = await counted.ask(openid, 'statistics.export', asked)
    return { students, rows: await counted.sheetAt(url) }
  }

  test('of everybody has every item in words', async () => {
    const { students, rows } = await table(counsellor, {})
    const [heads = [], first = []] = rows
    const of = (row: unknown[], head: string) => row[heads.indexOf(head)]
    expect(students).toBe(3)
    expect(heads.slice(0, 5)).toEqual(['学号', '姓名', '学院', '班级', '★学费'])
    expect(first.slice(0, 4)).toEqual(['1901030001', '读者1', OWN_COLLEGE, OWN_CLASS])
    expect(['★图书归还', '户口迁移', '★退宿', '可以离校'].map((head) => of(first, head))).toEqual([
      ...['未办理', '无需办理', '已办理', '否'],
    ])
    expect(of(rows[3] ?? [], '可以离校')).toBe('是')
  })

  test('of those who lack an item has the reason and how late it is', async () => {
    school.cloud.clock.set('2022-07-05T09:00:00+08:00')
    const { rows } = await table(affairs, { item: 'library', college: FOREIGN.college })
    expect(rows).toEqual([
      ['学号', '姓名', '学院', '班级', '环节', '办理情况', '原因', '截止日期', '逾期天数'],
      [
        ...['1901030005', '读者5', FOREIGN.college, FOREIGN.className],
        ...['图书归还', '未办理', '在借 1 本', '2022 年 7 月 2 日', '3'],
      ],
    ])
  })

  test('of an office has the columns of its own items', async () => {
    const { rows, students } = await table(librarian, {})
    expect(students).toBe(6)
    expect(rows[0]).toEqual(['学号', '姓名', '学院', '班级', '★图书归还', '可以离校'])
  })

  test('who holds two posts sees of each student what the post over them may', async () => {
    const grants = [
      { role: 'counsellor', scope: { kind: 'class', values: [OWN_CLASS] } },
      { role: 'librarian', scope: { kind: 'school', values: [] } },
    ]
    await school.cloud.store.update('staff', { openid: librarian }, { $set: { grants } })
    const { rows } = await table(librarian, {})
    await school.seed()
    const tuition = rows[0]?.indexOf('★学费') ?? 0
    expect(rows.slice(1).map((row) => row[tuition])).toEqual([
      ...['已办理', '已办理', '已办理'],
      ...[null, null, null],
    ])
  })

  test('is written down, with how many are in it', async () => {
    await table(counsellor, { item: 'library' })
    expect(
      school.cloud.store.find<AuditRecord>('audit', { filter: { person: 'school' } }),
    ).toMatchObject([
      { why: `导出表格：2022 届未办理：图书归还，${OWN_CLASS}`, after: { 人数: '2' } },
    ])
  })
})
