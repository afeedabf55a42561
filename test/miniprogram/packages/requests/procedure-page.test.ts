import type { ProcedureAnswer, RequestView } from '../../../../domain/procedures/answers'
import {
  choicesOf,
  filingOf,
  stepsOf,
} from '../../../../miniprogram/packages/requests/pages/procedure/filing'
import { keepTyped } from '../../../../miniprogram/packages/requests/unfinished'
import { stepOf } from '../../components/fields'
import { stubWechat, type Wechat } from '../../services/wechat'
import { drive, tapped, type Driven } from '../staff/driving'
import { action, DORM, request, settle, WITHDRAW } from './answers'

const MOVE = stepOf('hukou', 'file')
const STAY = stepOf('hukou', 'stay')
const DECLARE = stepOf('hukou', 'declare')

const HUKOU: ProcedureAnswer = {
  ...DORM,
  procedure: 'hukou',
  title: '户口迁移',
  things: [],
  filings: [MOVE, STAY],
}

const at = (state: string, rest: Partial<RequestView>, filings = HUKOU.filings) => ({
  ...HUKOU,
  filings,
  request: request('hukou', state, rest),
})

let wechat: Wechat

beforeEach(() => {
  wechat = stubWechat({
    pageScrollTo: () => Promise.resolve(),
    setNavigationBarTitle: () => Promise.resolve(),
  })
})

async function open(answer: ProcedureAnswer): Promise<Driven> {
  wechat.answers = [{ ok: true, data: answer }]
  const page = await drive(
    () => import('../../../../miniprogram/packages/requests/pages/procedure/procedure'),
  )
  page.onLoad?.({ code: 'hukou' })
  page.onShow?.()
  await settle()
  return page
}

test('of two forms one has to choose, and is told what comes of each', async () => {
  const page = await open(HUKOU)
  expect(page.data).toMatchObject({ face: 'choosing', filing: null })
  expect(choicesOf(HUKOU)).toMatchObject([
    { label: '要迁出，申请备案', hint: '备案许可后，按办理说明带好材料去派出所。' },
    { label: '暂时迁不出，申请保留', hint: '读完承诺书，在方框里签名。' },
  ])
  page.choose?.(tapped({ name: 'stay' }))
  expect(page.data).toMatchObject({ face: 'form', filing: { name: 'stay' }, back: '换一种' })
  page.leave?.()
  expect(page.data).toMatchObject({ face: 'choosing' })
})

test('the only form there is opens at once', async () => {
  const page = await open({ ...HUKOU, filings: [MOVE] })
  expect(page.data).toMatchObject({ face: 'form', filing: { name: 'file' }, back: '' })
})

test('the form that somebody began is opened again', () => {
  keepTyped(HUKOU, { reason: '要到九月' }, 'stay')
  expect(filingOf(HUKOU)?.name).toBe('stay')
})

test('a request that came back opens with the form that it was filed with', () => {
  const back = { ...at('refused', { bad: true }), typed: { reason: '要到九月' } }
  expect(filingOf(back)?.name).toBe('stay')
})

test('the student’s own steps stand below the progress, those that a tap takes do not', async () => {
  const page = await open(at('police', { actions: [DECLARE, WITHDRAW] }, []))
  expect(page.data).toMatchObject({ face: 'progress', steps: [{ name: 'declare' }] })
})

test('whoever filed for the student is offered none of the steps that follow', () => {
  const pack = stepOf('archive', 'pack')
  const collecting = { ...HUKOU, filings: [], request: request('archive', 'collecting') }
  collecting.request.actions = [pack, action('return', { note: 'required' })]
  expect(stepsOf(collecting, true)).toEqual([])
})

test('where there is nothing to file it says so', async () => {
  const page = await open({ ...HUKOU, filings: [] })
  expect(page.data).toMatchObject({ face: 'blocked' })
})
