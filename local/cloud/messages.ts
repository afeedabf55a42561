import { Accepts } from './accepts'
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

interface Failure {
  errcode: number
  errmsg?: string | undefined
}

/** Titles of message templates by their id, as they stand in WeChat's console. */
export type Templates = Record<string, string>

/**
 * `subscribeMessage.send`: nothing leaves the laptop, everything sent is kept to be looked at. What was
 * sent and accepted is forgotten when the cloud is closed.
 */
export class Messages {
  readonly #sent: SentMessage[] = []
  readonly #accepts = new Accepts()
  readonly #failures: WechatAnswer[] = []
  readonly #listeners = new Set<(message: SentMessage) => void>()

  /** @param templates without them any template id is good */
  constructor(
    private readonly clock: Clock,
    readonly templates?: Templates,
  ) {}

  /** All messages sent since the cloud was opened, newest last. */
  list(): SentMessage[] {
    return [...this.#sent]
  }

  /** Calls `listener` with each message from now on; answers how to stop that. */
  subscribe(listener: (message: SentMessage) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** This person allows this template to be sent to them, `times` more times. */
  accept(openid: string, templateId: string, times = 1): void {
    this.#accepts.add(openid, templateId, times)
  }

  /** Who may still be sent what, how many times. */
  accepted(): ReturnType<Accepts['list']> {
    return this.#accepts.list()
  }

  /** Makes the next sends fail as WeChat's own troubles do: 45009 (the day's quota), -1 (busy), … */
  failNext({ errcode, errmsg = 'system error' }: Failure, times = 1): void {
    for (let left = times; left > 0; left--) this.#failures.push({ errcode, errmsg })
  }

  send(request: SendRequest, sender?: string): WechatAnswer {
    const { touser, template_id: templateId, page, data } = request
    const failure = this.#failures.shift()
    if (failure) return failure
    if (typeof touser !== 'string' || !touser) return { errcode: 40003, errmsg: 'invalid openid' }
    if (typeof templateId !== 'string' || !this.#isTemplate(templateId)) {
      return { errcode: 40037, errmsg: 'invalid template_id' }
    }
    const wrong = wrongField(data)
    if (wrong) return { errcode: 47003, errmsg: `argument invalid! data.${wrong} is empty` }
    if (!this.#accepts.take(touser, templateId)) {
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

  #isTemplate(id: string): boolean {
    return this.templates ? Object.hasOwn(this.templates, id) : id !== ''
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
