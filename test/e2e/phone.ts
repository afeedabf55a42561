import automator from 'miniprogram-automator'
import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import { eventually } from './eventually'
import { Hands } from './hands'
import type { WeChatMessage } from './our-school'
import { ON_DESK, ON_FORM, ON_ITEM, ON_SHEET, SHEET, DESK, type Place } from './places'
import { called } from './screen'
import { WeChat } from './wechat'

/** Somebody's phone, in the words of the person who holds it; templates are known only to its places. */
export class Phone extends Hands {
  readonly wechat: WeChat
  private readonly errors: string[] = []

  private constructor(mp: MiniProgram) {
    super(mp)
    this.wechat = new WeChat(mp)
    mp.on('exception', ({ message }: { message: string }) => this.errors.push(message))
    mp.on('console', ({ type, args }: { type: string; args: unknown[] }) => {
      if (type === 'error') this.errors.push(args.map(toText).join(' '))
    })
  }

  static async take(wsEndpoint: string): Promise<Phone> {
    return new Phone(await automator.connect({ wsEndpoint }))
  }

  /** The exceptions and errors of the mini program so far; whoever expects them takes them away. */
  takeErrors(): string[] {
    return this.errors.splice(0)
  }

  /** @returns the exceptions and errors that nobody took */
  async putAway(): Promise<string[]> {
    await this.wechat.restore()
    this.mp.disconnect()
    return this.errors
  }

  /** A row of the 离校单 as a screen reader says it: 「住宿费，必办，未办理，…」. */
  async row(item: string): Promise<string> {
    return (await this.one(ON_SHEET.rows, called(item))).attribute('aria-label')
  }

  /** 打开环节 */
  async openItem(item: string): Promise<void> {
    await (await this.one(ON_SHEET.rows, called(item))).tap()
  }

  /** 查看学校的离校通知 */
  async openNotice(): Promise<void> {
    await this.tap(ON_SHEET.notice)
  }

  /** 拨打 */
  async call(number: string): Promise<void> {
    await this.tap(ON_ITEM.phones, `拨打 ${number}`)
  }

  /** 加到日历 */
  async addToCalendar(): Promise<void> {
    await this.tap(ON_ITEM.calendar)
  }

  /** 再试一次 */
  async tryAgain(): Promise<void> {
    await this.tap(ON_SHEET.retry)
  }

  /** 我已阅读并同意 */
  async agree(): Promise<void> {
    await this.tap(ON_FORM.consent)
  }

  /** The button of a form: 绑定, 生成验证码. */
  async send(): Promise<void> {
    await this.tap(ON_FORM.send)
  }

  /** Opens one of the things a staff member can do, from the desk. */
  async openTool(title: string): Promise<void> {
    await this.press('我的')
    await this.press(title)
  }

  /** The one-time code on the screen. */
  async readCode(): Promise<string> {
    return (await (await this.one(ON_DESK.code)).text()).replace(/\s/g, '')
  }

  /** 下拉 */
  async pullDown(): Promise<void> {
    await this.mp.callWxMethod('startPullDownRefresh')
  }

  /** Leaves the mini program and comes back to it. */
  async reopen(): Promise<void> {
    await this.goTo(SHEET)
  }

  /** The same for the staff. */
  async reopenDesk(): Promise<void> {
    await this.goTo(DESK)
  }

  /** WeChat closes the mini program, and it is opened anew: all that is left is what it has stored. */
  async restart(): Promise<void> {
    await this.mp.evaluate('() => { getApp().old = true; setTimeout(() => location.reload()) }')
    const isNew = (): Promise<boolean> => this.mp.evaluate('() => !getApp().old')
    await eventually(isNew, Boolean, '小程序没有重新打开')
    await this.reopen()
  }

  /** Opens the page that a message of WeChat leads to. */
  async openMessage(message: WeChatMessage | undefined): Promise<void> {
    if (!message) throw new Error('微信里没有消息')
    await this.goTo(message.page)
  }

  /** 返回 */
  async back(): Promise<void> {
    await this.mp.callWxMethod('navigateBack')
  }

  /** Of the card's ground and of the words above it. */
  async colours(): Promise<{ card: string; headline: string }> {
    const card = await (await this.one(ON_SHEET.card)).style('background-color')
    return { card, headline: await (await this.one(ON_SHEET.headline)).style('color') }
  }

  /** By how many pixels the page is wider than the screen. */
  async overflow(): Promise<number> {
    const { windowWidth } = (await this.mp.systemInfo()) as { windowWidth: number }
    return Number((await (await this.page()).size()).width) - windowWidth
  }

  private async goTo(page: string): Promise<void> {
    await this.mp.callWxMethod('reLaunch', { url: `/${page}` })
  }

  private async tap(where: Place, name?: string): Promise<void> {
    await (await this.one(where, name === undefined ? undefined : called(name))).tap()
  }
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
