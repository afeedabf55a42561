import { payable } from '../../domain/procedures/payout'
import { itemOf } from '../../domain/procedures/situation'
import { publishedCohort } from '../shared/cohorts'
import { pages } from '../shared/pages'
import { store } from '../shared/store'
import { studentsBy, type CardRefund } from './requests'

/** What waits to be paid, and what cannot be (yet). */
export interface Ready {
  /** In the order in which they were filed. */
  payable: { request: CardRefund; amountFen: number }[]
  unreported: number
  zero: number
}

/** Sorts the filed requests by what the report says of their students. */
export async function readyNow(): Promise<Ready> {
  const filed = await filedRequests()
  const students = await studentsBy(filed.map(({ student }) => student.studentNo))
  const byNumber = new Map(students.map((student) => [student._id, student]))
  const ready: Ready = { payable: [], unreported: 0, zero: 0 }
  for (const request of filed) {
    const facts = byNumber.get(request.student.studentNo)?.facts ?? {}
    const pays = payable(facts, await reportDayOf(request.cohort))
    if ('amountFen' in pays) ready.payable.push({ request, amountFen: pays.amountFen })
    else if (pays.lacking === 'report') ready.unreported++
    else ready.zero++
  }
  return ready
}

async function filedRequests(): Promise<CardRefund[]> {
  const filed: CardRefund[] = []
  const where = { waitsFor: 'finance', procedure: 'cardRefund', state: 'filed' } as const
  for await (const page of pages('requests', where)) filed.push(...(page as CardRefund[]))
  return filed.sort((a, b) => (a.since + a._id < b.since + b._id ? -1 : 1))
}

/** The day whose report says what is paid back to a cohort; YYYY-MM-DD, Asia/Shanghai. */
export async function reportDayOf(cohort: string): Promise<string> {
  const { rule } = itemOf(await publishedCohort(cohort), 'cardRefund')
  if (rule.kind === 'card') return rule.reportOn
  throw new Error(`cohort ${cohort} pays card refunds without a card rule`)
}

/** That of the cohort which is leaving now. @throws Error when no cohort has been published */
export async function reportDayNow(): Promise<string> {
  const [latest] = await store.find('cohorts', { orderBy: [['_id', 'desc']], limit: 1 })
  if (latest) return reportDayOf(latest._id)
  throw new Error('no cohort has been published')
}
