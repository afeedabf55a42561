import { loadPages } from '../../../../miniprogram/packages/staff/components/worklist/pages'
import { stubWechat } from '../../services/wechat'
import { LIN, NOW, workRow, XU, ZHOU } from './answers'

const page = (rows: object[], more: boolean, counts: object[] = []) => ({
  ok: true as const,
  data: { counts, rows, more, now: NOW },
})

test('later pages follow the first, which has the counts', async () => {
  const wechat = stubWechat()
  const counts = [{ procedure: 'dormCheckout', title: '退宿', count: 2 }]
  wechat.answers = [
    page([workRow(LIN, '林知夏')], true, counts),
    page([workRow(ZHOU, '周予安')], false),
  ]
  const found = await loadPages('dormCheckout', 2)
  expect(wechat.sent).toEqual([
    { procedure: 'dormCheckout', page: 0 },
    { procedure: 'dormCheckout', page: 1 },
  ])
  expect(found).toMatchObject({ counts, more: false, rows: [{ id: LIN }, { id: ZHOU }] })
})

test('what moved onto the next page meanwhile is shown once', async () => {
  const wechat = stubWechat()
  wechat.answers = [
    page([workRow(LIN, '林知夏'), workRow(ZHOU, '周予安')], true),
    page([workRow(ZHOU, '周予安'), workRow(XU, '许沐阳')], true),
  ]
  const { rows, more } = await loadPages('', 2)
  expect(wechat.sent[0]).toEqual({ page: 0 })
  expect(rows.map(({ name }) => name)).toEqual(['林知夏', '周予安', '许沐阳'])
  expect(more).toBe(true)
})
