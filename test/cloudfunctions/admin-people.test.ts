import fc from 'fast-check'
import { readXlsx, writeXlsx } from '../../cloudfunctions/shared/spreadsheet/xlsx'
import type { ActionName, Output } from '../../domain/api'
import type { AuditRecord } from '../../domain/audit/record'
import type { Request } from '../../domain/procedures/request'
import type { StaffMember } from '../../domain/roles/people'
import { tallyAll, type Tally } from '../../domain/statistics/tally'
import type { Cell } from '../../domain/spreadsheet/cells'
import type { Student } from '../../domain/student/student'
import { ID_CARD_TAIL, openidOf, OWN_REQUEST, OWN_STUDENT, SmallSchool } from './small-school'

const ADMIN = openidOf('administrator', 'own')
const CLASS = '软件技术 1901 班'

let school: SmallSchool
let asked = 0
const requestId = () => `people-test-${String(++asked).padStart(8, '0')}`

beforeEach(async () => {
  school = await SmallSchool.open()
})
afterEach(() => school.close())

const ask = <Name extends ActionName>(name: Name, input: object, openid = ADMIN) =>
  school.call(openid, name, input)

async function done<Name extends ActionName>(name: Name, input: object): Promise<Output<Name>> {
  const answer = await ask(name, input)
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
  return answer.data
}

const member = (staffNo: string) =>
  school.cloud.store.find<StaffMember>('staff', { filter: { _id: staffNo } })[0]

const send = async (rows: Cell[][]) =>
  school.upload(ADMIN, `staff/${'s'.repeat(24)}.xlsx`, await writeXlsx(rows))

describe('staff', () => {
  test('a new member gets a post with its last day, and works with it at the next call', async () => {
    const staffNo = '20270001'
    await done('admin.addMember', { staffNo, name: '顾南枝', phone: '', requestId: requestId() })
    const input = { staffNo, role: 'counsellor', values: [CLASS], until: '2022-07-31' }
    const { grants } = await done('admin.grant', { ...input, requestId: requestId() })
    expect(grants).toMatchObject([
      { roleName: '辅导员', scope: CLASS, until: '2022-07-31', ended: false, unknown: [] },
    ])
    await school.cloud.store.update('staff', { _id: staffNo }, { $set: { openid: 'gu' } })
    expect(await ask('desk.student', { studentNo: OWN_STUDENT }, 'gu')).toMatchObject({ ok: true })
    const reason = '调走了'
    await done('admin.withdraw', { ...input, until: undefined, reason, requestId: requestId() })
    expect(await ask('desk.student', { studentNo: OWN_STUDENT }, 'gu')).toMatchObject({ ok: false })
    const records = school.cloud.store.find<AuditRecord>('audit', {
      filter: { person: `staff:${staffNo}` },
    })
    expect(records.map(({ why }) => why)).toEqual(['加入教职工名单', '授予岗位', '调走了'])
  })

  test('a class that no student is in is named', async () => {
    const input = { staffNo: '20080000', role: 'counsellor', values: ['软件技术 1909 班'] }
    const { grants } = await done('admin.grant', { ...input, requestId: requestId() })
    expect(grants.at(-1)?.unknown).toEqual(['软件技术 1909 班'])
  })

  test('a post needs the scope that its role has', async () => {
    const grant = (role: string, values: string[]) =>
      ask('admin.grant', { staffNo: '20080000', role, values, requestId: requestId() })
    expect(await grant('counsellor', [])).toMatchObject({
      error: { fields: { values: '请填写班级，一行一个' } },
    })
    expect(await grant('finance', [CLASS])).toMatchObject({
      error: { fields: { values: '这个岗位管全校，范围要空着' } },
    })
  })

  test('nobody withdraws their own administration', async () => {
    const own = school.cloud.store.find<StaffMember>('staff', { filter: { openid: ADMIN } })[0]
    expect(
      await ask('admin.withdraw', {
        staffNo: own?._id,
        role: 'administrator',
        values: [],
        reason: '不干了',
        requestId: requestId(),
      }),
    ).toMatchObject({ error: { code: 'CONFLICT' } })
  })

  test('people are found by name and number, and what nobody looks after is named', async () => {
    await school.cloud.store.update('staff', { _id: '20080000' }, { $set: { grants: [] } })
    const { members, vacancies, more } = await done('admin.staff', { text: '2008000', page: 0 })
    expect(members.map(({ staffNo }) => staffNo)).toEqual(['20080000', '20080001', '20080002'])
    expect(more).toBe(false)
    expect(vacancies).toContainEqual({ role: 'counsellor', roleName: '辅导员', scope: CLASS })
  })

  const SHEET: Cell[][] = [
    ['2027 届教职工岗位'],
    ['工号', '姓名', '岗位', '范围', '截止日期', '电话'],
    ['20270001', '顾南枝', '辅导员', `${CLASS}、软件技术 2401 班`, '2027/7/31', '13800000000'],
    ['20270001', '顾南枝', '学院书记', '信息工程学院', '', ''],
    ['２０２７０００２', '江一白', '财务处', '全校', '', ''],
    ['20270003', '甲', '保安', '', '', ''],
    ['20270004', '乙', '辅导员', '', '', ''],
    ['20080000', '不是这个名字', '门卫', '', '', ''],
  ]

  test('a sheet is shown first, with what is wrong by its line, and changes nothing', async () => {
    const { downloads: _, ...known } = school.contents()
    const before = JSON.stringify(known)
    const answer = await done('admin.previewStaff', { fileId: await send(SHEET) })
    expect(answer).toMatchObject({ added: 2, changed: 0, same: 0, unknown: ['软件技术 2401 班'] })
    expect(answer.rejected).toMatchObject([
      { line: 6, reason: expect.stringMatching(/^没有「保安」这个岗位/) as string },
      { line: 7, reason: '请填写班级，一行一个' },
      { line: 8, reason: '工号 20080000 登记的是教职工00，表里写的是不是这个名字' },
    ])
    const { downloads, ...others } = school.contents()
    expect(JSON.stringify(others)).toBe(before)
    // The sheet itself is kept for the import, for a day.
    expect(downloads).toMatchObject([
      { expiresAt: expect.stringMatching(/^2022-06-11T01:00/) as string },
    ])
  })

  test('a sheet that is taken in twice does it once', async () => {
    const fileId = await send(SHEET)
    const input = { fileId, requestId: requestId() }
    await done('admin.importStaff', input)
    expect(member('20270001')).toMatchObject({ name: '顾南枝', phone: '13800000000' })
    expect(member('20270001')?.grants).toMatchObject([
      { role: 'counsellor', until: '2027-07-31' },
      { role: 'secretary', scope: { kind: 'college', values: ['信息工程学院'] } },
    ])
    expect(await done('admin.importStaff', input)).toMatchObject({ added: 2 })
    const again = { fileId: await send(SHEET), requestId: requestId() }
    expect(await done('admin.importStaff', again)).toMatchObject({ added: 0, changed: 0, same: 2 })
  })

  test('any sheet is read or refused in Chinese, and never breaks the function', async () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('工号', '姓名', '岗位', '辅导员', '20270001', '顾南枝', CLASS, '2027-02-30'),
      fc.integer(),
    )
    const head = fc.constant<Cell[]>(['工号', '姓名', '岗位', '范围', '截止日期', '电话'])
    const sheet = fc.tuple(head, fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 6 }))
    await fc.assert(
      fc.asyncProperty(sheet, fc.boolean(), async ([header, rows], headed) => {
        const fileId = await send(headed ? [header, ...rows] : rows.length > 0 ? rows : [['x']])
        const answer = await ask('admin.previewStaff', { fileId })
        if (!answer.ok) {
          expect(answer.error.code).toBe('INVALID')
          expect(answer.error.message).toMatch(/[一-龥]/)
        }
      }),
      { numRuns: 25 },
    )
    const junk = await school.upload(ADMIN, `staff/${'j'.repeat(24)}.csv`, Buffer.from([0, 255, 7]))
    expect(await ask('admin.previewStaff', { fileId: junk })).toMatchObject({ ok: false })
  })

  test('everybody with a post who has not bound gets a code that binds, once', async () => {
    await done('admin.importStaff', { fileId: await send(SHEET), requestId: requestId() })
    const { count, url } = await done('admin.issueCodes', { requestId: requestId() })
    expect(count).toBe(2)
    const response = await fetch(url)
    const [, ...rows] = (await readXlsx(Buffer.from(await response.arrayBuffer()))) ?? []
    expect(rows.map(([staffNo, name]) => [staffNo, name])).toEqual([
      ['20270001', '顾南枝'],
      ['20270002', '江一白'],
    ])
    const binding = { staffNo: '20270001', code: rows[0]?.[2], requestId: requestId() }
    expect(await ask('identity.bindStaff', binding, 'gu')).toMatchObject({ ok: true })
    expect(await done('admin.issueCodes', { requestId: requestId() })).toMatchObject({ count: 1 })
  })
})

describe('students', () => {
  const LATE = {
    studentNo: '1901010177',
    name: '何以宁',
    cohort: '2022',
    college: '信息工程学院',
    className: CLASS,
    traits: ['boarder'],
    reason: '休学回来，名单里没有',
  }

  test('a late student is counted at once, and binds by the ID card that was given', async () => {
    const input = { ...LATE, idCardTail: ID_CARD_TAIL, requestId: requestId() }
    expect(await done('admin.addStudent', input)).toMatchObject({ bound: false, hasProof: true })
    const tallies = school.cloud.store.find<Tally>('tallies', {})
    expect(tallies).toMatchObject([{ className: CLASS, students: 1 }])
    const { studentNo, name } = LATE
    const binding = { studentNo, name, idCardTail: ID_CARD_TAIL, requestId: requestId() }
    expect(await ask('identity.bindStudent', binding, 'he')).toMatchObject({ ok: true })
    expect(await ask('clearance.sheet', {}, 'he')).toMatchObject({ ok: true })
  })

  test('a number is one student’s, and a cohort must be published', async () => {
    const add = (change: object) =>
      ask('admin.addStudent', { ...LATE, idCardTail: '10021X', ...change, requestId: requestId() })
    expect(await add({ studentNo: OWN_STUDENT })).toMatchObject({
      error: { code: 'CONFLICT', fields: { studentNo: expect.anything() as string } },
    })
    expect(await add({ cohort: '2040' })).toMatchObject({
      error: {
        code: 'INVALID',
        fields: { cohort: expect.stringContaining('还没有发布') as string },
      },
    })
  })

  test('a corrected class takes the counts and what was filed with it', async () => {
    await done('admin.addStudent', { ...LATE, idCardTail: '10021X', requestId: requestId() })
    const own = { ...LATE, studentNo: OWN_STUDENT, name: '林知夏', idCardTail: '' }
    const input = { ...own, className: '软件技术 1902 班', requestId: requestId() }
    await done('admin.correctStudent', input)
    const students = school.cloud.store.find<Student>('students', {})
    const counted = students.filter(({ items }) => items)
    const tallies = school.cloud.store.find<Tally>('tallies', {})
    expect(tallies.map(({ className, students: many }) => [className, many]).sort()).toEqual(
      tallyAll(counted)
        .map(({ className, students: many }) => [className, many])
        .sort(),
    )
    const [request] = school.cloud.store.find<Request>('requests', { filter: { _id: OWN_REQUEST } })
    expect(request?.student).toMatchObject({ className: '软件技术 1902 班', room: '412' })
    const [record] = school.cloud.store.find<AuditRecord>('audit', {
      filter: { person: `student:${OWN_STUDENT}` },
    })
    expect(record).toMatchObject({
      action: 'admin.correctStudent',
      why: LATE.reason,
      before: { 班级: CLASS },
      after: { 班级: '软件技术 1902 班' },
    })
  })
})
