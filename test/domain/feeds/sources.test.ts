import { hear, type Saying } from '../../../domain/feeds/compare'
import { SOURCE_CODES, type SourceCode } from '../../../domain/feeds/source'
import { numbersIn, readRows } from '../../../domain/feeds/reading'
import { rowsOfRecords, warningsOf } from '../../../domain/feeds/rows'
import { SOURCES } from '../../../domain/feeds/sources'
import { lostZeros } from '../../../domain/feeds/student-no'
import type { Student } from '../../../domain/student/student'
import { itemAnswer } from '../../../domain/sheet/answers'
import { cohort2022 } from '../cohort2022'
import { clearedFacts, fact, NOW, student } from '../sheet/students'
import { onlyValue, readRecords, readSheet } from './reading'

const NO = '1907010216'
const saying = (source: SourceCode, changes: Partial<Saying> = {}): Saying => ({
  source,
  way: 'pull',
  mode: 'snapshot',
  asOf: '2022-06-10T09:00:00+08:00',
  cohort: '2022',
  cohorts: {},
  ...changes,
})

describe('finance', () => {
  const HEAD = ['学号', '收费项目', '学年', '欠费金额（元）']

  test.each([
    ['学费', '2021', 5200, 'tuition', 2021, 520_000],
    ['住宿费', '2020-2021', '1,200.00', 'lodging', 2020, 120_000],
    ['医疗保险', '2019–2020学年', '￥350', 'insurance', 2019, 35_000],
    ['学费', '２０２１年度', '５２００．５０元', 'tuition', 2021, 520_050],
    ['学费', '2021-2022-1', 1, 'tuition', 2021, 100],
    ['学费', '2021-2022学年第一学期', 1, 'tuition', 2021, 100],
    ['学费', '2021-2022学年（第2学期）', 1, 'tuition', 2021, 100],
    ['学费', '2021/2022', 1, 'tuition', 2021, 100],
    ['学费', '2021', '-200.00', 'tuition', 2021, 0],
    ['学费', '2021', '(200.00)', 'tuition', 2021, 0],
  ])('%s %s %s', (item, year, amount, fee, first, owedFen) => {
    expect(onlyValue(readSheet('finance', HEAD, [NO, item, year, amount]))).toEqual([
      { fee, year: first, owedFen },
    ])
  })

  test.each([
    ['停车费', '2021', 1, '离校不看「停车费」，没有用上'],
    ['学费', '去年', 1, '学年应为 2021 或 2021-2022 这样的年份'],
    ['学费', '2021', '一百', '欠费金额应为金额，最多两位小数'],
    ['学费', '2021-2022-7', 1, '学年应为 2021 或 2021-2022 这样的年份'],
    ['学宿费', '2021', 1, '收费项目应为学费、住宿费或医保'],
    ['代收费', '2021', 1, '收费项目应为学费、住宿费或医保'],
    ['01', '2021', 1, '收费项目应为学费、住宿费或医保'],
    ['', '2021', 1, '收费项目应为学费、住宿费或医保'],
  ])('%s %s %s is told: %s', (item, year, amount, reason) => {
    expect(onlyValue(readSheet('finance', HEAD, [NO, item, year, amount]))).toBe(reason)
  })

  test('two lines of one fee and year are added up, whatever their order', () => {
    const line = (fee: string, owedFen: number) => ({ studentNo: NO, fee, year: 2021, owedFen })
    const read = readRecords(
      'finance',
      line('insurance', 1),
      line('tuition', 2),
      line('tuition', 3),
    )
    expect(onlyValue(read)).toEqual([
      { fee: 'tuition', year: 2021, owedFen: 5 },
      { fee: 'insurance', year: 2021, owedFen: 1 },
    ])
  })

  test('a fee that no item asks for is listed, and its student’s others hold', () => {
    const head = ['学号', '收费项目', '学年', '欠费']
    const alone = '1907010217'
    const { words, rejects, spoiled } = readSheet(
      'finance',
      head,
      [NO, '学费', '2021', 1],
      [NO, '教材费', '2021', 2],
      [alone, '教材费', '2021', 2],
    )
    expect(words).toMatchObject([{ studentNo: NO, value: [{ owedFen: 100 }] }])
    expect([rejects.length, spoiled]).toEqual([2, []])
  })

  test('what was paid too much for one fee pays no other', () => {
    const line = (fee: string, owedFen: number) => ({ studentNo: NO, fee, year: 2021, owedFen })
    const read = readRecords('finance', line('tuition', -500), line('lodging', 300))
    expect(onlyValue(read)).toMatchObject([{ owedFen: 0 }, { owedFen: 300 }])
  })

  test('a record’s money is integer fen', () => {
    const record = { studentNo: NO, fee: 'tuition', year: 2021, owedFen: '12.00' }
    expect(onlyValue(readRecords('finance', record))).toContain('欠费金额')
  })
})

describe('the list of cancelled library cards', () => {
  const HEAD = ['学号', '姓名', '注销日期']

  test('says on which day, and nothing of whoever is not on it', () => {
    expect(onlyValue(readSheet('libraryCard', HEAD, [NO, '林知夏', '2022/6/20']))).toEqual({
      cancelledOn: '2022-06-20',
    })
    expect(hear(saying('libraryCard'), student([], clearedFacts()), undefined)).toBeNull()
  })

  test('a day that is none is told', () => {
    expect(onlyValue(readSheet('libraryCard', HEAD, [NO, '林知夏', '已注销']))).toBe(
      '注销日期应为 2022-06-22 这样的日期',
    )
  })

  test('is on record at the item, which the books alone turn green', () => {
    const before = student([], clearedFacts())
    const line = (of: Student) => itemAnswer(cohort2022, of, 'library', NOW).item.lines
    expect(line(before)).toEqual([{ label: '借书证', value: '没有欠书，可以到图书馆办理注销' }])
    const cancelled = { cancelledOn: '2022-06-20' }
    const after = hear(saying('libraryCard'), before, cancelled)?.after ?? before
    expect(line(after)).toEqual([{ label: '借书证', value: '2022 年 6 月 20 日已注销' }])
    const lent = fact([{ barcode: 'N1', title: '边城' }])
    const owing = { ...after, facts: { ...after.facts, loans: lent } }
    expect(itemAnswer(cohort2022, owing, 'library', NOW).item.status).toBe('pending')
  })
})

describe('library', () => {
  test('each book once, barcodes with their zeros', () => {
    const HEAD = ['读者证号', '条形码', '题名']
    const book = [NO, '00412345', '数据结构']
    expect(onlyValue(readSheet('library', HEAD, book, book, [NO, '00498765', '边城']))).toEqual([
      { barcode: '00412345', title: '数据结构' },
      { barcode: '00498765', title: '边城' },
    ])
  })

  test.each(['历年真题汇总', '合计学概论', '小计'])('a book may be called %s', (title) => {
    const read = readSheet('library', ['题名', '条码号', '学号'], [title, '0041', NO])
    expect(onlyValue(read)).toEqual([{ barcode: '0041', title }])
  })

  test('no title is told', () => {
    expect(onlyValue(readRecords('library', { studentNo: NO, barcode: '1' }))).toBe('没有写书名')
  })
})

test('a card’s balance is one: two different ones are nobody’s to choose', () => {
  const cards = [
    { studentNo: NO, balanceFen: 100 },
    { studentNo: NO, balanceFen: 200 },
  ]
  expect(onlyValue(readRecords('card', ...cards))).toContain('几个不同的余额')
  expect(onlyValue(readRecords('card', { studentNo: NO, balanceFen: 100 }))).toEqual({
    balanceFen: 100,
  })
})

describe('dorm', () => {
  const HEAD = ['学号', '宿舍楼', '房间号', '床位', '退宿日期']

  test.each([
    ['2022-06-09', '2022-06-09'],
    ['2022/6/9', '2022-06-09'],
    ['2022年6月9日', '2022-06-09'],
    ['20220609', '2022-06-09'],
    [new Date('2022-06-09T00:00:00Z'), '2022-06-09'],
    ['', null],
  ])('checked out on %s', (cell, checkedOutOn) => {
    expect(onlyValue(readSheet('dorm', HEAD, [NO, '3 号楼', 412, '2号床', cell]))).toEqual({
      building: '3 号楼',
      room: '412',
      bed: '2',
      checkedOutOn,
    })
  })

  test('a day that there is not is told', () => {
    const row = [NO, '3 号楼', '412', '2', '2022-02-30']
    expect(onlyValue(readSheet('dorm', HEAD, row))).toBe('退宿日期应为 2022-06-20 这样的日期')
  })

  test('whoever has a bed is a boarder, and stays one', () => {
    const bed = { building: '3 号楼', room: '412', bed: '2', checkedOutOn: null }
    expect(hear(saying('dorm'), student([], {}), bed)?.after.traits).toEqual(['boarder'])
    expect(hear(saying('dorm'), student(['boarder'], {}), undefined)).toBeNull()
  })
})

describe('roster', () => {
  const HEAD = ['学号', '姓名', '学院', '班级', '届别', '住校', '政治面貌', '户口', '身份证后六位']
  const row = (...rest: string[]) => [NO, '林知夏', '信息工程学院', '软件技术 1902 班', ...rest]

  test('reads who somebody is', () => {
    const read = readSheet('roster', HEAD, row('2022届', '是', '中共党员', '否', '10021x'))
    expect(onlyValue(read)).toEqual({
      name: '林知夏',
      college: '信息工程学院',
      className: '软件技术 1902 班',
      cohort: '2022',
      idCardTail: '10021X',
      traits: { boarder: true, partyMember: true, campusHukou: false },
    })
  })

  test.each([
    [row('明年', '是', '', '', ''), '届别应为 2022 这样的年份'],
    [row('', '大概', '', '', ''), '「住校」应写是或否'],
    [row('', '', '党徒', '', ''), '看不懂政治面貌「党徒」'],
    [row('', '', '', '', '1234'.repeat(3)), '身份证后六位写得不对'],
    [[NO, '林知夏', '', '软件技术 1902 班'], '姓名、学院和班级要写全'],
  ])('%j is told: %s', (cells, reason) => {
    expect(onlyValue(readSheet('roster', HEAD, cells))).toBe(reason)
  })

  test.each([
    ['中国共产党党员', ['partyMember']],
    ['党员', ['partyMember']],
    ['中共预备党员', ['partyMember']],
    ['中国共产主义青年团团员', ['leagueMember']],
    ['团员', ['leagueMember']],
    ['共青团员（保留团籍）', ['leagueMember']],
    ['中共党员（保留团籍）', ['leagueMember', 'partyMember']],
    ['民盟盟员', []],
    ['无党派民主人士', []],
    ['群众', []],
    ['', []],
  ])('whose 政治面貌 is %s is %j', (politics, traits) => {
    expect(onlyValue(readSheet('roster', HEAD, row('', '', politics, '', '')))).toMatchObject({
      traits: Object.fromEntries(traits.map((trait) => [trait, true])),
    })
  })

  test('warns of what follows from the columns that it does not have', () => {
    const head = ['学号', '姓名', '学院', '班级', '专转本', '户口']
    expect(warningsOf(SOURCES.roster, [head, row()])).toEqual([
      '表里没有「住校」这一列：新加的学生会被当作没有住校，退宿这一项是灰的，直到宿舍系统传来他们的床位。',
      '表里没有「政治面貌」这一列：新加的学生会被当作不是团员，也不是党员，直到导入团员名单和党员名单。',
    ])
    expect(warningsOf(SOURCES.roster, [HEAD, row()])).toHaveLength(1)
  })

  test('says nothing of who is not on it, and takes 住校 from nobody who has a bed', () => {
    const boarder = student(['boarder'], clearedFacts())
    const value = { ...boarder, traits: { boarder: false, upgrade: true } }
    expect(hear(saying('roster'), boarder, undefined)).toBeNull()
    expect(hear(saying('roster'), boarder, value)?.after.traits).toEqual(['boarder', 'upgrade'])
    const roomless = student(['boarder'], {})
    expect(hear(saying('roster'), roomless, value)?.after.traits).toEqual(['upgrade'])
  })
})

test.each([
  ['league', 'leagueMember'],
  ['party', 'partyMember'],
  ['hukou', 'campusHukou'],
] as const)('whoever is on the list %s is %s, and nobody else', (code, trait) => {
  expect(onlyValue(readSheet(code, ['学号'], [NO]))).toBe(true)
  expect(hear(saying(code), student([], {}), true)?.after.traits).toEqual([trait])
  expect(hear(saying(code), student([trait], {}), undefined)).toMatchObject({
    after: { traits: [] },
    clears: true,
  })
  expect(hear(saying(code, { mode: 'delta' }), student([trait], {}), undefined)).toBeNull()
})

describe('what several speak of', () => {
  const [morning, noon] = ['2022-06-10T01:00:00.000Z', '2022-06-10T04:00:00.000Z']
  const pushed = (source: SourceCode, asOf: string) =>
    saying(source, { asOf, way: 'push', mode: 'delta' })
  const after = (source: SourceCode, asOf: string, of: Student, value: unknown) =>
    hear(pushed(source, asOf), of, value)?.after ?? of

  test('an older list that comes late takes no membership away, nor gives one', () => {
    for (const value of [true, false]) {
      const known = after('league', noon, student([], {}), value)
      expect(after('league', morning, known, !value)).toBe(known)
    }
  })

  test('an older roster changes nothing that a newer one said', () => {
    const named = (className: string, upgrade: boolean) => ({
      name: '林知夏',
      college: '信息工程学院',
      className,
      traits: { upgrade },
    })
    const known = after('roster', noon, student([], {}), named('二班', false))
    expect(after('roster', morning, known, named('一班', true))).toBe(known)
    expect(known).toMatchObject({ className: '二班', registeredAsOf: noon })
  })

  test('an older bed is known, but does not make a boarder of whom a newer roster calls none', () => {
    const bed = { building: '3 号楼', room: '412', bed: '2', checkedOutOn: null }
    const who = { name: '林知夏', college: '信息工程学院', className: '一班' }
    const known = after('roster', noon, student([], {}), { ...who, traits: { boarder: false } })
    const bedded = after('dorm', morning, known, bed)
    expect([bedded.traits, bedded.facts.residence?.asOf]).toEqual([[], morning])
    const later = '2022-06-10T05:00:00.000Z'
    expect(after('dorm', later, bedded, bed).traits).toEqual(['boarder'])
  })

  test('whoever the roster brings in is known from then on', () => {
    const { enrol } = SOURCES.roster
    const value = {
      name: '何以宁',
      college: '信息工程学院',
      className: '一班',
      traits: { leagueMember: true },
    }
    const joined = enrol?.student('1901010188', '2022', value, { asOf: noon, source: '毕业生名单' })
    expect(joined && after('league', morning, joined, false).traits).toEqual(['leagueMember'])
  })
})

describe('who is absent from a snapshot', () => {
  const before = student([], clearedFacts())
  test.each<[SourceCode, (after: Student) => unknown, unknown]>([
    ['finance', ({ facts }) => facts.arrears?.value, []],
    ['library', ({ facts }) => facts.loans?.value, []],
  ])('of %s has nothing open', (code, of, value) => {
    const heard = hear(saying(code), student([], {}), undefined)
    expect(heard && of(heard.after)).toEqual(value)
  })

  test('but of another cohort is not meant', () => {
    expect(hear(saying('finance', { cohort: '2023' }), student([], {}), undefined)).toBeNull()
    expect(hear(saying('finance', { cohort: null }), student([], {}), undefined)).toBeNull()
  })

  test('is cleared up by it if nobody has ever spoken of them, as much as who had something open', () => {
    const owing = { arrears: fact([{ fee: 'tuition' as const, year: 2021, owedFen: 1 }]) }
    const hears = (facts: Student['facts'], value?: unknown) =>
      hear(saying('finance'), student([], facts), value)
    expect(hears({})).toMatchObject({ clears: true, silent: true })
    expect(hears(owing)).toMatchObject({ clears: true, silent: false })
    expect(hears({}, [])).toMatchObject({ clears: false, silent: false })
  })

  test.each(['card', 'cardReport', 'dorm', 'roster'] as const)('of %s stays', (code) => {
    expect(hear(saying(code), before, undefined)).toBeNull()
  })
})

test('what is older than the fact, or than the whole feed, is not heard', () => {
  const owing = [{ fee: 'tuition', year: 2021, owedFen: 1 }]
  const known = student([], clearedFacts())
  const early = { asOf: '2022-06-10T06:00:00+08:00' }
  expect(hear(saying('finance', early), known, owing)).toBeNull()
  const knownAsOf = '2022-06-10T01:30:00.000Z'
  const cohorts = { 2022: { asOf: knownAsOf, named: 1, open: 1, spoiled: [] } }
  expect(hear(saying('finance', { cohorts }), known, owing)).toBeNull()
  expect(hear(saying('finance'), known, owing)).toMatchObject({ news: true, opens: true })
})

test('the same balance is news in the report of another day, and clears up nothing', () => {
  const known = student([], { cardReport: fact({ balanceFen: 8_640 }) })
  const same = { balanceFen: 8_640 }
  expect(hear(saying('cardReport'), known, same)).toBeNull()
  const next = saying('cardReport', { asOf: '2022-07-04T18:00:00+08:00' })
  const heard = hear(next, known, same)
  expect(heard).toMatchObject({ news: true, clears: false })
  expect(heard?.after.facts.cardReport?.asOf).toBe(next.asOf)
  expect(hear(saying('card', { asOf: next.asOf }), known, same)).toMatchObject({ opens: true })
})

test('a snapshot that says the same writes nobody; a pushed delta keeps how fresh its word is', () => {
  const known = student([], clearedFacts())
  const same = known.facts.arrears?.value
  expect(hear(saying('finance'), known, same)).toBeNull()
  const pushed = saying('finance', { way: 'push', mode: 'delta' })
  expect(hear(pushed, known, same)).toMatchObject({ news: false })
})

test('one bad row spoils its student: the others may be half of the truth', () => {
  const line = (owedFen: unknown) => ({ studentNo: NO, fee: 'tuition', year: 2021, owedFen })
  const { words, spoiled, nameless, rejects } = readRecords(
    'finance',
    ...[line(1), line('?'), { fee: 'tuition' }],
  )
  expect({ words, spoiled, nameless }).toEqual({ words: [], spoiled: [NO], nameless: 1 })
  expect(rejects.map((reject) => reject.line)).toEqual([2, 3])
})

test.each([
  [1907010216, NO],
  ['1907010216.0', NO],
  ['１９０７０１０２１６', NO],
  [' 1907 010216 ', NO],
  ['0907010216', '0907010216'],
  ['="0907010216"', '0907010216'],
  ['B19070102', 'B19070102'],
])('a student number that stands there as %s', (cell, studentNo) => {
  expect(readSheet('league', ['学号'], [cell]).words[0]?.studentNo).toBe(studentNo)
})

describe('a number that a spreadsheet took the zeros from', () => {
  const row = { studentNo: 190101050, fee: 'tuition', year: 2021, owedFen: 1 }
  const readOf = (...known: string[]) => {
    const rows = rowsOfRecords([row])
    return readRows(SOURCES.finance, rows, [], lostZeros(numbersIn(rows), new Set(known)))
  }

  test('is that of the one student whose it may be', () => {
    expect(readOf('0190101050').words).toMatchObject([{ studentNo: '0190101050' }])
  })

  test('is its own where it is somebody’s as it stands', () => {
    expect(readOf('0190101050', '190101050').words).toMatchObject([{ studentNo: '190101050' }])
  })

  test('is nobody’s to choose between two, and both stay as they are', () => {
    const { words, spoiled, rejects } = readOf('0190101050', '00190101050')
    expect([words, spoiled.sort()]).toEqual([[], ['00190101050', '0190101050']])
    expect(rejects[0]).toMatchObject({
      who: '190101050',
      reason: expect.stringContaining('0 丢了') as string,
    })
  })
})

test('rows below merged cells have no number, and spoil the student above them', () => {
  const { words, spoiled, rejects, nameless } = readSheet(
    'finance',
    ['学号', '收费项目', '学年', '欠费'],
    [NO, '学费', '2021', 1],
    ['', '住宿费', '2021', 2],
    [null, '医保', '2021', 3],
    ['1907010217', '学费', '2021', 4],
    [null, null, null, null],
    ['', '学费', '2021', 5],
  )
  expect(words.map(({ studentNo }) => studentNo)).toEqual(['1907010217'])
  expect([spoiled, nameless]).toEqual([[NO], 1])
  const reason = '没有学号，像是和上一行合并的单元格，请取消合并再导入'
  expect(rejects.slice(0, 2)).toEqual([
    { line: 3, who: NO, reason },
    { line: 4, who: NO, reason },
  ])
})

test.each(['__proto__', 'constructor', '林知夏', '12', 'a'.repeat(30)])(
  '%s is no student number',
  (text) => {
    expect(readSheet('league', ['学号'], [text])).toMatchObject({ words: [], nameless: 1 })
  },
)

test('every source asks for a student number, and says something of anybody', () => {
  for (const code of SOURCE_CODES) {
    expect(SOURCES[code].columns).toHaveProperty('studentNo')
    expect(SOURCES[code].says(student([], {}))).not.toBe('')
  }
})
