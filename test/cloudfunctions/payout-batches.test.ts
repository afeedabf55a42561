import type { AuditRecord } from '../../domain/audit/record'
import { sumFen } from '../../domain/money'
import { writeXlsx } from '../../cloudfunctions/shared/spreadsheet/xlsx'
import { balanceOf, filer, PayingSchool } from './paying-school'
import { openidOf } from './small-school'

let pay: PayingSchool
beforeAll(async () => (pay = await PayingSchool.open()))
afterAll(() => pay.school.close())
beforeEach(() => pay.reset())

const totalOf = (count: number) => sumFen(Array.from({ length: count }, (_, n) => balanceOf(n)))

const states = (count: number) =>
  Array.from({ length: count }, (_, n) => pay.requestOf(filer(n)).state)

const recordsOf = (studentNo: string) =>
  pay.store.find<AuditRecord>('audit', {
    filter: { person: `student:${studentNo}` },
    order: { seq: 1 },
  })

describe('the list', () => {
  test('says what can be paid, what waits for the report and what comes to nothing', async () => {
    await pay.filed(4)
    await pay.store.update(
      'students',
      { _id: filer(2).studentNo },
      { $unset: { 'facts.cardReport': '' } },
    )
    await pay.report(filer(3).studentNo, 0)
    expect(await pay.finance('payouts.list', {})).toMatchObject({
      ready: { count: 2, totalFen: totalOf(2) },
      unreported: 1,
      zero: 1,
      reportOn: '2022-07-04',
      batches: [],
    })
  })

  test('tells the batches, the newest first', async () => {
    await pay.filed(2)
    const first = await pay.export()
    await pay.finance('payouts.release', { batch: first.batch, reason: '选错了' })
    pay.at('2022-07-05T10:00:00+08:00')
    const second = await pay.export()
    const { batches } = await pay.finance('payouts.list', {})
    expect(batches).toMatchObject([
      { batch: second.batch, count: 2, open: 2, totalFen: totalOf(2), cancelled: '' },
      { batch: first.batch, count: 2, open: 0, cancelled: '选错了' },
    ])
  })
})

describe('an export', () => {
  test('moves what can be paid to the bank and tells the students, without an account number', async () => {
    const filers = await pay.filed(3)
    const made = await pay.export()
    expect(made).toMatchObject({ count: 3, totalFen: totalOf(3), left: 0 })
    expect(states(3)).toEqual(['exported', 'exported', 'exported'])
    const opened = await pay.finance('payouts.batch', { batch: made.batch })
    expect(opened.rows).toMatchObject(
      filers.map(({ name, cardNumber }, n) => ({
        name,
        amountFen: balanceOf(n),
        lastFour: cardNumber.slice(-4),
        result: 'open',
      })),
    )
    const stored = JSON.stringify([made, opened, pay.batch(made.batch)])
    for (const { cardNumber } of filers) expect(stored).not.toContain(cardNumber)
    const messages = pay.store.find<{ text: string }>('outbox', {
      filter: { person: `student:${filers[0]?.studentNo}` },
    })
    expect(messages.at(-1)?.text).toBe('银行正在办理')
  })

  test('twice with one request id is one batch', async () => {
    await pay.filed(3)
    const id = pay.requestId()
    const answers = await Promise.all([pay.export(id), pay.export(id)])
    answers.push(await pay.export(id))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(pay.store.count('batches')).toBe(1)
    expect(recordsOf(filer(0).studentNo).map(({ action }) => action)).toEqual([
      'requests.act',
      'payouts.export',
    ])
  })

  test('two at once put nobody into two batches', async () => {
    await pay.filed(6)
    const made = await Promise.allSettled([pay.export(), pay.export()])
    expect(made.map(({ status }) => status)).toContain('fulfilled')
    const rows = pay.store.find<{ rows: { id: string }[] }>('batches').flatMap(({ rows }) => rows)
    expect(rows.map(({ id }) => id).sort()).toEqual(
      Array.from({ length: 6 }, (_, n) => pay.requestOf(filer(n))._id).sort(),
    )
  })

  test('that died halfway is continued by the same request', async () => {
    await pay.filed(3)
    const before = pay.store.find('requests')
    const students = pay.store.find('students')
    const id = pay.requestId()
    const made = await pay.export(id)
    // As if it had died after the first: the answer and the others' steps were never written.
    const keep = pay.requestOf(filer(0))._id
    await pay.store.put(
      'requests',
      before.filter(({ _id }) => _id !== keep),
    )
    await pay.store.put(
      'students',
      students.filter(({ _id }) => _id !== filer(0).studentNo),
    )
    await pay.store.remove('answers', { _id: `${openidOf('finance', 'own')}:${id}` })
    await pay.store.update('batches', { _id: made.batch }, { $set: { rows: [], totalFen: 0 } })
    const [died] = (await pay.finance('payouts.list', {})).batches
    expect(died).toMatchObject({ count: 1, open: 1, totalFen: balanceOf(0) })
    expect(await pay.export(id)).toEqual(made)
    expect(pay.batch(made.batch).rows).toHaveLength(3)
    expect(pay.store.count('batches')).toBe(1)
    expect(states(3)).toEqual(['exported', 'exported', 'exported'])
  })

  test('leaves out who withdraws while it runs', async () => {
    await pay.filed(40)
    const last = filer(39)
    const exporting = pay.export()
    while (pay.store.count('batches') === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    await pay.act(last.openid, { transition: 'withdraw', version: 1 })
    const made = await exporting
    expect(made).toMatchObject({ count: 39, totalFen: totalOf(39) })
    expect(pay.requestOf(last).state).toBe('withdrawn')
    expect(pay.batch(made.batch).rows.map(({ name }) => name)).not.toContain(last.name)
  }, 60_000)

  test('takes 200 at most, in the order of filing, and says how many are left', async () => {
    await pay.filed(1)
    const model = pay.requestOf(filer(0))
    const [student] = pay.store.find<{ requests: object }>('students', {
      filter: { _id: filer(0).studentNo },
    })
    const copies = Array.from({ length: 204 }, (_, n) => ({
      id: `TF220611-${String(n).padStart(6, '0')}`,
      studentNo: `1904${String(n).padStart(6, '0')}`,
    }))
    await pay.store.put(
      'requests',
      copies.map(({ id, studentNo }) => ({
        ...model,
        _id: id,
        since: '2022-06-11T01:00:00.000Z',
        student: { ...model.student, studentNo },
      })),
    )
    await pay.store.put(
      'students',
      copies.map(({ id, studentNo }) => ({
        ...student,
        _id: studentNo,
        openid: studentNo,
        requests: {
          cardRefund: { id, state: 'filed', version: 1, since: '', by: 'student', note: '' },
        },
      })),
    )
    const made = await pay.export()
    expect(made).toMatchObject({ count: 200, left: 5 })
    expect(pay.batch(made.batch).rows[0]?.id).toBe(model._id)
    expect(await pay.finance('payouts.list', {})).toMatchObject({ ready: { count: 5 } })
  }, 120_000)

  test('is refused before the day of the report, which it names', async () => {
    await pay.filed(1)
    await pay.store.update('students', {}, { $unset: { 'facts.cardReport': '' } })
    pay.at('2022-07-01T09:00:00+08:00')
    expect(await pay.attempt('payouts.export', { reason: '退款' })).toMatchObject({
      error: {
        code: 'CLOSED',
        message: expect.stringContaining('7 月 4 日的一卡通报表') as string,
      },
    })
  })

  test('is refused while the report has not come, and when nobody asks for money', async () => {
    await expect(pay.export()).rejects.toThrow('7 月 4 日的一卡通报表为准')
    pay.at('2022-07-05T09:00:00+08:00')
    await expect(pay.export()).rejects.toThrow('现在没有可以退款的申请')
    pay.at('2022-06-10T09:00:00+08:00')
    await pay.filed(1)
    await pay.store.update('students', {}, { $unset: { 'facts.cardReport': '' } })
    await expect(pay.export()).rejects.toThrow('有 1 份申请在等它')
    expect(pay.store.count('batches')).toBe(0)
  })
})

describe('a cancelled batch', () => {
  test('lets its requests into the next one, and its sheet is gone', async () => {
    await pay.filed(2)
    const { batch } = await pay.export()
    await pay.finance('payouts.link', { batch, reason: '交给银行' })
    const [file] = pay.batch(batch).files ?? []
    await pay.finance('payouts.release', { batch, reason: '少选了人' })
    expect(states(2)).toEqual(['filed', 'filed'])
    expect(await pay.isThere(file?.id ?? '')).toBe(false)
    await expect(pay.finance('payouts.link', { batch, reason: '再看' })).rejects.toThrow('已经取消')
    expect(await pay.export()).toMatchObject({ count: 2, totalFen: totalOf(2) })
  })

  test('cannot be one that the bank has answered', async () => {
    await pay.filed(2)
    const { batch } = await pay.export()
    const id = pay.requestOf(filer(0))._id
    const sheet = await writeXlsx([
      ['编号', '结果'],
      [id, '成功'],
    ])
    const fileId = await pay.upload('bank/cccccccccccccccccccccccc.xlsx', sheet)
    await pay.finance('payouts.import', { batch, fileId })
    const releasing = pay.finance('payouts.release', { batch, reason: '不要了' })
    await expect(releasing).rejects.toThrow('银行已经办了其中 1 笔')
    expect(states(2)).toEqual(['paid', 'exported'])
  })
})
