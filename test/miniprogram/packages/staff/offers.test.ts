import { offersFor } from '../../../../miniprogram/packages/staff/components/worklist/offers'
import {
  chooseAll,
  CHOSEN_MOST,
} from '../../../../miniprogram/packages/staff/components/worklist/view'
import { toWorkRowView } from '../../../../miniprogram/packages/staff/components/work-row/view'
import { LIN, NOW, workRow } from './answers'

const APPROVE = { name: 'approve', label: '同意' }
const row = (procedure: 'dormCheckout' | 'cardRefund', quick = [APPROVE]) => ({ procedure, quick })

const names = (rows: Parameters<typeof offersFor>[0]) => offersFor(rows).map(({ name }) => name)

test('who may agree may also send back, with a reason', () => {
  expect(offersFor([row('dormCheckout'), row('dormCheckout')])).toMatchObject([
    { name: 'return', label: '退回', tone: 'danger', asksReason: true },
    { name: 'approve', label: '同意', tone: 'primary', asksReason: false },
  ])
})

test('only what all have in common is offered', () => {
  const other = [{ name: 'confirm', label: '确认' }]
  expect(names([])).toEqual([])
  expect(names([row('dormCheckout'), row('dormCheckout', other)])).toEqual([])
  expect(names([row('dormCheckout'), row('cardRefund')])).toEqual(['approve'])
})

test('全选 takes as many as go at once', () => {
  const rows = Array.from({ length: 60 }, (_, index) =>
    toWorkRowView(workRow(`TS220610-AAAA${index}`, '林知夏'), NOW, 'summary'),
  )
  expect(Object.keys(chooseAll(rows, {}))).toHaveLength(CHOSEN_MOST)
})

test.each([
  ['2022-06-10T04:00:00.000Z', '刚刚'],
  ['2022-06-10T03:55:00.000Z', '5 分钟'],
  ['2022-06-09T01:00:00.000Z', '1 天'],
])('since %s it waits %s', (since, wait) => {
  expect(toWorkRowView(workRow(LIN, '林知夏', { since }), NOW, 'summary').wait).toBe(wait)
})

test('a found row says where it stands instead', () => {
  expect(toWorkRowView(workRow(LIN, '林知夏'), NOW, 'says')).toMatchObject({
    hint: '等辅导员审核',
    wait: '',
  })
})
