/** @jest-environment jsdom */
import { stubWechat, refused, type Wechat } from '../services/wechat'
import { render, type Rendered } from './rendering'

let wechat: Wechat
let statusCode: number
let fetched: { url: string; filePath: string }[]
let opened: unknown[]
let button: Rendered

const settle = () => new Promise((resolve) => setTimeout(resolve, 30))
const press = async () => {
  await button.tap('.print')
  await settle()
}

beforeEach(() => {
  statusCode = 200
  fetched = []
  opened = []
  wechat = stubWechat({
    env: { USER_DATA_PATH: 'http://usr' },
    downloadFile: (wanted: {
      url: string
      filePath: string
      success: (answer: object) => void
    }) => {
      fetched.push(wanted)
      wanted.success({ statusCode })
    },
    openDocument: (options: unknown) => Promise.resolve(opened.push(options)),
  })
  wechat.answers = [{ ok: true, data: { url: 'https://files/a.pdf', expiresAt: '' } }]
  button = render('save-certificate', {})
})

test('has the sheet made, fetches it and opens it', async () => {
  await press()
  expect(fetched).toMatchObject([{ url: 'https://files/a.pdf', filePath: 'http://usr/离校单.pdf' }])
  expect(opened).toMatchObject([{ filePath: 'http://usr/离校单.pdf', fileType: 'pdf' }])
  expect(button.text()).not.toContain('没有')
})

test('says why it was refused', async () => {
  wechat.answers = [refused('CLOSED', '离校单办完才能保存，还差：图书归还。')]
  await press()
  expect(button.text()).toContain('还差：图书归还')
  expect(fetched).toEqual([])
})

test('a link that does not lead to it is told, and nothing else is opened', async () => {
  statusCode = 403
  await press()
  expect(button.text()).toContain('没有下载下来')
  expect(opened).toEqual([])
})

test('after a lost answer the same request is sent again', async () => {
  wechat.answers = ['lost', { ok: true, data: { url: 'https://files/a.pdf', expiresAt: '' } }]
  await press()
  await press()
  expect(wechat.sent[1]).toEqual(wechat.sent[0])
  expect(opened).toHaveLength(1)
})
