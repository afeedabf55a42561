import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../cloud'
import type { Books } from './books'
import { answerOn, type CampusAnswer, type CampusPage } from './days'
import { recordsOf, SYSTEMS, type Entry, type System } from './holdings'

const PAGE_SIZE = 500
const PATH = /^\/campus\/(\w+)\/students(?:\/([^/]+))?$/

/**
 * The HTTP APIs of the simulated systems, under `/campus/<system>/`, as `docs/feeds.md` asks for them.
 */
export class CampusSystems {
  /** The instant of a snapshot is that of its first page, however long its pages are turned. */
  readonly #asOf = new Map<System, string>()

  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
    private readonly secret: string,
  ) {}

  /** @returns false when the path is none of a system's */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const [, name, studentNo] = PATH.exec(pathname) ?? []
    const system = SYSTEMS.find((each) => each === name)
    if (!system) return false
    if (request.headers.authorization !== `Bearer ${this.secret}`) {
      response.writeHead(401).end()
      return true
    }
    const body = studentNo
      ? this.#student(system, studentNo)
      : this.#page(system, Number(searchParams.get('page') ?? 1), searchParams.get('cursor'))
    await answerOn(this.books.state(system).day, response, body)
    return true
  }

  #student(system: System, studentNo: string): CampusAnswer {
    const entry = this.books.entry(system, studentNo)
    const asOf = this.clock.now().toISOString()
    const records = entry ? recordsOf(system, entry) : []
    return { asOf, ...(entry && { student: studentNo }), total: records.length, records }
  }

  #page(system: System, page: number, cursor: string | null): CampusPage {
    const { changes, day } = this.books.state(system)
    // On a bad day it has lost its log of changes, and says what it still finds of everything.
    const knows = day === 'normal' || day === 'slow'
    const since = knows && /^\d+$/.test(cursor ?? '') ? Number(cursor) : undefined
    const entries = this.books.entries(system, since)
    const records = entries.flatMap((entry) => recordsOf(system, entry))
    const end = page * PAGE_SIZE
    return {
      asOf: this.#instantOf(system, page),
      mode: since === undefined ? 'snapshot' : 'delta',
      total: records.length,
      records: records.slice(end - PAGE_SIZE, end),
      cleared: page === 1 && since !== undefined ? clearedOf(system, entries) : [],
      next: end < records.length ? page + 1 : null,
      cursor: String(changes),
    }
  }

  #instantOf(system: System, page: number): string {
    const kept = this.#asOf.get(system)
    if (page > 1 && kept !== undefined) return kept
    const asOf = this.clock.now().toISOString()
    this.#asOf.set(system, asOf)
    return asOf
  }
}

/** Of whom nothing is left to send a record of: they have returned the last book. */
export function clearedOf(system: System, entries: readonly Entry[]): string[] {
  return entries.filter((entry) => recordsOf(system, entry).length === 0).map(({ _id }) => _id)
}
