import { refused, stubWechat, type Wechat } from '../../services/wechat'
import { settle } from '../staff/answers'
import { drive, type Driven } from '../staff/driving'
import { copied } from './drafts'

let wechat: Wechat

beforeEach(() => {
  wechat = stubWechat({
    navigateBack: () => {
      wechat.done.push(['navigateBack', undefined])
      return Promise.resolve()
    },
  })
})

async function open(part: string): Promise<Driven> {
  wechat.answers = [{ ok: true, data: copied() }]
  const page = await drive(() => import('../../../../miniprogram/packages/admin/pages/form/form'))
  page.onLoad?.({ cohort: '2027', part })
  await settle()
  return page
}

const fill = (page: Driven, name: string, value: unknown) =>
  page.fill?.({ detail: { name, value } })

async function save(page: Driven): Promise<void> {
  await page.save?.()
  await settle()
}

test('what is saved goes as changes of the version that was shown, and the page is left', async () => {
  const page = await open('items.5.contacts.0')
  fill(page, 'name', '沈书言')
  wechat.answers = [{ ok: true, data: copied({ version: 4 }) }]
  await save(page)
  expect(wechat.sent.at(-1)).toMatchObject({
    cohort: '2027',
    version: 3,
    changes: [
      {
        do: 'set',
        path: 'items.5.contacts.0',
        value: { name: '沈书言', phones: ['025-85395027'] },
      },
    ],
  })
  expect(wechat.done.at(-1)).toEqual(['navigateBack', undefined])
})

test('what is wrong stands at its field before anything is sent, and what was typed stays', async () => {
  const page = await open('items.5.contacts.0')
  const before = wechat.sent.length
  fill(page, 'phones', '8539')
  await save(page)
  expect(wechat.sent).toHaveLength(before)
  expect(page.data.errors).toEqual({
    phones: expect.stringContaining('应为带区号的座机') as string,
  })
  expect(page.data.typed).toMatchObject({ phones: '8539' })
})

test('whoever was second is told who was first, and keeps what they typed', async () => {
  const page = await open('steps.0')
  fill(page, 'title', '自己办好')
  wechat.answers = [refused('CONFLICT', '裴司衡在 12:00 改过这份草稿。')]
  await save(page)
  expect(page.data).toMatchObject({
    refusal: '裴司衡在 12:00 改过这份草稿。',
    typed: { title: '自己办好' },
    sending: '',
  })
})

test('a lost answer is asked for again under the same number', async () => {
  const page = await open('steps.0')
  fill(page, 'title', '自己办好')
  wechat.answers = ['lost']
  await save(page)
  const first = wechat.sent.at(-1)
  wechat.answers = [{ ok: true, data: copied({ version: 4 }) }]
  await save(page)
  expect(wechat.sent.at(-1)).toEqual(first)
})

test('an entry is taken away only when that is confirmed', async () => {
  const page = await open('steps.0')
  wechat.confirms = false
  const before = wechat.sent.length
  await page.remove?.()
  await settle()
  expect(wechat.sent).toHaveLength(before)
})

test('days are looked at as a whole, even when none changes', async () => {
  const page = await open('days')
  wechat.answers = [{ ok: true, data: copied({ version: 4 }) }]
  await save(page)
  expect(wechat.sent.at(-1)).toMatchObject({ looked: 'days' })
})
