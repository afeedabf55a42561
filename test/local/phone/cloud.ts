import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'

const PEOPLE = [
  {
    openid: 'o-lin',
    name: '林知夏',
    role: 'student',
    roleName: '毕业生',
    scope: '软件技术 1902 班',
    note: '欠住宿费，在借 2 本书',
  },
  {
    openid: 'o-zhou',
    name: '周敏',
    role: 'counsellor',
    roleName: '辅导员',
    scope: '软件学院 3 个班',
  },
]

/** A tiny stand-in for the local cloud: what the phone and the desk ask of it. */
export class FakeCloud {
  /** Titles of message templates, and what was allowed to be sent. */
  templates: Record<string, string> | null = null
  readonly allowed: unknown[] = []

  private offset = Date.parse('2022-06-10T09:00:00+08:00') - Date.now()
  private books = ['归还《数据结构》']
  private readonly streams = new Set<ServerResponse>()

  async answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const route = `${req.method} ${(req.url ?? '').split('?')[0]}`
    const answer = this.routes[route]
    if (route === 'GET /dev/events') this.stream(req, res)
    else if (!answer) res.writeHead(404).end()
    else {
      const body = req.method === 'POST' ? await json(req) : undefined
      const reply = JSON.stringify(answer(body as Record<string, string>, req))
      res.writeHead(200, { 'content-type': 'application/json' }).end(reply)
    }
  }

  /** A function sends a subscription message. */
  send(openid: string, text: string, page?: string): void {
    const message = { id: 1, at: this.now(), openid, page, data: { thing1: { value: text } } }
    for (const stream of this.streams) {
      stream.write(`event: message\ndata: ${JSON.stringify(message)}\n\n`)
    }
  }

  close(): void {
    for (const stream of this.streams) stream.end()
  }

  private readonly routes: Record<
    string,
    (body: Record<string, string>, req: IncomingMessage) => unknown
  > = {
    'GET /dev/people': () => PEOPLE,
    'GET /dev/newcomers': () => [],
    'GET /dev/messages': () => [],
    'GET /dev/subscriptions': () => ({ templates: this.templates }),
    'POST /dev/subscriptions': (allowed) => {
      this.allowed.push(allowed)
      return {}
    },
    'GET /dev/clock': () => ({ now: this.now() }),
    'POST /dev/clock': ({ now = '' }) => {
      this.offset = Date.parse(now) - Date.now()
      return { now: this.now() }
    },
    'GET /dev/campus': (_, req) => ({
      actions: req.url?.endsWith('o-lin') ? this.books.map((label) => ({ id: 'book', label })) : [],
    }),
    'POST /dev/campus': () => {
      this.books = []
      return { said: '图书馆系统：已归还' }
    },
    'POST /call/echo': (data, req) => ({ result: { openid: req.headers['x-openid'], data } }),
    'POST /call/missing': () => ({
      errCode: -501000,
      errMsg: 'cloud.callFunction:fail -501000 FunctionName parameter could not be found',
    }),
  }

  private now(): string {
    return new Date(Date.now() + this.offset).toISOString()
  }

  private stream(req: IncomingMessage, res: ServerResponse): void {
    res.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n')
    this.streams.add(res)
    req.on('close', () => this.streams.delete(res))
  }
}
