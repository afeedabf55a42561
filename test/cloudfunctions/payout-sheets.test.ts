import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readXlsx, writeXlsx } from '../../cloudfunctions/shared/spreadsheet/xlsx'
import { sha256 } from '../../cloudfunctions/shared/sha256'
import { verifyChain } from '../../domain/audit/chain'
import type { AuditRecord, ChainHead } from '../../domain/audit/record'
import { sumFen } from '../../domain/money'
import type { Cell } from '../../domain/spreadsheet/cells'
import { paths } from '../../tools/paths'
import { balanceOf, filer, PayingSchool } from './paying-school'
import { openidOf } from './small-school'

let pay: PayingSchool
beforeAll(async () => (pay = await PayingSchool.open()))
afterAll(() => pay.school.close())
beforeEach(() => pay.reset())

const totalOf = (count: number) => sumFen(Array.from({ length: count }, (_, n) => balanceOf(n)))

const recordsOf = (studentNo: string) =>
  pay.store.find<AuditRecord>('audit', {
    filter: { person: `student:${studentNo}` },
    order: { seq: 1 },
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
        role: 'finance',
        why: '交给银行',
        before: {},
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

test('the timer comes every ten minutes', () => {
  const file = path.join(paths.distFunctions, 'payouts', 'config.json')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    timeout: 60,
    triggers: [{ type: 'timer', config: '0 */10 * * * * *' }],
  })
})
