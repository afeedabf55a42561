/** @jest-environment jsdom */
import { render } from '../../components/rendering'
import { refused, stubWechat } from '../../services/wechat'
import { action, DORM, request, settle } from './answers'

const CONFIRM = action('confirm', { form: 'confirmation' })
const DISPUTE = action('dispute', { note: 'required', usualNotes: ['赔偿金额不对'] })

function open() {
  const wechat = stubWechat()
  wechat.answers = [{ ok: true, data: DORM }]
  const found = request('dormCheckout', 'confirmation', {
    headline: '请确认检查记录',
    version: 4,
    results: [{ label: '赔偿 桌', value: '80.00 元' }],
    actions: [CONFIRM, DISPUTE],
  })
  const answer = { ...DORM, request: found }
  const record = render('inspection-record', { answer }, 'packages/requests/components')
  const changed = jest.fn()
  record.on('changed', changed)
  const press = async (selector: string) => {
    await record.tap(selector)
    await settle()
  }
  return { wechat, record, changed, press }
}

test('what was found is read before it is confirmed', () => {
  expect(open().record.text()).toContain('赔偿 桌80.00 元')
})

test('the number to ask about it stands with what was filed', () => {
  expect(open().record.text()).toMatch(/我的申请编号TS220610-/)
})

test('it is signed with the student’s name', async () => {
  const { wechat, record, changed, press } = open()
  await press('.confirm')
  expect(record.text()).toContain('请输入你的姓名')
  expect(wechat.sent).toEqual([])
  await record.fire('.name', 'input', { value: '林知夏' })
  await press('.confirm')
  expect(wechat.sent).toMatchObject([
    { transition: 'confirm', version: 4, input: { name: '林知夏' } },
  ])
  expect(changed).toHaveBeenCalledTimes(1)
})

test('another name is refused at the field', async () => {
  const { wechat, record, press } = open()
  wechat.answers = [refused('INVALID', '请输入你自己的姓名', { name: '请输入你自己的姓名' })]
  await record.fire('.name', 'input', { value: '林之夏' })
  await press('.confirm')
  expect(record.text()).toContain('请输入你自己的姓名')
})

test('记录不对 wants a reason; the usual ones are a tap away', async () => {
  const { wechat, record, press } = open()
  await press('.wrong-record')
  await press('.dispute')
  expect(record.text()).toContain('请写明哪里不对')
  expect(wechat.sent).toEqual([])
  await record.fire('.why', 'change', { value: '赔偿金额不对' })
  await press('.dispute')
  expect(wechat.sent).toMatchObject([{ transition: 'dispute', note: '赔偿金额不对', input: {} }])
})

test('返回 leads back to the signature', async () => {
  const { record, press } = open()
  await press('.wrong-record')
  await press('.back')
  expect(record.text()).toContain('确认检查记录')
})
