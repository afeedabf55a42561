/** @jest-environment jsdom */
import { stubWechat } from '../services/wechat'
import { render } from './rendering'

const GUIDE = '《隐私保护指引》'

interface Setting {
  success(result: object): void
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0))

async function open(needAuthorization?: boolean, properties: object = {}) {
  const resolved: object[] = []
  let listener: ((resolve: (answer: object) => void) => void) | undefined
  const wechat = stubWechat(
    needAuthorization === undefined
      ? {}
      : {
          getPrivacySetting: ({ success }: Setting) =>
            success({ needAuthorization, privacyContractName: GUIDE }),
          onNeedPrivacyAuthorization: (given: typeof listener) => (listener = given),
        },
  )
  const consent = render('privacy-consent', { why: '只用来核对你是谁。', ...properties })
  const changed: unknown[] = []
  consent.on('change', ({ detail }) => changed.push(detail))
  await turn()
  return { consent, wechat, changed, resolved, listen: () => listener }
}

test('what is collected and why stands above the tick', async () => {
  const { consent, wechat } = await open()
  expect(consent.text()).toContain('只用来核对你是谁。')
  await consent.tap('.link')
  expect(wechat.done).toEqual([['navigateTo', { url: '/pages/privacy/privacy' }]])
})

test('a WeChat from before the privacy guide has our tick alone', async () => {
  const { consent, changed } = await open()
  expect(consent.text()).not.toContain(GUIDE)
  await consent.tap('.tick')
  await consent.tap('.tick')
  expect(changed).toEqual([{ agreed: true }, { agreed: false }])
})

test('the same tick agrees to WeChat’s guide where that is still open', async () => {
  const { consent, changed, listen, resolved } = await open(true)
  expect(consent.text()).toContain(GUIDE)
  expect(consent.html()).toContain('wx-button')
  listen()?.((answer) => resolved.push(answer))
  await turn()
  expect(consent.text()).toContain('请在这里打勾')
  await consent.fire('.tick', 'agreeprivacyauthorization')
  expect(changed).toEqual([{ agreed: true }])
  expect(resolved).toEqual([
    { event: 'exposureAuthorization' },
    { event: 'agree', buttonId: 'agree' },
  ])
  expect(consent.html()).not.toContain('wx-button')
})

test('who agreed to the guide before has our tick alone', async () => {
  const { consent } = await open(false)
  expect(consent.html()).not.toContain('wx-button')
})

test('a tick that was left out is asked for', async () => {
  const { consent } = await open(undefined, { asked: true })
  expect(consent.text()).toContain('请在这里打勾')
  await consent.tap('.tick')
  expect(consent.text()).not.toContain('请在这里打勾')
})
