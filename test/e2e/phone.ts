import automator from 'miniprogram-automator'
import type Element from 'miniprogram-automator/out/Element'
import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import { eventually } from './eventually'
import { find, ON_DESK, ON_FORM, ON_ITEM, ON_SHEET, SHEET, WORDS, type Place } from './places'
import { WeChat } from './wechat'

/** A field one types into; the client makes one of an `input` element. */
interface Entry {
  input(text: string): Promise<void>
  value(): Promise<string>
}

/** Somebody's phone, in the words of the person who holds it; templates are known only here. */
export class Phone {
  readonly wechat: WeChat
  private readonly errors: string[] = []

  private constructor(private readonly mp: MiniProgram) {
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

  /** The words on the screen. */
  async screen(): Promise<string> {
    const page = await this.page()
    const [content] = await find(page, WORDS[page.path] ?? [])
    return ((await content?.text()) ?? '').replace(/\s+/g, ' ').trim()
  }

  /** Waits until these words are on the screen. */
  async shows(words: string): Promise<string> {
    return this.reads((screen) => screen.includes(words), `屏幕上没有「${words}」`)
  }

  async showsNoMore(words: string): Promise<string> {
    const isGone = (screen: string): boolean => screen !== '' && !screen.includes(words)
    return this.reads(isGone, `屏幕上还有「${words}」`)
  }

  /** A row of the 离校单 as a screen reader says it: 「住宿费，必办，未办理，…」. */
  async row(item: string): Promise<string> {
    const row = await this.rowOf(item)
    return row.attribute('aria-label')
  }

  /** 打开环节 */
  async openItem(item: string): Promise<void> {
    await (await this.rowOf(item)).tap()
  }

  /** 查看学校的离校通知 */
  async openNotice(): Promise<void> {
    await this.press(ON_SHEET.notice)
  }

  /** 拨打 */
  async call(number: string): Promise<void> {
    await this.press(ON_ITEM.phones, `拨打 ${number}`)
  }

  /** 加到日历 */
  async addToCalendar(): Promise<void> {
    await this.press(ON_ITEM.calendar)
  }

  /** 再试一次 */
  async tryAgain(): Promise<void> {
    await this.press(ON_SHEET.retry)
  }

  /** Types into fields by what they are called. */
  async fillIn(texts: Record<string, string>): Promise<void> {
    for (const [field, text] of Object.entries(texts)) {
      const entry = (await this.one(ON_FORM.entries, named(field))) as unknown as Entry
      await entry.input(text)
    }
  }

  /** What stands in a field. */
  async filledIn(field: string): Promise<string> {
    const entry = (await this.one(ON_FORM.entries, named(field))) as unknown as Entry
    return entry.value()
  }

  /** 我已阅读并同意 */
  async agree(): Promise<void> {
    await this.press(ON_FORM.consent)
  }

  /** The button of a form: 绑定, 生成验证码. */
  async send(): Promise<void> {
    await this.press(ON_FORM.send)
  }

  /** 我是毕业生, 我是老师 */
  async chooseWay(words: string): Promise<void> {
    const way = await eventually(
      async () => {
        for (const element of await find(await this.page(), ON_FORM.ways)) {
          if ((await element.text()) === words) return element
        }
        return undefined
      },
      Boolean,
      `页面上没有「${words}」`,
    )
    await way?.tap()
  }

  /** 我的: who a staff member is here, and what they can do besides what waits. */
  async openMine(): Promise<void> {
    await this.press(ON_DESK.tabs, '我的')
  }

  /** Opens one of the things a staff member can do, from the desk. */
  async openTool(title: string): Promise<void> {
    await this.openMine()
    await (await this.one(ON_DESK.tools, (label) => label.startsWith(title))).tap()
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
    await this.mp.callWxMethod('reLaunch', { url: `/${SHEET}` })
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

  private async page() {
    const page = await this.mp.currentPage()
    if (!page) throw new Error('没有打开的页面')
    return page
  }

  private async reads(isWanted: (screen: string) => boolean, trouble: string): Promise<string> {
    return eventually(() => this.screen(), isWanted, trouble)
  }

  private async rowOf(item: string): Promise<Element> {
    return this.one(ON_SHEET.rows, (label) => label.startsWith(`${item}，`))
  }

  private async press(where: Place, label?: string): Promise<void> {
    const isMeant = label === undefined ? undefined : (found: string) => found === label
    await (await this.one(where, isMeant)).tap()
  }

  /** The first element there, or the one that a screen reader calls so. */
  private async one(where: Place, isMeant?: (label: string) => boolean): Promise<Element> {
    const read = async (): Promise<Element | undefined> => {
      for (const element of await find(await this.page(), where)) {
        if (!isMeant || isMeant(await element.attribute('aria-label'))) return element
      }
      return undefined
    }
    try {
      return (await eventually(read, Boolean, `页面上没有 ${where.join(' ')}`)) as Element
    } catch (error) {
      throw new Error(`${(error as Error).message}；屏幕：${await this.screen()}`, { cause: error })
    }
  }
}

/** A field whose name a screen reader says first, before what is wrong with it. */
function named(field: string): (label: string) => boolean {
  return (label) => label === field || label.startsWith(`${field}，`)
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
