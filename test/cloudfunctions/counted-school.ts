import { readXlsx } from '../../cloudfunctions/shared/spreadsheet/xlsx'
import type { ActionName, Output } from '../../domain/api'
import { digestOf } from '../../domain/sheet/digest'
import type { Cell } from '../../domain/spreadsheet/cells'
import { tallyAll, type Tally } from '../../domain/statistics/tally'
import type { Student } from '../../domain/student/student'
import { cohort2022 } from '../domain/cohort2022'
import { clearedFacts, fact, finishedRequests, verifiedRequests } from '../domain/sheet/students'
import { MORNING, SmallSchool } from './small-school'

export const OWN_CLASS = '软件技术 1901 班'
export const OWN_COLLEGE = '信息工程学院'

/** A small school whose students are counted, as every write of the functions leaves them. */
export class CountedSchool {
  #asked = 0

  private constructor(readonly school: SmallSchool) {}

  static async open(): Promise<CountedSchool> {
    return new CountedSchool(await SmallSchool.open())
  }

  /** Puts these students in the place of all others, counted. */
  async fill(students: Student[]): Promise<void> {
    const { store } = this.school.cloud
    for (const name of ['students', 'tallies', 'outbox', 'days', 'audit', 'chains', 'answers']) {
      await store.remove(name)
    }
    this.school.cloud.clock.set(MORNING)
    const now = new Date(MORNING)
    const counted = students.map((each) => ({ ...each, ...digestOf(cohort2022, each, now) }))
    await store.put('students', counted)
    await store.put('tallies', tallyAll(counted))
  }

  get students(): Student[] {
    return this.school.cloud.store.find<Student>('students', { order: { _id: 1 } })
  }

  get tallies(): Tally[] {
    return this.school.cloud.store.find<Tally>('tallies', { order: { _id: 1 } })
  }

  /** Calls an action that has to go well. */
  async ask<Name extends ActionName>(
    openid: string,
    name: Name,
    input: object = {},
  ): Promise<Output<Name>> {
    const answer = await this.school.call(openid, name, input)
    if (answer.ok) return answer.data
    throw new Error(`${name}: ${answer.error.message}`)
  }

  requestId(): string {
    return `counted-school-${String(++this.#asked).padStart(8, '0')}`
  }

  async sheetAt(url: string): Promise<Cell[][]> {
    const response = await fetch(url)
    return (await readXlsx(Buffer.from(await response.arrayBuffer()))) ?? []
  }

  close(): Promise<void> {
    return this.school.close()
  }
}

/** A boarder who has done all but give back books. */
export function reader(number: number, changes: Partial<Student> = {}): Student {
  const facts = { ...clearedFacts(), loans: fact([{ barcode: 'N1', title: '数据结构' }]) }
  return {
    _id: String(1_901_030_000 + number),
    cohort: '2022',
    name: `读者${number}`,
    college: OWN_COLLEGE,
    className: OWN_CLASS,
    traits: ['boarder'],
    facts,
    requests: finishedRequests(),
    ...changes,
  }
}

/** One who may leave. */
export function leaver(number: number, changes: Partial<Student> = {}): Student {
  return reader(number, { facts: clearedFacts(), requests: verifiedRequests(), ...changes })
}

export const FOREIGN = { college: '智能制造学院', className: '数控技术 1901 班' }
