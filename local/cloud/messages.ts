import type { Clock } from './clock'

/** A subscription message that a function sent (订阅消息). */
export interface SentMessage {
  id: number
  /** ISO instant on the cloud's clock. */
  at: string
  openid: string
  templateId: string
  /** The page of the mini program that a tap opens. */
  page?: string
  data: Record<string, { value: string }>
  /** The function that sent it. */
  function?: string
}

/** WeChat's answer to an openapi call; 0 is success. */
export interface WechatAnswer {
  errcode: number
  errmsg: string
  [field: string]: unknown
}

interface SendRequest {
  touser?: unknown
  template_id?: unknown
  page?: unknown
  data?: unknown
}

/** `subscribeMessage.send`: nothing leaves the laptop, everything sent is kept to be looked at. */
export class Messages {
  readonly #sent: SentMessage[] = []
  readonly #refusals: { openid: string; templateId?: string }[] = []
  readonly #listeners = new Set<(message: SentMessage) => void>()

  constructor(private readonly clock: Clock) {}

  /** All messages sent since the cloud was opened, newest last. */
  list(): SentMessage[] {
    return [...this.#sent]
  }

  /** Calls `listener` with each message from now on; answers how to stop that. */
  subscribe(listener: (message: SentMessage) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Makes the next send to this person (of this template, when given) fail with 43101. */
  refuseNext(refusal: { openid: string; templateId?: string }): void {
    this.#refusals.push(refusal)
  }

  send(request: SendRequest, sender?: string): WechatAnswer {
    const { touser, template_id: templateId, page, data } = request
    if (typeof touser !== 'string' || !touser) return { errcode: 40003, errmsg: 'invalid openid' }
    if (typeof templateId !== 'string' || !templateId) {
      return { errcode: 40037, errmsg: 'invalid template_id' }
    }
    const wrong = wrongField(data)
    if (wrong) return { errcode: 47003, errmsg: `argument invalid! data.${wrong} is empty` }
    if (this.#refused(touser, templateId)) {
      return { errcode: 43101, errmsg: 'user refuse to accept the msg' }
    }
    const message: SentMessage = {
      id: this.#sent.length + 1,
      at: this.clock.now().toISOString(),
      openid: touser,
      templateId,
      ...(typeof page === 'string' ? { page } : {}),
      data: data as SentMessage['data'],
      ...(sender ? { function: sender } : {}),
    }
    this.#sent.push(message)
    for (const listener of this.#listeners) listener(message)
    return { errcode: 0, errmsg: 'ok', msgid: message.id }
  }

  #refused(openid: string, templateId: string): boolean {
    const index = this.#refusals.findIndex(
      (refusal) => refusal.openid === openid && (refusal.templateId ?? templateId) === templateId,
    )
    if (index >= 0) this.#refusals.splice(index, 1)
    return index >= 0
  }
}

/** The first field of a message without a value; WeChat wants one in each. */
function wrongField(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) return 'data'
  const wrong = Object.entries(data).find(
    ([, field]) =>
      !['string', 'number'].includes(typeof (field as { value?: unknown } | null)?.value),
  )
  return wrong && `${wrong[0]}.value`
}
