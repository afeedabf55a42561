import type { ActionName, Answer, Input, Output } from '../../domain/api'
import type { OurSchool } from './our-school'
import { COUNSELLOR, SECRETARY } from './people'

const THINGS = ['床', '柜', '桌', '椅', '灯', '空调', '门锁', '窗']

const GOOD_ROOM = {
  leaveOn: '2022-06-18',
  slot: 'morning',
  keys: 2,
  phone: '13800000000',
  checklist: THINGS.map((thing) => ({ thing, condition: 'good' })),
}

type Step = Pick<Input<'requests.act'>, 'procedure' | 'transition' | 'version'> & {
  input?: Record<string, unknown>
}

let attempts = 0

/** What people did before a test begins, on phones that it does not look at. */
export class Before {
  constructor(private readonly school: () => OurSchool) {}

  /** A dorm check-out is filed, anew when there was one already. @returns its number */
  async filedCheckOut(openid: string): Promise<string> {
    const { request } = await this.ask(openid, 'requests.open', { procedure: 'dormCheckout' })
    const mayWithdraw = request?.actions.some(({ name }) => name === 'withdraw')
    const version = request?.version ?? 0
    const step = { procedure: 'dormCheckout' } as const
    if (mayWithdraw) await this.act(openid, { ...step, transition: 'withdraw', version })
    const next = mayWithdraw ? version + 1 : version
    return this.act(openid, { ...step, transition: 'file', version: next, input: GOOD_ROOM })
  }

  /** …and counsellor and secretary have agreed. */
  async approvedCheckOut(openid: string): Promise<string> {
    const id = await this.filedCheckOut(openid)
    await this.agreed(COUNSELLOR, id)
    await this.agreed(SECRETARY, id)
    return id
  }

  /** A card refund is filed. @returns its number */
  async filedRefund(openid: string, holder: string, cardNumber: string): Promise<string> {
    const bank = '中国农业银行'
    const input = { consent: true, holder, bank, cardNumber, phone: '13800000000' }
    return this.act(openid, { procedure: 'cardRefund', transition: 'file', version: 0, input })
  }

  private async act(openid: string, step: Step): Promise<string> {
    const move = { note: '', input: {}, ...step, requestId: newAttempt() }
    const answer = await this.ask(openid, 'requests.act', move)
    return answer.request?.id ?? ''
  }

  private async agreed(openid: string, id: string): Promise<void> {
    const { request } = await this.ask(openid, 'desk.request', { id })
    const decisions = [{ id, version: request.version }]
    const decision = {
      decisions,
      transition: 'approve',
      note: '',
      input: {},
      requestId: newAttempt(),
    }
    const { results } = await this.ask(openid, 'desk.decide', decision)
    if (!results.every(({ ok }) => ok)) throw new Error(JSON.stringify(results))
  }

  private async ask<Name extends ActionName>(
    openid: string,
    name: Name,
    input: Input<Name>,
  ): Promise<Output<Name>> {
    const [functionName, action] = name.split('.')
    const headers = { 'x-openid': openid }
    const route = `/call/${functionName}`
    const answer = await this.school().post(route, { action, input }, headers)
    const { result } = answer as { result: Answer<Output<Name>> }
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
    return result.data
  }
}

function newAttempt(): string {
  attempts += 1
  return `before-${String(attempts).padStart(17, '0')}`
}
