import { createHmac } from 'node:crypto'
import type { Answer } from '../../domain/api'
import { unheardFeed } from '../../domain/feeds/after'
import type { Feed, Spoken } from '../../domain/feeds/feed'
import type { Run } from '../../domain/feeds/run'
import type { SourceCode } from '../../domain/feeds/source'
import type { Student } from '../../domain/student/student'
import { FakeSource, FEED_SECRET } from './fake-source'
import { SmallSchool } from './small-school'

export const EARLY = '2022-06-10T06:00:00+08:00'

/** A small school whose finance and library systems are fakes that a test fills. */
export class FeedingSchool {
  private constructor(
    readonly school: SmallSchool,
    readonly finance: FakeSource,
    readonly library: FakeSource,
  ) {}

  static async open(): Promise<FeedingSchool> {
    const [finance, library] = [await FakeSource.open(), await FakeSource.open()]
    const systems = { finance, library }
    const FEEDS = [
      ...Object.entries(systems).map(([code, { url }]) => `${code}=${FEED_SECRET}@${url}`),
      `cardReport=${FEED_SECRET}`,
    ].join()
    return new FeedingSchool(await SmallSchool.open({ FEEDS }), finance, library)
  }

  get store() {
    return this.school.cloud.store
  }

  async reset(): Promise<void> {
    const names = [
      'students',
      'tallies',
      'feeds',
      'runs',
      'rejects',
      'signatures',
      'outbox',
      'audit',
    ]
    for (const name of [...names, 'chains', 'answers', 'attempts']) await this.store.remove(name)
    await this.school.seed()
    await this.hearBefore('finance')
    await this.hearBefore('library')
    this.finance.reset()
    this.library.reset()
    this.school.log.length = 0
  }

  /** The system has spoken of all of the cohort early in the morning, and is due again. */
  async hearBefore(source: SourceCode, spoken: Partial<Spoken> = {}): Promise<void> {
    const asOf = EARLY
    const all = { asOf, named: 0, open: 0, spoiled: [], ...spoken }
    await this.store.put('feeds', [{ ...unheardFeed(source), asOf, cohorts: { 2022: all } }])
  }

  /** The minute's timer goes off. */
  async minute(): Promise<unknown> {
    return this.school.cloud.invoke('sync', { Type: 'Timer' }, { source: 'wx_trigger' })
  }

  at(clock: string): void {
    this.school.cloud.clock.set(`2022-06-10T${clock}+08:00`)
  }

  runs(source: SourceCode = 'finance'): Run[] {
    const runs = this.store.find<Run>('runs', { filter: { source } })
    return runs.sort((a, b) => (a.at < b.at ? -1 : 1))
  }

  lastRun(source: SourceCode = 'finance'): Run {
    const run = this.runs(source).pop()
    if (!run) throw new Error(`${source} has no run`)
    return run
  }

  feed(source: SourceCode = 'finance'): Feed {
    const [feed] = this.store.find<Feed>('feeds', { filter: { _id: source } })
    if (!feed) throw new Error(`${source} has no feed`)
    return feed
  }

  student(studentNo: string): Student {
    const [student] = this.store.find<Student>('students', { filter: { _id: studentNo } })
    if (!student) throw new Error(`${studentNo} is nobody`)
    return student
  }

  /** The finance system pushes something, signed. */
  async push(fields: object): Promise<{ status: number; state: string }> {
    const body = JSON.stringify({ source: 'finance', ...fields })
    const timestamp = this.school.cloud.clock.now().toISOString()
    const signed = createHmac('sha256', FEED_SECRET).update(`${timestamp}\n${body}`)
    const response = await fetch(`${this.school.cloud.url}/http/feed`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-timestamp': timestamp,
        'x-signature': signed.digest('hex'),
      },
      body,
    })
    const { state } = (await response.json()) as { state: string }
    return { status: response.status, state }
  }

  async close(): Promise<void> {
    await this.school.close()
    await this.finance.close()
    await this.library.close()
  }
}

export function dataOf<Data>(answer: Answer<Data>): Data {
  if (answer.ok) return answer.data
  throw new Error(answer.error.message)
}
