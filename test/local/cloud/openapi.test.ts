import { inFunction, openLaboratory, type Laboratory } from './laboratory'

let lab: Laboratory
beforeAll(async () => (lab = await openLaboratory({ now: '2022-06-10T01:00:00Z' })))
afterAll(() => lab.close())

const send = (message: object) =>
  inFunction(
    lab,
    'wx',
    async ({ cloud }, message) => cloud.openapi.subscribeMessage.send(message),
    message,
  )
const message = {
  touser: 'oWang',
  templateId: 'T1',
  page: 'pages/sheet/sheet',
  data: { thing1: { value: '图书' }, time2: { value: '2022-06-15' } },
}
const post = (path: string, body: object) =>
  fetch(lab.cloud.url + path, { method: 'POST', body: JSON.stringify(body) })

test('a subscription message is kept and shown, newest last', async () => {
  const heard: string[] = []
  const stop = lab.cloud.messages.subscribe(({ openid }) => heard.push(openid))
  expect(await send(message)).toMatchObject({ errCode: 0 })
  await send({ ...message, touser: 'oLi' })
  stop()
  const shown = await (await fetch(`${lab.cloud.url}/dev/messages`)).json()
  expect(shown).toEqual(lab.cloud.messages.list())
  expect(shown).toEqual([
    {
      id: 1,
      at: expect.stringMatching(/^2022-06-10T01:/),
      openid: 'oWang',
      templateId: 'T1',
      page: 'pages/sheet/sheet',
      data: message.data,
      function: 'sdk',
    },
    expect.objectContaining({ id: 2, openid: 'oLi' }),
  ])
  expect(heard).toEqual(['oWang', 'oLi'])
})

test('callOpenAPI sends the same', async () => {
  const count = lab.cloud.messages.list().length
  await inFunction(lab, 'wx', async ({ cloud }) =>
    cloud.callOpenAPI({
      api: 'subscribeMessage.send',
      data: { touser: 'oWang', template_id: 'T1', data: { thing1: { value: 'x' } } },
    }),
  )
  expect(lab.cloud.messages.list()).toHaveLength(count + 1)
})

test('a person can refuse the next message of one template, and only that', async () => {
  await post('/dev/messages/refuse', { openid: 'oWang', templateId: 'T2' })
  const before = lab.cloud.messages.list().length
  await send(message)
  await expect(send({ ...message, templateId: 'T2' })).rejects.toMatchObject({ errCode: 43101 })
  await send({ ...message, templateId: 'T2' })
  expect(lab.cloud.messages.list()).toHaveLength(before + 2)
})

test('a refusal without a template holds for the next message of any', async () => {
  await post('/dev/messages/refuse', { openid: 'oWang' })
  await expect(send(message)).rejects.toThrow('user refuse to accept the msg')
  expect((await post('/dev/messages/refuse', { templateId: 'T2' })).status).toBe(400)
})

test.each([
  ['a person', { touser: '' }, 40003],
  ['a template', { templateId: '' }, 40037],
  ['a value in each field', { data: { thing1: {} } }, 47003],
])('a message needs %s', async (_, wrong, errCode) => {
  await expect(send({ ...message, ...wrong })).rejects.toMatchObject({ errCode })
})

test('an openapi that is not there fails by its name', async () => {
  const check = inFunction(lab, 'wx', async ({ cloud }) =>
    cloud.openapi.security.msgSecCheck({ content: 'x' }),
  )
  await expect(check).rejects.toThrow('security.msgSecCheck')
  expect(lab.log.map(({ text }) => text).join()).toContain('security.msgSecCheck')
})

test('a function without the permission in its config.json may not send', async () => {
  const own = await openLaboratory()
  // `echo` has no config.json; it is told to send through the token of its own invocation.
  const call = fetch(`${own.cloud.url}/call/echo`, { method: 'POST', body: '{"send":true}' })
  expect(await (await call).json()).toMatchObject({ result: { send: { errCode: -604101 } } })
  await own.close()
})
