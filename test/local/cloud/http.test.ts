import { request, type IncomingHttpHeaders } from 'node:http'
import { inFunction, openLaboratory, until, type Laboratory } from './laboratory'

let lab: Laboratory
beforeAll(async () => {
  lab = await openLaboratory({
    now: '2022-06-10T09:00:00+08:00',
    next: ({ url }, response) => {
      if (url !== '/phone') return false
      response.end('the phone')
      return true
    },
  })
})
afterAll(() => lab.close())

const at = (path: string) => lab.cloud.url + path
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(at(path), { method: 'POST', body: JSON.stringify(body), headers })
const json = async (response: Promise<Response>) => (await response).json() as Promise<object>

describe('POST /call/<function>', () => {
  test('answers the result, called by the person of x-openid', async () => {
    expect(await json(post('/call/echo', { a: 1 }, { 'x-openid': 'oWang' }))).toMatchObject({
      result: { openid: 'oWang', source: 'wx_client', event: { a: 1 } },
    })
  })

  test('is anonymous without x-openid, and needs no body', async () => {
    const answer = await json(fetch(at('/call/echo'), { method: 'POST' }))
    expect(answer).toMatchObject({ result: { event: {} } })
    expect(answer).not.toHaveProperty('result.openid')
  })

  test.each([
    ['nowhere', {}, -501000, 'errCode: -501000 FunctionName parameter could not be found.'],
    [
      'faulty',
      { how: 'throw' },
      -504002,
      'errCode: -504002 functions execute fail | errMsg: Error: boom',
    ],
    [
      'faulty',
      { how: 'hang' },
      -504003,
      'errCode: -504003 Invoking task timed out after 1 seconds',
    ],
  ])("a failure of %s comes with WeChat's code and text", async (name, data, errCode, text) => {
    const answer = (await json(post(`/call/${name}`, data))) as { errMsg: string }
    expect(answer).toMatchObject({ errCode })
    expect(answer.errMsg).toContain(`cloud.callFunction:fail Error: ${text}`)
  })

  test('a body that is not JSON is refused', async () => {
    const answer = await fetch(at('/call/echo'), { method: 'POST', body: '{' })
    expect(answer.status).toBe(400)
  })
})

describe('ANY /http/<function>', () => {
  test('passes method, path, query, headers and body', async () => {
    const answer = json(
      fetch(at('/http/web/feeds/library?a=1&b=%E5%9B%BE'), {
        method: 'PUT',
        body: '{"x":1}',
        headers: { 'content-type': 'application/json', 'x-signature': 'abc' },
      }),
    )
    expect(await answer).toMatchObject({
      path: '/feeds/library',
      httpMethod: 'PUT',
      queryStringParameters: { a: '1', b: '图' },
      headers: { 'x-signature': 'abc' },
      body: '{"x":1}',
      isBase64Encoded: false,
    })
  })

  test('passes bytes in base64, and takes them back', async () => {
    const bytes = new Uint8Array([0, 255, 128])
    const answer = await fetch(at('/http/web?as=bytes'), {
      method: 'POST',
      body: bytes,
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
  })

  test('a string is a page, an integration response sets status and headers', async () => {
    const page = await fetch(at('/http/web?as=text'))
    expect([page.headers.get('content-type'), await page.text()]).toEqual([
      'text/html; charset=utf-8',
      '<h1>你好</h1>',
    ])
    const integration = await post('/http/web?as=integration', {}, { 'content-type': 'text/plain' })
    expect([integration.status, integration.headers.get('x-made-by')]).toEqual([201, 'web'])
    expect(await integration.text()).toBe('{}')
  })

  test('comes without identity', async () => {
    const answer = await json(post('/http/echo', {}, { 'x-openid': 'oWang' }))
    expect(answer).toMatchObject({ source: 'wx_http' })
    expect(answer).not.toHaveProperty('openid')
  })

  test('a missing function is 404, a failing one 500', async () => {
    expect((await fetch(at('/http/nowhere'))).status).toBe(404)
    expect((await fetch(at('/http/web?as=failure'))).status).toBe(500)
  })
})

describe('/dev', () => {
  test('the clock can be read and moved, and runs on', async () => {
    const moved = await json(post('/dev/clock', { now: '2022-06-20T09:00:00+08:00' }))
    expect(moved).toEqual({ now: expect.stringMatching(/^2022-06-20T01:00:0/) })
    const { now } = (await json(fetch(at('/dev/clock')))) as { now: string }
    await until(() => lab.cloud.clock.now() > new Date(now))
  })

  test.each([{ now: 'soon' }, { now: '2022-06-20T09:00:00' }, { now: '2022-06-20' }, {}, 'x'])(
    'the clock does not take %j, and says how to write it',
    async (body) => {
      const before = lab.cloud.clock.now().toISOString().slice(0, 10)
      const answer = await post('/dev/clock', body)
      expect(answer.status).toBe(400)
      expect(await answer.json()).toEqual({ error: expect.stringMatching(/看不懂.*ISO 时刻/) })
      expect(lab.cloud.clock.now().toISOString().slice(0, 10)).toBe(before)
    },
  )

  test('a timer can be fired by hand', async () => {
    expect(await json(post('/dev/timer/nightly', {}))).toMatchObject({
      result: { event: { Type: 'Timer', TriggerName: 'twoOClock' }, source: 'wx_trigger' },
    })
    expect(await json(post('/dev/timer/nowhere', {}))).toMatchObject({ errCode: -501000 })
  })

  test('stats count what functions asked since the last time, and nothing else', async () => {
    await inFunction(lab, 'wx', async () => null)
    await fetch(at('/dev/stats'))
    await lab.cloud.store.insert('things', [{ _id: 'x' }])
    await inFunction(lab, 'wx', async ({ things, fields }) => {
      await things.doc('x').get()
      await things.count()
      await things.doc('x').update(fields({ n: 1 }))
    })
    expect(await json(fetch(at('/dev/stats')))).toEqual({
      reads: 2,
      writes: 1,
      actions: {
        'database.getDocument': 1,
        'database.calculateDocument': 1,
        'database.modifyDocument': 1,
      },
    })
    expect(await json(fetch(at('/dev/stats')))).toEqual({ reads: 0, writes: 0, actions: {} })
  })

  test('events stream moves of the clock and sent messages', async () => {
    const stream = await fetch(at('/dev/events'))
    expect(stream.headers.get('content-type')).toBe('text/event-stream')
    lab.cloud.clock.set('2022-06-25T09:00:00+08:00')
    lab.cloud.messages.accept('oWang', 'T')
    await inFunction(lab, 'wx', async ({ cloud }) =>
      cloud.openapi.subscribeMessage.send({ touser: 'oWang', templateId: 'T', data: {} }),
    )
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    while (!text.includes('oWang')) text += (await reader?.read())?.value ?? ''
    expect(text).toMatch(/event: clock\ndata: {"now":"2022-06-25T01:00:0.*"}\n\n/)
    expect(text).toMatch(/event: message\ndata: {"id":1,.*"openid":"oWang".*}\n\n/)
    await reader?.cancel()
  })
})

test("what is not the cloud's goes to the next handler, or is 404", async () => {
  expect(await (await fetch(at('/phone'))).text()).toBe('the phone')
  expect((await fetch(at('/elsewhere'))).status).toBe(404)
})

test('a path of the cloud with another method is refused', async () => {
  expect((await fetch(at('/call/echo'))).status).toBe(405)
})

describe('only this machine is answered', () => {
  /** fetch would not let us choose these headers. */
  const status = (headers: IncomingHttpHeaders, path = '/dev/stats', method = 'GET') =>
    new Promise((resolve, reject) => {
      const { port } = new URL(lab.cloud.url)
      const asked = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      asked.on('error', reject)
      asked.end(method === 'GET' ? undefined : '{}')
    })

  test.each(['127.0.0.1', 'localhost', '[::1]'])('as %s', async (name) => {
    expect(await status({ host: `${name}:5173` })).toBe(200)
  })

  test.each(['evil.example', 'localhost.evil.example', '192.168.1.2'])(
    'not as %s',
    async (name) => {
      expect(await status({ host: `${name}:5173` })).toBe(403)
    },
  )

  test('not for a page from elsewhere', async () => {
    const host = new URL(lab.cloud.url).host
    const from = (origin: string) => status({ host, origin }, '/call/echo', 'POST')
    expect(await from(lab.cloud.url)).toBe(200)
    expect(await from('http://evil.example')).toBe(403)
    expect(await from('http://127.0.0.1:1')).toBe(403)
    expect(await from('null')).toBe(403)
  })
})

test('the server listens on 127.0.0.1 alone', () => {
  expect(lab.cloud.server.address()).toMatchObject({ address: '127.0.0.1' })
})
