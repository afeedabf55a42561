import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const MORNING = '2022-06-10T09:00:00+08:00'

export const FEED_SECRET = 'a-secret-of-at-least-32-characters'

export interface SentRecord {
  studentNo: string
  [field: string]: unknown
}

/** A system of the school that says what a test has put into it, well or badly. */
export class FakeSource {
  records: SentRecord[] = []
  asOf = MORNING
  mode: 'snapshot' | 'delta' = 'snapshot'
  cleared: string[] = []
  cursor: string | undefined
  cohort: string | undefined
  pageSize = 100
  /** Answers in place of everything above. */
  badly: ((response: ServerResponse) => void) | null = null
  /** What it was asked, and by what secret. */
  readonly asked: string[] = []
  readonly secrets: (string | undefined)[] = []

  private constructor(private readonly server: Server) {}

  static async open(): Promise<FakeSource> {
    const server = createServer()
    const source = new FakeSource(server)
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      source.answer(request, response)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return source
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  reset(): void {
    this.records = []
    this.asOf = MORNING
    this.mode = 'snapshot'
    this.cleared = []
    this.cursor = undefined
    this.cohort = undefined
    this.pageSize = 100
    this.badly = null
    this.asked.length = 0
    this.secrets.length = 0
  }

  close(): Promise<void> {
    this.server.closeAllConnections()
    return new Promise((resolve) => this.server.close(() => resolve()))
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '', this.url)
    this.asked.push(url.pathname + url.search)
    this.secrets.push(request.headers.authorization)
    if (this.badly) this.badly(response)
    else this.send(response, this.bodyFor(url))
  }

  send(response: ServerResponse, body: object): void {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify(body))
  }

  bodyFor(url: URL): object {
    const [, studentNo] = /^\/students\/(.+)$/.exec(url.pathname) ?? []
    const { records, asOf, mode, cleared, cursor, pageSize } = this
    if (studentNo) {
      const own = records.filter((record) => record.studentNo === studentNo)
      return { asOf, student: studentNo, total: own.length, records: own }
    }
    const page = Number(url.searchParams.get('page'))
    const end = page * pageSize
    return {
      asOf,
      mode,
      cohort: this.cohort,
      total: records.length,
      records: records.slice(end - pageSize, end),
      ...(page === 1 && { cleared }),
      next: end < records.length ? page + 1 : null,
      cursor,
    }
  }
}

/** What a student owes for lodging in 2021. */
export function owes(studentNo: string, owedFen: number): SentRecord {
  return { studentNo, fee: 'lodging', year: 2021, owedFen }
}
