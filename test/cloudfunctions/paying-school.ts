import type { ActionName, Answer, Input, Output } from '../../domain/api'
import { hasValidCheckDigit } from '../../domain/procedures/forms/bank-card'
import type { PayoutBatch } from '../../domain/procedures/payout'
import type { RequestOf } from '../../domain/procedures/request'
import type { Student } from '../../domain/student/student'
import { openidOf, SmallSchool } from './small-school'

export const REPORT_MORNING = '2022-07-05T09:00:00+08:00'
const FILING_MORNING = '2022-06-10T09:00:00+08:00'
const REPORT_AS_OF = '2022-07-04T18:00:00+08:00'

/** A student with a card refund filed, by their place in the row: from 0. */
export interface Filer {
  studentNo: string
  openid: string
  name: string
  cardNumber: string
}

/** The `n`-th student; everybody has their own account and amount. */
export function filer(n: number): Filer {
  const studentNo = `19030101${String(n).padStart(2, '0')}`
  const stem = `62284804025${String(n).padStart(7, '0')}`
  const digit = Array.from('0123456789').find((last) => hasValidCheckDigit(stem + last))
  return { studentNo, openid: `filer-${n}`, name: `学生${n}`, cardNumber: `${stem}${digit}` }
}

export const balanceOf = (n: number): number => 1_000 + n * 101

/** A small school whose finance office pays card refunds. */
export class PayingSchool {
  private counter = 0

  private constructor(readonly school: SmallSchool) {}

  static async open(): Promise<PayingSchool> {
    return new PayingSchool(await SmallSchool.open())
  }

  /** As it was in the beginning, before anybody filed. */
  async reset(): Promise<void> {
    for (const name of ['batches', 'secrets', 'outbox', 'answers', 'audit', 'chains']) {
      await this.store.remove(name)
    }
    await this.store.remove('students')
    await this.store.remove('requests')
    await this.store.remove('bindings')
    await this.school.seed()
    this.school.log.length = 0
    this.at(FILING_MORNING)
  }

  get store() {
    return this.school.cloud.store
  }

  at(moment: string): void {
    this.school.cloud.clock.set(moment)
  }

  /** So many students file, in their order, and the report comes in afterwards. */
  async filed(count: number): Promise<Filer[]> {
    const filers = Array.from({ length: count }, (_, n) => filer(n))
    await this.enrol(filers)
    for (const each of filers) await this.file(each)
    this.at(REPORT_MORNING)
    for (const [n, { studentNo }] of filers.entries()) await this.report(studentNo, balanceOf(n))
    return filers
  }

  async file({ openid, name, cardNumber }: Filer, version = 0): Promise<void> {
    const form = { consent: true, holder: name, bank: '中国农业银行', cardNumber }
    const input = { ...form, phone: '13800000000' }
    await this.act(openid, { transition: 'file', version, input })
  }

  async act(openid: string, step: { transition: string; version: number; input?: object }) {
    const answer = await this.school.call(openid, 'requests.act', {
      procedure: 'cardRefund',
      ...step,
      requestId: this.requestId(),
    })
    if (!answer.ok) throw new Error(answer.error.message)
  }

  /** The report says what is left on a card. */
  async report(studentNo: string, balanceFen: number): Promise<void> {
    const cardReport = { value: { balanceFen }, asOf: REPORT_AS_OF, source: '一卡通系统' }
    await this.store.update(
      'students',
      { _id: studentNo },
      { $set: { 'facts.cardReport': cardReport } },
    )
  }

  /** What the finance officer asks for; a refusal throws its message. */
  async finance<Name extends ActionName>(
    name: Name,
    input: Omit<Input<Name>, 'requestId'> & { requestId?: string },
  ): Promise<Output<Name>> {
    const answer = await this.attempt(name, input)
    if (answer.ok) return answer.data
    throw new Error(answer.error.message)
  }

  attempt<Name extends ActionName>(name: Name, input: object): Promise<Answer<Output<Name>>> {
    const needsId = !['payouts.list', 'payouts.batch'].includes(name)
    const given = needsId ? { requestId: this.requestId(), ...input } : input
    return this.school.call(openidOf('finance', 'own'), name, given)
  }

  export(requestId?: string) {
    return this.finance('payouts.export', { reason: '七月退款', ...(requestId && { requestId }) })
  }

  /** The sheet of a batch, as a phone downloads it. */
  async download(url: string): Promise<Response> {
    return fetch(url)
  }

  requestOf({ studentNo }: Filer): RequestOf<'cardRefund'> {
    const filter = { 'student.studentNo': studentNo }
    const [found] = this.store.find<RequestOf<'cardRefund'>>('requests', { filter })
    if (!found) throw new Error(`${studentNo} has filed nothing`)
    return found
  }

  batch(id: string): PayoutBatch {
    const [found] = this.store.find<PayoutBatch>('batches', { filter: { _id: id } })
    if (!found) throw new Error(`there is no batch ${id}`)
    return found
  }

  upload(name: string, content: Uint8Array): Promise<string> {
    return this.school.upload(openidOf('finance', 'own'), name, content)
  }

  isThere(fileId: string): Promise<boolean> {
    return this.school.isThere(openidOf('finance', 'own'), fileId)
  }

  timer(): Promise<unknown> {
    return this.school.cloud.invoke('payouts', { Type: 'Timer' }, { source: 'wx_trigger' })
  }

  requestId(): string {
    this.counter++
    return `paying-school-${String(this.counter).padStart(8, '0')}`
  }

  private async enrol(filers: readonly Filer[]): Promise<void> {
    const [model] = this.store.find<Student>('students')
    if (!model) throw new Error('the small school has nobody')
    const { requests: _, ...classmate } = model
    const card = { value: { balanceFen: 5_000 }, asOf: FILING_MORNING, source: '一卡通系统' }
    await this.store.put(
      'students',
      filers.map(({ studentNo, openid, name }) => ({
        ...classmate,
        _id: studentNo,
        openid,
        name,
        facts: { ...classmate.facts, card },
      })),
    )
    await this.store.put(
      'bindings',
      filers.map(({ studentNo, openid }) => ({
        _id: openid,
        person: `student:${studentNo}`,
        boundAt: FILING_MORNING,
      })),
    )
  }
}
