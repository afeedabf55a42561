import { readXlsx, writeXlsx } from '../../cloudfunctions/shared/spreadsheet/xlsx'
import type { Cell } from '../../domain/spreadsheet/cells'
import { balanceOf, filer, PayingSchool } from './paying-school'

let pay: PayingSchool
beforeAll(async () => (pay = await PayingSchool.open()))
afterAll(() => pay.school.close())
beforeEach(() => pay.reset())

const states = (count: number) =>
  Array.from({ length: count }, (_, n) => pay.requestOf(filer(n)).state)

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
      paid: 1,
      failed: 1,
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
      paid: 0,
      failed: 0,
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
