import { readXlsx, writeXlsx } from '../../cloudfunctions/payouts/xlsx'
import { sha256 } from '../../cloudfunctions/shared/sha256'
import { verifyChain } from '../../domain/audit/chain'
import type { AuditRecord, ChainHead } from '../../domain/audit/record'
import { sumFen } from '../../domain/money'
import type { Cell } from '../../domain/procedures/payout-sheet'
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
      ...{ unreported: 1, zero: 1, reportOn: '2022-07-04', batches: [] },
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
        ...{ name, amountFen: balanceOf(n), lastFour: cardNumber.slice(-4), result: 'open' },
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
        ...{ ...model, _id: id, since: '2022-06-11T01:00:00.000Z' },
        student: { ...model.student, studentNo },
      })),
    )
    await pay.store.put(
      'students',
      copies.map(({ id, studentNo }) => ({
        ...{ ...student, _id: studentNo, openid: studentNo },
        requests: { cardRefund: { id, state: 'filed', version: 1, since: '', note: '' } },
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

describe('the sheet', () => {
  const link = (batch: string, requestId?: string) =>
    pay.finance('payouts.link', { batch, reason: '交给银行', ...(requestId && { requestId }) })
  const read = async (url: string): Promise<Cell[][]> => {
    const response = await pay.download(url)
    expect(response.status).toBe(200)
    return (await readXlsx(Buffer.from(await response.arrayBuffer()))) ?? []
  }

  test('has the full numbers as text, and the right total', async () => {
    const filers = await pay.filed(3)
    const { batch } = await pay.export()
    const { url, expiresAt } = await link(batch)
    expect(expiresAt).toBe('2022-07-05T01:10:00.000Z'.replace('00.000', expiresAt.slice(17, 23)))
    const [header, ...rows] = await read(url)
    expect(header?.join()).toBe('编号,姓名,学号,开户名,开户银行,银行卡号,金额(元)')
    expect(rows.slice(0, -1)).toEqual(
      filers.map((each, n) => [
        ...[pay.requestOf(each)._id, each.name, each.studentNo, each.name, '中国农业银行'],
        ...[each.cardNumber, balanceOf(n) / 100],
      ]),
    )
    expect(rows.at(-1)?.[6]).toBe(totalOf(3) / 100)
  })

  test('can be guessed by nobody, is downloaded for ten minutes, and then removed', async () => {
    await pay.filed(1)
    const { batch } = await pay.export()
    const { url } = await link(batch)
    expect(url).toMatch(/\/payouts\/[A-Za-z0-9]{24}\.xlsx\?/)
    const [file] = pay.batch(batch).files ?? []
    await pay.timer()
    expect(await pay.isThere(file?.id ?? '')).toBe(true)
    pay.at('2022-07-05T09:09:00+08:00')
    expect((await pay.download(url)).status).toBe(200)
    pay.at('2022-07-05T09:11:00+08:00')
    expect((await pay.download(url)).status).toBe(403)
    await pay.timer()
    expect(await pay.isThere(file?.id ?? '')).toBe(false)
    expect(pay.batch(batch)).not.toHaveProperty('files')
    expect(pay.batch(batch)).not.toHaveProperty('filesUntil')
  })

  test('is audited for each person once a request, with its reason and without the number', async () => {
    const filers = await pay.filed(2)
    const { batch } = await pay.export()
    const id = pay.requestId()
    const first = await link(batch, id)
    expect(await link(batch, id)).toEqual(first)
    await link(batch)
    for (const { studentNo, cardNumber } of filers) {
      const records = recordsOf(studentNo)
      const reveals = records.filter(({ action }) => action === 'payouts.link')
      expect(reveals).toHaveLength(2)
      expect(reveals[0]).toMatchObject({
        ...{ role: 'finance', why: '交给银行', before: {} },
        after: { 银行卡号: expect.stringContaining(`尾号 ${cardNumber.slice(-4)}`) as string },
      })
      expect(JSON.stringify(records)).not.toContain(cardNumber)
      const [head = null] = pay.store.find<ChainHead>('chains', {
        filter: { _id: `student:${studentNo}` },
      })
      expect(verifyChain(records, head, sha256)).toEqual([])
    }
    expect(pay.batch(batch).files).toHaveLength(2)
  })

  test('is not made when the total is not the sum, and nothing is revealed', async () => {
    await pay.filed(1)
    const { batch } = await pay.export()
    await pay.store.update('batches', { _id: batch }, { $set: { 'rows.0.amountFen': 999 } })
    await expect(link(batch)).rejects.toThrow('对不上，已经停下')
    expect(recordsOf(filer(0).studentNo).map(({ action }) => action)).not.toContain('payouts.link')
  })

  test('is not made when a number is erased already', async () => {
    await pay.filed(1)
    const { batch } = await pay.export()
    await pay.store.remove('secrets')
    await expect(link(batch)).rejects.toThrow('有 1 人的银行卡号过了保存期限')
  })

  test('never gets into a log', async () => {
    const filers = await pay.filed(2)
    const { batch } = await pay.export()
    await link(batch)
    const lines = pay.school.log.map(({ text }) => text).join('\n')
    for (const { name, cardNumber, studentNo } of filers) {
      for (const word of [`"${name}"`, cardNumber, studentNo]) expect(lines).not.toContain(word)
    }
  })
})

describe('the bank’s results', () => {
  const NAME = 'bank/aaaaaaaaaaaaaaaaaaaaaaaa'
  const idOf = (n: number) => pay.requestOf(filer(n))._id
  const xlsx = async (rows: Cell[][]) =>
    pay.upload(`${NAME}.xlsx`, await writeXlsx([['编号', '金额', '结果', '原因'], ...rows]))
  const take = (batch: string, fileId: string) => pay.finance('payouts.import', { batch, fileId })

  test('pay some, fail others, and reject what does not fit with its line', async () => {
    await pay.filed(4)
    const { batch } = await pay.export()
    const fileId = await xlsx([
      [idOf(0), balanceOf(0) / 100, '成功', null],
      [idOf(1), balanceOf(1) / 100, '失败', '户名不符'],
      [idOf(2), 1, '成功', null],
      ['TF220101-000000', 1, '成功', null],
      ['合计', 20, null, null],
    ])
    expect(await take(batch, fileId)).toEqual({
      ...{ paid: 1, failed: 1 },
      rejected: [
        { row: 4, reason: '金额 1.00 元，批次里是 12.02 元' },
        { row: 5, reason: '这一批里没有这个编号' },
      ],
    })
    expect(states(4)).toEqual(['paid', 'failed', 'exported', 'exported'])
    expect(pay.batch(batch).rows.map(({ result, note }) => [result, note])).toEqual([
      ...[
        ['paid', ''],
        ['failed', '户名不符'],
      ],
      ...[
        ['open', ''],
        ['open', ''],
      ],
    ])
    expect(await pay.isThere(fileId)).toBe(false)
  })

  test('come as csv in GBK, too', async () => {
    await pay.filed(1)
    const { batch } = await pay.export()
    // 编号,状态 / …,成功
    const header = [0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xd7, 0xb4, 0xcc, 0xac, 0x0d, 0x0a]
    const word = [0x2c, 0xb3, 0xc9, 0xb9, 0xa6, 0x0d, 0x0a]
    const content = Uint8Array.from([...header, ...Buffer.from(idOf(0)), ...word])
    const fileId = await pay.upload(`${NAME}.csv`, content)
    expect(await take(batch, fileId)).toEqual({ paid: 1, failed: 0, rejected: [] })
  })

  test('the same file twice changes nothing', async () => {
    await pay.filed(2)
    const { batch } = await pay.export()
    const rows: Cell[][] = [
      [idOf(0), null, '成功', null],
      [idOf(1), null, '失败', '销户'],
    ]
    await take(batch, await xlsx(rows))
    const before = JSON.stringify([pay.store.find('requests'), pay.batch(batch)])
    expect(await take(batch, await xlsx(rows))).toEqual({
      ...{ paid: 0, failed: 0 },
      rejected: [
        { row: 2, reason: '已经登记过：已到账' },
        { row: 3, reason: '已经登记过：没有退成' },
      ],
    })
    expect(JSON.stringify([pay.store.find('requests'), pay.batch(batch)])).toBe(before)
  })

  test('a repeated request is answered as before, though its file is gone', async () => {
    await pay.filed(1)
    const { batch } = await pay.export()
    const input = {
      batch,
      fileId: await xlsx([[idOf(0), null, '成功', null]]),
      requestId: pay.requestId(),
    }
    const first = await pay.finance('payouts.import', input)
    expect(await pay.finance('payouts.import', input)).toEqual(first)
  })

  test('who failed corrects the account and is in the next batch', async () => {
    const [someone = filer(0)] = await pay.filed(2)
    const { batch } = await pay.export()
    await take(
      batch,
      await xlsx([
        [idOf(0), null, '失败', '户名不符'],
        [idOf(1), null, '成功', null],
      ]),
    )
    await pay.file({ ...someone, cardNumber: filer(70).cardNumber }, pay.requestOf(someone).version)
    const next = await pay.export()
    expect(next).toMatchObject({ count: 1, totalFen: balanceOf(0) })
    const { url } = await pay.finance('payouts.link', { batch: next.batch, reason: '再退一次' })
    const response = await pay.download(url)
    const [, row] = (await readXlsx(Buffer.from(await response.arrayBuffer()))) ?? []
    expect(row?.[5]).toBe(filer(70).cardNumber)
    const { rows } = await pay.finance('payouts.batch', { batch })
    expect(rows.map(({ result }) => result)).toEqual(['failed', 'paid'])
  })

  test.each([
    ['no table', Buffer.from('这不是表格'), '没有找到「编号」和「结果」'],
    ['a broken xlsx', Buffer.from('PK\u0003\u0004 broken'), '打不开'],
    ['an old xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]), '旧格式的 xls'],
    ['nothing', Buffer.alloc(0), '没有找到「编号」和「结果」'],
    ['another batch’s table', Buffer.from('编号,结果\nTF220101-000000,成功\n'), '可能选错了表'],
  ])('%s is refused with a sentence, and removed', async (_, content, sentence) => {
    await pay.filed(1)
    const { batch } = await pay.export()
    const fileId = await pay.upload(`${NAME}.csv`, content)
    await expect(take(batch, fileId)).rejects.toThrow(sentence)
    expect(await pay.isThere(fileId)).toBe(false)
    expect(states(1)).toEqual(['exported'])
  })

  test('a file that never came is said so', async () => {
    await pay.filed(1)
    const { batch } = await pay.export()
    await expect(take(batch, 'cloud://local/bank/bbbbbbbbbbbbbbbbbbbbbbbb.xlsx')).rejects.toThrow(
      '没有收到这份表格',
    )
  })

  test('are not taken when the total is not the sum', async () => {
    await pay.filed(1)
    const { batch } = await pay.export()
    await pay.store.update('batches', { _id: batch }, { $set: { 'rows.0.amountFen': -5 } })
    const fileId = await xlsx([[idOf(0), null, '成功', null]])
    await expect(take(batch, fileId)).rejects.toThrow('对不上')
    expect(states(1)).toEqual(['exported'])
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

describe('the account number', () => {
  const secretOf = (n: number) =>
    pay.store.find<{ eraseOn: string }>('secrets', {
      filter: { _id: pay.requestOf(filer(n))._id },
    })

  test('is erased 30 days after the payment, and not before', async () => {
    await pay.filed(1)
    const { batch } = await pay.export()
    const id = pay.requestOf(filer(0))._id
    const sheet = await writeXlsx([
      ['编号', '结果'],
      [id, '成功'],
    ])
    const fileId = await pay.upload('bank/dddddddddddddddddddddddd.xlsx', sheet)
    await pay.finance('payouts.import', { batch, fileId })
    const night = (day: string) => {
      pay.at(`${day}T03:30:00+08:00`)
      return pay.school.cloud.invoke('nightly', { Type: 'Timer' }, { source: 'wx_trigger' })
    }
    await night('2022-08-03')
    expect(secretOf(0)).toMatchObject([{ eraseOn: '2022-08-04' }])
    await night('2022-08-04')
    expect(secretOf(0)).toEqual([])
  })

  test('is erased at once by a withdrawal', async () => {
    await pay.filed(1)
    expect(secretOf(0)).toHaveLength(1)
    await pay.act(filer(0).openid, { transition: 'withdraw', version: 1 })
    expect(secretOf(0)).toEqual([])
  })
})

test('a phone that says it is the timer is refused', async () => {
  const answer = await pay.school.cloud.invoke(
    'payouts',
    { Type: 'Timer' },
    { openid: openidOf('finance', 'own'), source: 'wx_trigger' },
  )
  expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
})
