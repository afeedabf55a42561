import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { OWN_STUDENT, SmallSchool, STUDENT_OPENID } from './small-school'

const SERVICE = 'https://clearance.example.edu.cn/back'

/** A small CAS 3.0 server: a ticket is good once, and for one service (CAS Protocol 3.0, §2.8). */
class Cas {
  readonly tickets = new Map<string, string>()
  asked = 0
  private constructor(readonly server: Server) {}

  static async open(): Promise<Cas> {
    const server = createServer()
    const cas = new Cas(server)
    server.on('request', (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://cas')
      response.setHeader('content-type', 'application/xml')
      response.end(pathname === '/cas/p3/serviceValidate' ? cas.validate(searchParams) : '<html/>')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return cas
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/cas`
  }

  close(): void {
    this.server.close()
    this.server.closeAllConnections()
  }

  private validate(query: URLSearchParams): string {
    this.asked += 1
    const ticket = query.get('ticket') ?? ''
    const user = query.get('service') === SERVICE ? this.tickets.get(ticket) : undefined
    this.tickets.delete(ticket)
    const body = user
      ? `<cas:authenticationSuccess><cas:user>${user}</cas:user></cas:authenticationSuccess>`
      : '<cas:authenticationFailure code="INVALID_TICKET">no</cas:authenticationFailure>'
    return `<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">${body}</cas:serviceResponse>`
  }
}

let cas: Cas
let school: SmallSchool

beforeAll(async () => {
  cas = await Cas.open()
  school = await SmallSchool.open({ CAS_URL: cas.url, CAS_SERVICE: SERVICE })
  await school.enrol('1901010199', '何以宁')
})

afterAll(async () => {
  await school.close()
  cas.close()
})

let asked = 0
const bind = (
  openid: string,
  ticket: string,
  requestId = `campus-request-${(asked += 1) + 10000}`,
) => school.call(openid, 'identity.bindByCampus', { ticket, requestId })

test('who CAS vouches for is bound, and a lost answer does not need a second ticket', async () => {
  cas.tickets.set('ST-1', '1901010199')
  const first = await bind('phone-1', 'ST-1', 'campus-request-same')
  expect(first).toEqual({ ok: true, data: { kind: 'student', name: '何以宁' } })
  expect(await bind('phone-1', 'ST-1', 'campus-request-same')).toEqual(first)
  expect(cas.asked).toBe(1)
})

test('a staff number binds a staff member', async () => {
  await school.cloud.store.put('staff', [{ _id: '20090001', name: '柳知行', grants: [] }])
  cas.tickets.set('ST-2', '20090001')
  expect(await bind('phone-2', 'ST-2')).toMatchObject({ ok: true, data: { kind: 'staff' } })
})

test.each(['ST-1', 'ST-never', '<x>&"'])(
  'the ticket %p, used or made up, is refused',
  async (ticket) => {
    expect(await bind('phone-3', ticket)).toMatchObject({ error: { code: 'INVALID' } })
  },
)

test('somebody CAS knows and the school’s lists do not is told to ask the college', async () => {
  cas.tickets.set('ST-4', '1111111111')
  expect(await bind('phone-4', 'ST-4')).toMatchObject({ error: { code: 'NOT_FOUND' } })
})

test('somebody bound already stays with their own WeChat account', async () => {
  cas.tickets.set('ST-5', OWN_STUDENT)
  expect(await bind('phone-5', 'ST-5')).toMatchObject({ error: { code: 'CONFLICT' } })
  cas.tickets.set('ST-6', '1901010199')
  expect(await bind(STUDENT_OPENID, 'ST-6')).toMatchObject({ error: { code: 'CONFLICT' } })
})

test('the page is told where to log in; without configuration it is not offered', async () => {
  expect(await school.call('phone-7', 'identity.me', {})).toMatchObject({
    data: { campusLogin: `${cas.url}/login?service=${encodeURIComponent(SERVICE)}` },
  })
  const plain = await SmallSchool.open()
  expect(await plain.call('phone-7', 'identity.me', {})).toMatchObject({
    data: { campusLogin: null },
  })
  const answer = await plain.call('phone-7', 'identity.bindByCampus', {
    ticket: 'ST-1',
    requestId: 'campus-request-99999',
  })
  expect(answer).toMatchObject({ error: { code: 'CLOSED' } })
  await plain.close()
})

test('a CAS server that does not answer is said so', async () => {
  const lonely = await SmallSchool.open({ CAS_URL: 'http://127.0.0.1:9/cas', CAS_SERVICE: SERVICE })
  const answer = await lonely.call('phone-8', 'identity.bindByCampus', {
    ticket: 'ST-1',
    requestId: 'campus-request-88888',
  })
  expect(answer).toMatchObject({ error: { code: 'UNAVAILABLE', message: /统一身份认证没有答复/ } })
  await lonely.close()
})
