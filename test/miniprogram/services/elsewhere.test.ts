import { goTo, toLinkView } from '../../../miniprogram/services/elsewhere'
import { stubWechat } from './wechat'

const APP = 'wx0123456789abcdef'
const LEAGUE = { kind: 'miniProgram', name: '微信小程序客户端', address: '智慧团建' } as const

let copied: string[]
beforeEach(() => {
  copied = []
})

function phone(navigateToMiniProgram: (options: { appId: string }) => Promise<unknown>): void {
  const setClipboardData = ({ data }: { data: string }) => Promise.resolve(copied.push(data))
  stubWechat({ setClipboardData, navigateToMiniProgram })
}

/** As WeChat fails: an error with its message in a field of its own. */
function failing(why: string): Promise<never> {
  const errMsg = `navigateToMiniProgram:fail ${why}`
  return Promise.reject(Object.assign(new Error(), { errMsg }))
}

test('a mini program whose AppID is known is opened, any other is copied by its name', () => {
  expect(toLinkView({ ...LEAGUE, appId: APP })).toMatchObject({ action: '打开小程序', appId: APP })
  expect(toLinkView(LEAGUE)).toMatchObject({ action: '复制名称', appId: '' })
})

test('what is opened is not copied', async () => {
  const opened: string[] = []
  phone(({ appId }) => Promise.resolve(opened.push(appId)))
  await goTo({ address: '智慧团建', appId: APP })
  expect([opened, copied]).toEqual([[APP], []])
})

test('who stays here when WeChat asks has nothing copied', async () => {
  phone(() => failing('cancel'))
  await goTo({ address: '智慧团建', appId: APP })
  expect(copied).toEqual([])
})

test('what cannot be opened is copied', async () => {
  phone(() => failing('invalid appid'))
  await goTo({ address: '智慧团建', appId: APP })
  await goTo({ address: 'https://zhtj.youth.cn/zhtj', appId: '' })
  expect(copied).toEqual(['智慧团建', 'https://zhtj.youth.cn/zhtj'])
})
