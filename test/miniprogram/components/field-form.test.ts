/** @jest-environment jsdom */
import { choice, fields, line } from '../../../domain/procedures/fields'
import {
  inputOf,
  resumed,
  startingFrom,
  wrongWith,
} from '../../../miniprogram/components/field-form/typed'
import { drawFields } from '../../../miniprogram/components/field-form/view'
import { ON_ITS_WAY } from '../../../miniprogram/components/signature-pad/on-its-way'
import { formApis } from '../packages/requests/form-phone'
import { stubWechat } from '../services/wechat'
import { stepOf } from './fields'
import { render } from './rendering'

const FILE = stepOf('league', 'file')
const PACK = stepOf('archive', 'pack')
const PRICE = stepOf('bookLoss', 'price')
const SIGN = stepOf('hukou', 'sign')
const DECLARE = stepOf('hukou', 'declare')
const POST_CODE = stepOf('archive', 'file')

describe('a field that nobody touched', () => {
  test.each([
    ['a line', 'league', FILE, 'organisation', '请填写转入团组织全称'],
    ['a choice', 'league', FILE, 'kind', '请选择转到哪里'],
    ['a sentence to agree to', 'league', FILE, 'applied', '请先确认这一条'],
    ['several', 'archive', PACK, 'materials', '请选择档案内材料'],
    ['an amount', 'bookLoss', PRICE, 'price', '请填写赔偿金额'],
    ['a day', 'hukou', DECLARE, 'movedOn', '请选择迁移证办理日期'],
    ['a signature', 'hukou', SIGN, 'signature', '请在方框里签名'],
    ['digits', 'archive', POST_CODE, 'postCode', '请填写邮政编码'],
  ] as const)('%s says what is wanted', (_, procedure, action, name, sentence) => {
    expect(wrongWith(procedure, action, {})[name]).toBe(sentence)
  })
})

test.each([
  ['三十', '赔偿金额只写数字，例如 120 或 35.50'],
  ['30.555', '赔偿金额精确到分，小数点后最多两位'],
  ['0', '赔偿金额要大于 0'],
  ['900000', '赔偿金额太大了，请核对'],
])('an amount of %s says why it is none', (price, sentence) => {
  expect(wrongWith('bookLoss', PRICE, { price })).toEqual({ price: sentence })
})

test('yuan are handed in as fen, and come back as yuan to be put right', () => {
  expect(wrongWith('bookLoss', PRICE, { price: '36.5' })).toEqual({})
  expect(inputOf(PRICE.fields, { price: '36.5' })).toEqual({ price: 3650 })
  expect(startingFrom(PRICE.fields, { price: 3650 })).toEqual({ price: '36.50' })
})

test('a signature on its way holds the form, and is gone when the page was closed', () => {
  const typed = { read: true, signature: ON_ITS_WAY, name: '许沐阳' }
  expect(wrongWith('hukou', SIGN, typed)).toEqual({
    signature: '本人签名还没有传好，等一等再提交',
  })
  expect(resumed(typed)).toEqual({ read: true, name: '许沐阳' })
})

describe('photos', () => {
  const ASK = stepOf('feeQuestion', 'file')
  const slip = 'cloud://local/photos/aaaaaaaaaaaaaaaaaaaaaaaa.jpg'

  test('none is no fault, and one on its way holds the form', () => {
    expect(wrongWith('feeQuestion', ASK, { question: '多收了' })).toEqual({})
    const typed = { question: '多收了', photos: [slip, ON_ITS_WAY] }
    expect(wrongWith('feeQuestion', ASK, typed)).toEqual({
      photos: '还有照片没有传好，等一等，或者重传、去掉',
    })
  })

  test('those in the cloud are there again after the page was closed', () => {
    const typed = { question: '多收了', photos: [slip, ON_ITS_WAY] }
    expect(resumed(typed)).toEqual({ question: '多收了', photos: [slip] })
    const [, drawn] = drawFields(ASK.fields, typed, {})
    expect(drawn?.photos).toEqual([{ id: slip, url: '' }])
  })
})

const names = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`v${index}`, `去向 ${index}`]))

test.each([
  ['a few short ones beside each other', names(3), 'side'],
  ['long ones below each other', { a: '街道、乡镇或社区', b: '工作单位' }, 'rows'],
  ['more than three below each other', names(5), 'rows'],
  ['many on a wheel', names(9), 'wheel'],
])('options are drawn: %s', (_, options, draws) => {
  const { views } = fields({ where: choice('去向', options) })
  expect(drawFields(views, {}, {})[0]?.draws).toBe(draws)
})

test('what may be left empty says so, and a screen reader hears what is wrong', () => {
  const { views } = fields({ phone: line('电话', { optional: true }) })
  const [drawn] = drawFields(views, {}, { phone: '电话不对' })
  expect(drawn).toMatchObject({ label: '电话（可以不填）', spoken: '电话（可以不填），电话不对' })
})

describe('on the screen', () => {
  let changes: unknown[]
  let asked: [string, unknown][]

  beforeEach(() => {
    changes = []
    asked = []
    stubWechat(formApis(asked))
  })

  function open(properties: Record<string, unknown>) {
    const form = render('field-form', properties)
    form.on('change', ({ detail }) => changes.push(detail))
    return form
  }

  test('each field tells its value in the way of its kind', async () => {
    const form = open({ fields: FILE.fields, typed: {} })
    await form.fire('.field--organisation', 'input', { value: '云栖软件团支部' })
    await form.fire('.field--kind', 'tap', {}, 1)
    await form.fire('.field--applied', 'tap')
    expect(changes).toEqual([
      { name: 'organisation', value: '云栖软件团支部' },
      { name: 'kind', value: 'employer' },
      { name: 'applied', value: true },
    ])
  })

  test('of several some are chosen, and taken out again', async () => {
    const form = open({ fields: PACK.fields, typed: { materials: ['transcript'] } })
    await form.fire('.field--materials', 'tap', {}, 1)
    await form.fire('.field--materials', 'tap', {}, 0)
    expect(changes).toEqual([
      { name: 'materials', value: ['transcript', 'registration'] },
      { name: 'materials', value: [] },
    ])
  })

  test('photos tell which are in the cloud, and how many are not', async () => {
    const form = open({ fields: stepOf('feeQuestion', 'file').fields, typed: {} })
    const id = 'cloud://local/photos/aaaaaaaaaaaaaaaaaaaaaaaa.jpg'
    await form.fire('.field--photos', 'change', { photos: [{ id, url: '' }], waiting: 1 })
    expect(changes).toContainEqual({ name: 'photos', value: [id, ON_ITS_WAY] })
  })

  test('a wheel tells the option and not its place', async () => {
    const { views } = fields({ where: choice('去向', names(9)) })
    const form = open({ fields: views, typed: {} })
    await form.fire('.field--where', 'change', { value: '4' })
    expect(changes).toContainEqual({ name: 'where', value: 'v4' })
  })

  test('a day is read in full', () => {
    const form = open({ fields: DECLARE.fields, typed: { movedOn: '2022-06-20' } })
    expect(form.text()).toContain('2022 年 6 月 20 日')
  })

  test('a sentence stands at its field, and the first is brought onto the screen', async () => {
    const errors = { organisation: '请填写转入团组织全称' }
    const form = open({ fields: FILE.fields, typed: {}, errors })
    expect(form.text()).toContain('请填写转入团组织全称')
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(asked).toEqual([['pageScrollTo', { scrollTop: 404 }]])
  })
})
