import type { Answer, Output } from '../../domain/api'
import { openAutomator, type Automator } from '../../local/automator'
import { startSchool, type RunningSchool } from '../../tools/school'

/** What only the bridge can choose: whose phone it is, how wide, light or dark. */
export interface Looks {
  width?: number
  height?: number
  theme?: 'light' | 'dark'
}

/** A subscription message as it stands in WeChat: 「退宿：等学院书记审核」, and the page it opens. */
export interface WeChatMessage {
  text: string
  page: string
}

interface SentMessage {
  openid: string
  page: string
  data: Record<'thing1' | 'thing2' | 'time3', { value: string }>
}

/** All that WeChat DevTools does not have: other people, their looks, the clock, the campus, the network. */
export class OurSchool {
  private constructor(
    private readonly running: RunningSchool,
    private readonly automator: Automator,
  ) {}

  static async open(): Promise<OurSchool> {
    const running = await startSchool()
    try {
      return new OurSchool(running, await openAutomator({ schoolUrl: running.url }))
    } catch (error) {
      // A school that is left open would keep Jest from ending.
      await running.close()
      throw error
    }
  }

  /** Where somebody's phone is; of one of the demo people, or of somebody nobody knows. */
  phoneAddress(openid: string, looks: Looks): string {
    const query = new URLSearchParams({ openid })
    for (const [name, value] of Object.entries(looks)) query.set(name, String(value))
    return `${this.automator.wsEndpoint}/?${query.toString()}`
  }

  async setOffline(openid: string, isOffline: boolean): Promise<void> {
    await this.automator.setOffline(openid, isOffline)
  }

  async moveClockTo(now: string): Promise<void> {
    await this.post('/dev/clock', { now })
  }

  /** What a camera reads off the exit pass on somebody's phone. */
  async codeOn(openid: string): Promise<string> {
    const answer = await this.post('/call/pass', { action: 'show' }, { 'x-openid': openid })
    const { result } = answer as { result: Answer<Output<'pass.show'>> }
    if (!result.ok || !result.data.pass) throw new Error('凭证上没有二维码')
    return result.data.pass.token
  }

  /** Something happens to a student in the campus systems. */
  async campus(openid: string, id: string): Promise<void> {
    await this.post('/dev/campus', { openid, id })
  }

  /** A timer goes off. */
  async fireTimer(name: string): Promise<void> {
    await this.post(`/dev/timer/${name}`, {})
  }

  /** Somebody allows WeChat to send one message of this kind. */
  async allowMessage(openid: string, kind: 'result' | 'turn'): Promise<void> {
    await this.post('/dev/subscriptions', { openid, templateId: `template-${kind}` })
  }

  /** What WeChat has sent to somebody, the newest last. */
  async messagesTo(openid: string): Promise<WeChatMessage[]> {
    const sent = (await this.get('/dev/messages')) as SentMessage[]
    const own = sent.filter((message) => message.openid === openid)
    return own.map(({ data, page }) => ({
      text: `${data.thing1.value}：${data.thing2.value}`,
      page,
    }))
  }

  async post(route: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
    const response = await fetch(this.running.url + route, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}`)
    return response.json()
  }

  async get(route: string): Promise<unknown> {
    return (await fetch(this.running.url + route)).json()
  }

  async close(): Promise<void> {
    await this.automator.close()
    await this.running.close()
  }
}
