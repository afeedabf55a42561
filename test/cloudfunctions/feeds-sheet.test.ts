import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { unheardFeed } from '../../domain/feeds/after'
import type { RunAnswer } from '../../domain/feeds/answers'
import type { OutboxMessage } from '../../domain/messages/outbox'
import type { Request } from '../../domain/procedures/request'
import type { SourceCode } from '../../domain/feeds/source'
import { readXlsx, writeXlsx } from '../../cloudfunctions/shared/spreadsheet/xlsx'
import { dataOf, FeedingSchool } from './feeding-school'
import { inline, xlsxOf } from './shared/spreadsheet/hostile'
import { FOREIGN_STUDENT, openidOf, OWN_REQUEST, OWN_STUDENT } from './small-school'

const FINANCE = openidOf('finance', 'own')
const AFFAIRS = openidOf('studentAffairs', 'own')

let feeding: FeedingSchool
beforeAll(async () => (feeding = await FeedingSchool.open()), 60_000)
afterAll(() => feeding.close())
beforeEach(async () => {
  await feeding.reset()
  feeding.at('09:00:30')
})

const newId = () => randomUUID().replace(/-/g, '')

/** A file as a phone uploads it; answers its id. */
async function upload(content: Buffer, openid: string, extension = 'csv'): Promise<string> {
  const path = `feeds/${newId().slice(0, 24)}.${extension}`
  return feeding.school.upload(openid, path, content)
}

async function preview(
  openid: string,
  source: SourceCode,
  content: Buffer | string,
  {
    mode = 'snapshot',
    extension = 'csv',
    asOf,
  }: { mode?: string; extension?: string; asOf?: string } = {},
) {
  const fileId = await upload(Buffer.from(content), openid, extension)
  const input = { source, mode, fileId, requestId: newId(), ...(asOf && { asOf }) }
  return { fileId, answer: await feeding.school.call(openid, 'feed.preview', input) }
}

async function apply(openid: string, { run: { run } }: RunAnswer): Promise<RunAnswer> {
  const input = { run, decision: 'apply', reason: '核对过', requestId: newId() } as const
  return dataOf(await feeding.school.call(openid, 'feed.decide', input))
}

const FEES = [
  '2022 届毕业生欠费名单,,,,',
  '导出时间：2022-06-10,,,,',
  '序号,学号,姓名,收费项目,学年,欠费金额（元）',
  `1,${OWN_STUDENT},林知夏,住宿费,2020-2021学年,"1,200.00"`,
  `2,${OWN_STUDENT},林知夏,学费,２０２１,5200`,
  '3,1999999999,无此人,学费,2021,1',
  '4,12,短,学费,2021,1',
  `合计,,,,,"6,401.00"`,
  '制表人：夏晓禾,,,,,',
].join('\r\n')

test('a sheet says what it would change, with a reason for each bad row; nothing changes yet', async () => {
  const before = JSON.stringify(feeding.store.find('students'))
  const { answer } = await preview(FINANCE, 'finance', FEES)
  expect(dataOf(answer)).toMatchObject({
    run: {
      way: 'sheet',
      state: 'held',
      received: 2,
      changed: 2,
      rejected: 2,
      reasons: ['有 1 行看不出是谁的，采用以后这些学生会被当作不在表里。'],
    },
    rejects: [
      { line: 6, who: '1999999999', reason: '名单里没有这个学号' },
      { line: 7, who: '', reason: '看不出是哪位学生，学号应为数字或字母' },
    ],
    samples: [
      { studentNo: OWN_STUDENT, name: '林知夏', before: '没有欠费', after: '欠 6,400.00 元' },
      { studentNo: FOREIGN_STUDENT },
    ],
  })
  expect(JSON.stringify(feeding.store.find('students'))).toBe(before)
})

test('applied, it is on the sheets; the same file again changes nothing', async () => {
  const { answer } = await preview(FINANCE, 'finance', FEES)
  const done = await apply(FINANCE, dataOf(answer))
  expect(done.run).toMatchObject({ state: 'done', applied: 2 })
  expect(feeding.student(OWN_STUDENT).facts.arrears).toMatchObject({
    value: [
      { fee: 'lodging', year: 2020, owedFen: 120_000 },
      { fee: 'tuition', year: 2021, owedFen: 520_000 },
    ],
    source: '财务系统',
  })
  feeding.at('10:00:00')
  const again = await preview(FINANCE, 'finance', FEES)
  expect(dataOf(again.answer).run.changed).toBe(0)
  const before = JSON.stringify(feeding.store.find('students'))
  expect((await apply(FINANCE, dataOf(again.answer))).run).toMatchObject({
    state: 'done',
    applied: 0,
  })
  expect(JSON.stringify(feeding.store.find('students'))).toBe(before)
})

test('yesterday’s export is yesterday’s word: who has paid since stays green', async () => {
  feeding.finance.asOf = '2022-06-10T09:00:00+08:00'
  feeding.finance.records = []
  const table = `学号,收费项目,学年,欠费\n${OWN_STUDENT},学费,2021,5200\n`
  const asOf = '2022-06-09T16:00:00+08:00'
  const { answer } = await preview(FINANCE, 'finance', table, { asOf, mode: 'delta' })
  expect(dataOf(answer).run).toMatchObject({ asOf: new Date(asOf).toISOString(), changed: 0 })
  const titled = `导出时间：2022-06-09 16:00\n${table}`
  const read = dataOf((await preview(FINANCE, 'finance', titled, { mode: 'delta' })).answer)
  expect(read.run).toMatchObject({ asOf: new Date(asOf).toISOString(), changed: 0 })
})

test('an export that has not happened yet is told at its field, and the file may be used again', async () => {
  const asOf = '2022-06-10T18:00:00+08:00'
  const { answer, fileId } = await preview(FINANCE, 'finance', FEES, { asOf })
  expect(answer).toMatchObject({
    error: { code: 'INVALID', fields: { asOf: '导出的时间还没有到，请核对日期和时间。' } },
  })
  expect(await feeding.school.isThere(FINANCE, fileId)).toBe(true)
})

test('a sheet that looks wrong is held like anything else, and those who answer for it are told', async () => {
  await feeding.hearBefore('finance', { named: 40, open: 40 })
  const { answer } = await preview(FINANCE, 'finance', FEES)
  expect(dataOf(answer).run).toMatchObject({ state: 'held', way: 'sheet' })
  expect(dataOf(answer).run.reasons).toContain(
    '上次有 40 名学生，这次只有 1 名，少了 98%，超过 20%。',
  )
  const told = feeding.store.find<OutboxMessage>('outbox').map(({ role }) => role?.role)
  expect(told).toEqual(['finance', 'administrator'])
  expect(feeding.feed()).toMatchObject({ held: null, missed: 0 })
  const done = await apply(FINANCE, dataOf(answer))
  expect(done.run).toMatchObject({ state: 'done', applied: 2 })
})

test('what a phone sends again after a lost answer is one run', async () => {
  const fileId = await upload(Buffer.from(FEES), FINANCE)
  const input = { source: 'finance', mode: 'snapshot', fileId, requestId: newId() } as const
  const first = dataOf(await feeding.school.call(FINANCE, 'feed.preview', input))
  const second = dataOf(await feeding.school.call(FINANCE, 'feed.preview', input))
  expect(second.run.run).toBe(first.run.run)
  expect(feeding.runs()).toHaveLength(1)
})

test('GBK and an xlsx with numbers are read as the departments make them', async () => {
  const gbk = Buffer.concat([
    Buffer.from([0xd1, 0xa7, 0xba, 0xc5, 0x2c, 0xd3, 0xe0, 0xb6, 0xee]), // 学号,余额
    Buffer.from(`\n${OWN_STUDENT},86.4\n`),
  ])
  const csv = dataOf((await preview(FINANCE, 'card', gbk)).answer)
  expect(csv.samples).toMatchObject([{ after: '余额 86.40 元' }])
  const xlsx = await writeXlsx([
    ['一卡通余额'],
    ['学号', '卡余额'],
    [Number(OWN_STUDENT), 10.1],
    ['合计', 10.1],
  ])
  const sheet = dataOf((await preview(FINANCE, 'card', xlsx, { extension: 'xlsx' })).answer)
  expect(sheet).toMatchObject({ run: { rejected: 0 }, samples: [{ after: '余额 10.10 元' }] })
})

test('an xlsx without addresses is read, and an error in a cell is a reason', async () => {
  const cells = (...texts: string[]) => `<row>${texts.map((text) => inline(text)).join('')}</row>`
  const broken = `<row>${inline(FOREIGN_STUDENT)}<c t="e"><v>#N/A</v></c></row>`
  const xlsx = xlsxOf(cells('学号', '余额') + cells(OWN_STUDENT, '7.5') + broken)
  const read = dataOf((await preview(FINANCE, 'card', xlsx, { extension: 'xlsx' })).answer)
  expect(read).toMatchObject({
    samples: [{ after: '余额 7.50 元' }],
    rejects: [{ line: 3, who: FOREIGN_STUDENT }],
  })
})

test('rows that could not be used come as an xlsx', async () => {
  const { run } = dataOf((await preview(FINANCE, 'finance', FEES)).answer)
  const input = { run: run.run, requestId: newId() }
  const { url } = dataOf(await feeding.school.call(FINANCE, 'feed.rejects', input))
  const content = Buffer.from(await (await fetch(url)).arrayBuffer())
  expect(await readXlsx(content)).toEqual([
    ['行', '学号', '没有用上的原因'],
    ['6', '1999999999', '名单里没有这个学号'],
    ['7', null, '看不出是哪位学生，学号应为数字或字母'],
  ])
})

test.each([
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
  ['an old xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1])],
  ['a broken xlsx', Buffer.from('PK\u0003\u0004nothing')],
  [
    'an xlsx with a cell in its last corner',
    xlsxOf(`<row r="1">${inline('学号', 'A1')}</row><row>${inline('远', 'XFD1048576')}</row>`),
  ],
  ['an xlsx without a single cell', xlsxOf('')],
  ['another table', Buffer.from('学号,姓名\n1,2\n')],
  ['an empty table', Buffer.from('学号,收费项目,学年,欠费\n')],
])('%s is refused with a sentence, and removed', async (_, content) => {
  const { answer, fileId } = await preview(FINANCE, 'finance', content)
  expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID' } })
  expect(feeding.runs()).toEqual([])
  expect(await feeding.school.isThere(FINANCE, fileId)).toBe(false)
})

test('nothing of a sheet stays behind once it is over', async () => {
  const { answer, fileId } = await preview(FINANCE, 'finance', FEES)
  const { staged = '' } = feeding.lastRun()
  expect(await feeding.school.isThere(FINANCE, fileId)).toBe(false)
  expect(await feeding.school.isThere(FINANCE, staged)).toBe(true)
  await apply(FINANCE, dataOf(answer))
  expect(await feeding.school.isThere(FINANCE, staged)).toBe(false)
})

test('the roster brings in who is new, with their traits and the proof to bind by', async () => {
  const roster = [
    '学号,姓名,学院,班级,住校,专转本,政治面貌,身份证后六位',
    `${OWN_STUDENT},林知夏,信息工程学院,软件技术 1902 班,,,共青团员,123456`,
    '1901010188,何以宁,信息工程学院,软件技术 1901 班,是,否,中共预备党员,01002x',
    '1901010189,无班,信息工程学院,,是,否,,',
  ].join('\n')
  await feeding.store.put('feeds', [{ ...unheardFeed('finance'), cursor: 'c1' }])
  const previewed = dataOf((await preview(AFFAIRS, 'roster', roster)).answer)
  expect(previewed.run).toMatchObject({ changed: 2, rejected: 1 })
  const { run } = await apply(AFFAIRS, previewed)
  expect(run).toMatchObject({ state: 'done', applied: 2 })
  expect(feeding.student('1901010188')).toMatchObject({
    cohort: '2022',
    name: '何以宁',
    traits: ['boarder', 'partyMember'],
    facts: {},
    items: expect.objectContaining({ party: 'pending' }) as object,
  })
  // What the systems say of who is new they are asked for in full.
  expect(feeding.feed().cursor).toBeNull()
  // Membership has a list of its own for who is known already.
  expect(feeding.student(OWN_STUDENT)).toMatchObject({
    className: '软件技术 1902 班',
    traits: ['boarder'],
  })
  const bound = await feeding.school.call('a-new-phone', 'identity.bindStudent', {
    studentNo: '1901010188',
    name: '何以宁',
    idCardTail: '01002X',
    requestId: newId(),
  })
  expect(dataOf(bound)).toMatchObject({ name: '何以宁' })
  expect(
    (await apply(AFFAIRS, dataOf((await preview(AFFAIRS, 'roster', roster)).answer))).run.applied,
  ).toBe(0)
})

test('a roster without 住校 says before it is applied what that means', async () => {
  const roster =
    '学号,姓名,学院,班级,专转本,政治面貌,户口\n1901010188,何以宁,信息工程学院,一班,否,群众,否\n'
  const { run } = dataOf((await preview(AFFAIRS, 'roster', roster)).answer)
  expect(run).toMatchObject({ state: 'preview', reasons: [], changed: 1 })
  expect(run.warnings).toEqual([expect.stringContaining('没有「住校」这一列')])
})

test('a request goes with its student to another class and another room', async () => {
  const roster = `学号,姓名,学院,班级\n${OWN_STUDENT},林知夏,信息工程学院,软件技术 1902 班\n`
  await apply(AFFAIRS, dataOf((await preview(AFFAIRS, 'roster', roster)).answer))
  const dorm = `学号,楼栋,房间,床位\n${OWN_STUDENT},5 号楼,101,3\n`
  await apply(AFFAIRS, dataOf((await preview(AFFAIRS, 'dorm', dorm)).answer))
  const [request] = feeding.store.find<Request>('requests', { filter: { _id: OWN_REQUEST } })
  expect(request?.student).toMatchObject({
    className: '软件技术 1902 班',
    building: '5 号楼',
    room: '101',
    bed: '3',
  })
})

const noise = fc.oneof(
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  fc
    .array(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('学号', '余额', OWN_STUDENT, '1e9', '-3'))),
    )
    .map((rows) => Buffer.from(rows.map((row) => row.join(',')).join('\n'))),
  fc
    .array(fc.tuple(fc.oneof(fc.constant(OWN_STUDENT), fc.string()), fc.string()), { minLength: 1 })
    .map((rows) => Buffer.from(`学号,余额\n${rows.map((row) => row.join(',')).join('\n')}`)),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from([0x50, 0x4b, 3, 4, ...bytes])),
)

test('whatever is in a file, there is an answer, and no function fails', async () => {
  await fc.assert(
    fc.asyncProperty(noise, fc.constantFrom('csv', 'xlsx'), async (content, extension) => {
      const { answer } = await preview(FINANCE, 'card', content, { extension })
      if (!answer.ok) expect(answer.error.code).toBe('INVALID')
    }),
    { numRuns: 60 },
  )
  expect(feeding.school.log.filter(({ level }) => level === 'error')).toEqual([])
})

const cell = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.constantFrom(OWN_STUDENT, '1 床'))

test('whatever is in the cells of an xlsx, there is an answer', async () => {
  const rows = fc.array(fc.tuple(cell, cell, cell, cell, cell), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      const header = ['学号', '楼栋', '房间', '床位', '退宿日期']
      const content = await writeXlsx([header, ...cells])
      const { answer } = await preview(AFFAIRS, 'dorm', content, { extension: 'xlsx' })
      if (!answer.ok) expect(answer.error.code).toBe('INVALID')
    }),
    { numRuns: 40 },
  )
  expect(feeding.school.log.filter(({ level }) => level === 'error')).toEqual([])
})
