import type { IncomingMessage } from 'node:http'
import type { RawData, WebSocket } from 'ws'
import { handHandlers } from './hands'
import { HeldPhone, type PhoneShop } from './held-phone'
import { Mailbox } from './mailbox'
import { ONLY_DEVTOOLS } from './only-devtools'
import type { Handlers, HandRequests, Reply } from './protocol'
import { readWishes } from './wishes'

interface Request {
  id: string
  method: string
  params?: object
}

/** The WebSocket close code for a frame that is no request. */
const UNSUPPORTED_DATA = 1003

type Answer = (params: never) => unknown

/** A client, and the phone it holds while it is connected. */
export class Connection {
  private readonly phone: Promise<HeldPhone>
  private readonly handlers: Promise<Handlers<HandRequests>>
  private readonly mailbox = new Mailbox((event) => this.send(event))

  constructor(
    private readonly socket: WebSocket,
    { url = '/' }: IncomingMessage,
    shop: PhoneShop,
  ) {
    this.phone = this.open(shop, url)
    this.handlers = this.phone.then((phone) => handHandlers(phone))
    // Each request answers with what went wrong; by itself it is not an unhandled rejection.
    this.handlers.catch(() => undefined)
    socket.on('message', (data) => {
      this.receive(data).catch(() => socket.close(UNSUPPORTED_DATA))
    })
  }

  /** Whether this is that person's phone. */
  async isOf(openid: string): Promise<boolean> {
    return this.phone.then(
      async (phone) => (await phone.openid()) === openid,
      () => false,
    )
  }

  async setOffline(isOffline: boolean): Promise<void> {
    await (await this.phone).setOffline(isOffline)
  }

  async close(): Promise<void> {
    this.socket.terminate()
    await this.phone.then(
      (phone) => phone.putAway(),
      () => undefined,
    )
  }

  private async open(shop: PhoneShop, url: string): Promise<HeldPhone> {
    return HeldPhone.open(shop, readWishes(url), (event) => this.mailbox.post(event))
  }

  /** Requests do not wait for each other: one may open the dialog that the next one answers. */
  private async receive(data: RawData): Promise<void> {
    // A text frame; ws hands over the bytes.
    const { id, method, params = {} } = JSON.parse((data as Buffer).toString()) as Request
    this.mailbox.note(method)
    this.send({ id, ...(await this.reply(method, params)) })
  }

  private async reply(method: string, params: object): Promise<Reply> {
    try {
      const reason = (ONLY_DEVTOOLS as Record<string, string | undefined>)[method]
      if (reason !== undefined) throw new Error(`${method}：${reason}`)
      return { result: (await this.answer(method, params)) ?? {} }
    } catch (error) {
      return { error: { message: (error as Error).message } }
    }
  }

  private async answer(method: string, params: object): Promise<unknown> {
    const phone = await this.phone
    const own = ((await this.handlers) as Record<string, Answer | undefined>)[method]
    return own ? own(params as never) : phone.ask('call', method, params)
  }

  private send(message: object): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(JSON.stringify(message))
  }
}
