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
const subscriptions = async () =>
  (await (await fetch(`${lab.cloud.url}/dev/subscriptions`)).json()) as { accepted: object[] }

test('a subscription message is kept and shown, newest last', async () => {
  const heard: string[] = []
  lab.cloud.messages.accept('oWang', 'T1')
  lab.cloud.messages.accept('oLi', 'T1')
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
  lab.cloud.messages.accept('oWang', 'T1')
  await inFunction(lab, 'wx', async ({ cloud }) =>
    cloud.callOpenAPI({
      api: 'subscribeMessage.send',
      data: { touser: 'oWang', template_id: 'T1', data: { thing1: { value: 'x' } } },
    }),
  )
  expect(lab.cloud.messages.list()).toHaveLength(count + 1)
})

describe('a one-time subscription', () => {
  const to = (touser: string, templateId = 'T1') => send({ ...message, touser, templateId })

  test('is good for one message of one template to one person', async () => {
    const allowed = { openid: 'oZhao', templateId: 'T2' }
    expect((await post('/dev/subscriptions', allowed)).status).toBe(200)
    await expect(to('oZhao', 'T1')).rejects.toMatchObject({ errCode: 43101 })
    await expect(to('oQian', 'T2')).rejects.toMatchObject({ errCode: 43101 })
    expect(await to('oZhao', 'T2')).toMatchObject({ errCode: 0 })
    await expect(to('oZhao', 'T2')).rejects.toThrow('user refuse to accept the msg')
  })

  test('adds up each time it is allowed', async () => {
    await post('/dev/subscriptions', { openid: 'oSun', templateId: 'T1', times: 2 })
    lab.cloud.messages.accept('oSun', 'T1')
    expect((await subscriptions()).accepted).toContainEqual({
      openid: 'oSun',
      templateId: 'T1',
      times: 3,
    })
    for (let left = 3; left > 0; left--) await to('oSun')
    await expect(to('oSun')).rejects.toMatchObject({ errCode: 43101 })
  })

  test('is not used up by a message that was wrong or that WeChat did not take', async () => {
    lab.cloud.messages.accept('oLiu', 'T1')
    await expect(send({ ...message, touser: 'oLiu', data: { thing1: {} } })).rejects.toThrow()
    await post('/dev/messages/fail', { errcode: -1 })
    await expect(to('oLiu')).rejects.toMatchObject({ errCode: -1 })
    expect(await to('oLiu')).toMatchObject({ errCode: 0 })
  })

  test.each([{ openid: 'o' }, { openid: 'o', templateId: 'T1', times: 0 }])(
    'cannot be given as %j',
    async (body) => {
      expect((await post('/dev/subscriptions', body)).status).toBe(400)
    },
  )
})

test('WeChat can be made to fail as often as wanted, with any code', async () => {
  lab.cloud.messages.accept('oWang', 'T1')
  const failure = { errcode: 45009, errmsg: 'reach max api daily quota limit', times: 2 }
  await post('/dev/messages/fail', failure)
  await expect(send(message)).rejects.toThrow('reach max api daily quota limit')
  await expect(send(message)).rejects.toMatchObject({ errCode: 45009 })
  expect(await send(message)).toMatchObject({ errCode: 0 })
  expect((await post('/dev/messages/fail', {})).status).toBe(400)
})

test('where templates are declared, no other one can be sent', async () => {
  const own = await openLaboratory({ templates: { T1: '办理结果通知' } })
  own.cloud.messages.accept('oWang', 'T9')
  const sent = inFunction(
    own,
    'wx',
    async ({ cloud }, message) => cloud.openapi.subscribeMessage.send(message),
    { ...message, templateId: 'T9' },
  )
  await expect(sent).rejects.toMatchObject({ errCode: 40037 })
  await own.close()
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
