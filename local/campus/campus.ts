import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { dayOf } from '../../domain/calendar'
import type { Run } from '../../domain/feeds/run'
import { SOURCE_CARDS } from '../../domain/feeds/source'
import type { Student } from '../../domain/student/student'
import type { Cloud } from '../cloud'
import { campusActions, type CampusAction } from './actions'
import { Books } from './books'
import { CARD_REPORT, cardReport, reportOf } from './card-report'
import { DAYS, type Day } from './days'
import { recordsOf, SYSTEMS, type Holdings, type System } from './holdings'
import { push, type Push } from './push'
import { CampusSystems, clearedOf } from './systems'

export interface CampusOptions {
  /** The cloud that the systems push to, and whose students they know from the beginning. */
  cloud: Pick<Cloud, 'url' | 'store' | 'clock' | 'invoke'>
  /** Where their books are kept. */
  dataDir: string
  fresh: boolean
  /** What they and the cloud know each other by. */
  secret: string
}

/** The simulated campus systems, as the panel beside the phone works them. */
export class Campus {
  private readonly books: Books
  private readonly systems: CampusSystems

  private constructor(private readonly options: CampusOptions) {
    const { cloud, dataDir, fresh, secret } = options
    this.books = new Books(path.join(dataDir, 'campus'), fresh)
    this.systems = new CampusSystems(this.books, cloud.clock, secret)
  }

  static async open(options: CampusOptions): Promise<Campus> {
    const campus = new Campus(options)
    await campus.books.begin(options.cloud.store.find<Student>('students'))
    return campus
  }

  /** The systems' own HTTP APIs. @returns false when the path is none of theirs */
  answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    return this.systems.answer(request, response)
  }

  /** What can happen to a student now, and for anybody what happens to the whole school. */
  actions(openid: string): { id: string; label: string }[] {
    const own = this.possible(openid).map(({ id, label }) => ({ id, label }))
    const report = cardReport(this.options.cloud)
    return report ? [...own, report] : own
  }

  /**
   * Lets it happen in the system, which pushes it on at once, if it has a good day. Answers what the
   * system says, or null when it cannot happen (any more).
   */
  async act(openid: string, id: string): Promise<string | null> {
    if (id === CARD_REPORT) return this.report()
    const student = this.find(openid)
    const action = this.possible(openid).find((candidate) => candidate.id === id)
    if (!student || !action) return null
    const [[system, holding] = never()] = Object.entries(action.holding) as [
      System,
      Holdings[System],
    ][]
    const entry = await this.books.write(system, student._id, holding)
    const asOf = this.options.cloud.clock.now().toISOString()
    const records = recordsOf(system, entry)
    const cleared = clearedOf(system, [entry])
    if (this.books.state(system).day === 'normal') {
      await this.push({ source: system, asOf, mode: 'delta', records, cleared })
    }
    return action.said
  }

  /** How each system is today. */
  days(): { systems: { source: System; title: string; day: Day }[]; days: typeof DAYS } {
    const systems = SYSTEMS.map((source) => ({
      source,
      title: SOURCE_CARDS[source].title,
      day: this.books.state(source).day,
    }))
    return { systems, days: DAYS }
  }

  /** @returns false for a system or a day that there is not */
  async setDay(source: string, day: string): Promise<boolean> {
    const system = SYSTEMS.find((each) => each === source)
    if (!system || !Object.hasOwn(DAYS, day)) return false
    await this.books.setDay(system, day as Day)
    return true
  }

  /** All systems are due, and the minute's timer goes off. Answers what came of each. */
  async synchronise(): Promise<string> {
    const { store, clock, invoke } = this.options.cloud
    await store.update('feeds', { _id: { $in: SYSTEMS } }, { $set: { nextAt: null } })
    const from = clock.now().toISOString()
    await invoke('sync', { Type: 'Timer' }, { source: 'wx_trigger' })
    const runs = store.find<Run>('runs', { filter: { way: 'pull', at: { $gte: from } } })
    return runs.map(sayOf).join('；')
  }

  close(): void {
    this.books.close()
  }

  private find(openid: string): Student | undefined {
    return this.options.cloud.store.find<Student>('students', { filter: { openid }, limit: 1 })[0]
  }

  private possible(openid: string): CampusAction[] {
    const student = this.find(openid)
    const today = dayOf(this.options.cloud.clock.now())
    return student ? campusActions(this.books.holdings(student._id), today) : []
  }

  private async report(): Promise<string | null> {
    const report = reportOf(this.options.cloud, this.books)
    if (!report) return null
    await this.push(report.push)
    return report.said
  }

  /** What is too much for one call is gone on with by the minute's timer, which comes at once here. */
  private async push(body: Push): Promise<void> {
    const { cloud, secret } = this.options
    let { state } = await push(`${cloud.url}/http/feed`, secret, cloud.clock, body)
    const isOnItsWay = () => state === 'comparing' || state === 'applying'
    for (let minute = 0; isOnItsWay() && minute < 30; minute++) {
      const report = await cloud.invoke('sync', { Type: 'Timer' }, { source: 'wx_trigger' })
      if ((report as { data: { resumed: number } }).data.resumed === 0) state = 'done'
    }
  }
}

function sayOf({ source, state, changed, note, reasons }: Run): string {
  const came = state === 'done' ? `有变化 ${changed} 人` : (reasons[0] ?? note).replace(/。$/, '')
  return `${SOURCE_CARDS[source].title}：${came || '正在同步'}`
}

function never(): never {
  throw new Error('an action changes nothing')
}
