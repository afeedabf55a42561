import automator from 'miniprogram-automator'
import type Element from 'miniprogram-automator/out/Element'
import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import type Page from 'miniprogram-automator/out/Page'
import { eventually } from './eventually'
import { askedFor, breakCloud, garbleCloud, grant, mendCloud } from './wechat'

const SHEET = 'pages/sheet/sheet'
const ITEM = 'pages/item/item'
const NOTICE = 'pages/notice/notice'

/** Where the words of each page stand, from the page down: a component's inside is found only through it. */
const WORDS: Record<string, string[]> = {
  [SHEET]: ['.page'],
  [ITEM]: ['#detail'],
  [NOTICE]: ['.notice'],
}

/** Where to press. */
const RETRY = ['.state', '.retry']
const CALENDAR = ['#detail', '.calendar']
const PHONE_NUMBERS = ['#detail', '.phone']
const ROWS = ['.row']
const NOTICE_LINK = ['.notice-link']

/** What the mini program hands over to WeChat. */
type HandOver = 'makePhoneCall' | 'addPhoneCalendar' | 'showToast'

/** A student's phone, in the words of the student who holds it; templates are known only here. */
export class StudentPhone {
  private readonly errors: string[] = []
  private readonly granted: string[] = []

  private constructor(private readonly mp: MiniProgram) {
    mp.on('exception', ({ message }: { message: string }) => this.errors.push(message))
    mp.on('console', ({ type, args }: { type: string; args: unknown[] }) => {
      if (type === 'error') this.errors.push(args.map(toText).join(' '))
    })
  }

  static async take(wsEndpoint: string): Promise<StudentPhone> {
    return new StudentPhone(await automator.connect({ wsEndpoint }))
  }

  /** The exceptions and errors of the mini program so far; whoever expects them takes them away. */
  takeErrors(): string[] {
    return this.errors.splice(0)
  }

  /** @returns the exceptions and errors that nobody took */
  async putAway(): Promise<string[]> {
    await mendCloud(this.mp)
    for (const method of this.granted) await this.mp.restoreWxMethod(method)
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
    await this.press(NOTICE_LINK)
  }

  /** 拨打 */
  async call(number: string): Promise<void> {
    await this.press(PHONE_NUMBERS, `拨打 ${number}`)
  }

  /** 加到日历 */
  async addToCalendar(): Promise<void> {
    await this.press(CALENDAR)
  }

  /** 再试一次 */
  async tryAgain(): Promise<void> {
    await this.press(RETRY)
  }

  /** 下拉 */
  async pullDown(): Promise<void> {
    await this.mp.callWxMethod('startPullDownRefresh')
  }

  /** Leaves the mini program and comes back to it. */
  async reopen(): Promise<void> {
    await this.mp.callWxMethod('reLaunch', { url: `/${SHEET}` })
  }

  /** Deletes what the mini program keeps on the phone. */
  async forgetEverything(): Promise<void> {
    await this.mp.callWxMethod('clearStorageSync')
  }

  async breakCloud(): Promise<void> {
    await breakCloud(this.mp)
  }

  async garbleCloud(): Promise<void> {
    await garbleCloud(this.mp)
  }

  async mendCloud(): Promise<void> {
    await mendCloud(this.mp)
  }

  /** Lets WeChat do this without asking the student. */
  async grant(...methods: HandOver[]): Promise<void> {
    for (const method of methods) await grant(this.mp, method)
    this.granted.push(...methods)
  }

  /** Waits until the mini program has asked for what was granted, and answers with what. */
  async askedFor(method: HandOver): Promise<unknown> {
    const ask = () => askedFor(this.mp, method)
    return eventually(ask, (asked) => Boolean(asked), `还没有用到 ${method}`)
  }

  async styleOf(selector: string, property: string): Promise<string> {
    return (await this.one([selector])).style(property)
  }

  /** By how many pixels the page is wider than the screen. */
  async overflow(): Promise<number> {
    const { windowWidth } = (await this.mp.systemInfo()) as { windowWidth: number }
    return Number((await (await this.page()).size()).width) - windowWidth
  }

  private async page(): Promise<Page> {
    const page = await this.mp.currentPage()
    if (!page) throw new Error('没有打开的页面')
    return page
  }

  private async reads(isWanted: (screen: string) => boolean, trouble: string): Promise<string> {
    return eventually(() => this.screen(), isWanted, trouble)
  }

  private async rowOf(item: string): Promise<Element> {
    return this.one(ROWS, (label) => label.startsWith(`${item}，`))
  }

  private async press(where: string[], label?: string): Promise<void> {
    const isMeant = label === undefined ? undefined : (found: string) => found === label
    await (await this.one(where, isMeant)).tap()
  }

  /** The first element there, or the one that a screen reader calls so. */
  private async one(where: string[], isMeant?: (label: string) => boolean): Promise<Element> {
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

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** All elements at the end of a way through components. */
async function find(page: Page, where: string[]): Promise<Element[]> {
  let owner: Pick<Page, '$' | '$$'> | null = page
  for (const component of where.slice(0, -1)) owner = (await owner?.$(component)) ?? null
  return ((await owner?.$$(where.at(-1) ?? '')) ?? []) as Element[]
}
