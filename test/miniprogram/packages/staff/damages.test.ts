import fc from 'fast-check'
import {
  toDamageViews,
  totalsOf,
} from '../../../../miniprogram/packages/staff/components/room-damages/view'
import { LIN, XU, ZHOU } from './answers'

const PEOPLE = [
  { id: LIN, name: '林知夏' },
  { id: ZHOU, name: '周予安' },
  { id: XU, name: '许沐阳' },
]

const damage = (price: string, ids = [LIN, ZHOU, XU]) => ({ key: 1, thing: '桌', price, ids })

/** 林知夏 33.34 元 → 3334 */
const fenIn = (text: string) =>
  [...text.matchAll(/([\d,]+)\.(\d\d) 元/g)].map(([, yuan = '', fen = '']) =>
    Number(yuan.replace(/,/g, '') + fen),
  )

test('shared equally, the first carry the odd fen', () => {
  const [view] = toDamageViews([damage('100')], PEOPLE, {})
  expect(view?.parts).toEqual(['林知夏 33.34 元', '周予安 33.33 元', '许沐阳 33.33 元'])
})

test('one alone pays all of it', () => {
  expect(toDamageViews([damage('35.5', [ZHOU])], PEOPLE, {})[0]?.parts).toEqual(['周予安 35.50 元'])
})

test.each([
  ['', [LIN]],
  ['12x', [LIN]],
  ['12', []],
])('no parts are shown for a price of %p among %p', (price, ids) => {
  expect(toDamageViews([damage(price, ids)], PEOPLE, {})[0]?.parts).toEqual([])
})

test('whatever it costs and whoever shares it, the parts add up', () => {
  const some = fc.subarray([LIN, ZHOU, XU], { minLength: 1 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000 }), some, (fen, ids) => {
      const [view] = toDamageViews([damage((fen / 100).toFixed(2), ids)], PEOPLE, {})
      const parts = fenIn(view?.parts.join() ?? '')
      expect(parts).toHaveLength(ids.length)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(fen)
    }),
  )
})

test('of several damages each one’s sum is shown', () => {
  const damages = [damage('100'), { ...damage('20', [ZHOU]), key: 2 }]
  expect(totalsOf(damages, PEOPLE)).toEqual([
    '林知夏 33.34 元',
    '周予安 53.33 元',
    '许沐阳 33.33 元',
  ])
})

test('each wrong field has its own sentence', () => {
  const errors = { 'damages.0.priceFen': '请填写赔偿金额', 'damages.0.ids': '请选择由谁承担' }
  expect(toDamageViews([damage('')], PEOPLE, errors)[0]).toMatchObject({
    wrongThing: '',
    wrongPrice: '请填写赔偿金额',
    wrongPeople: '请选择由谁承担',
  })
})
