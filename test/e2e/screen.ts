import type Element from 'miniprogram-automator/out/Element'
import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import type Page from 'miniprogram-automator/out/Page'
import { eventually } from './eventually'
import { find, planOf, type Place } from './places'

/** How long one looks before one presses again. */
const A_WHILE_MS = 5_000

type IsMeant = (name: string) => boolean

/** What is on a phone's screen, by the words that a person reads or a screen reader says. */
export class Screen {
  protected constructor(protected readonly mp: MiniProgram) {}

  /** The words on the screen. */
  async screen(): Promise<string> {
    const page = await this.page()
    const found = await Promise.all(planOf(page).words.map((place) => find(page, place)))
    const parts = await Promise.all(found.flat().map((part) => part.text()))
    return parts.join(' ').replace(/\s+/g, ' ').trim()
  }

  /** Waits until these words are on the screen. */
  async shows(words: string): Promise<string> {
    return this.reads((screen) => screen.includes(words), `屏幕上没有「${words}」`)
  }

  /** Whether these words come within a few seconds. */
  async sees(words: string): Promise<boolean> {
    const read = () => this.screen()
    const isWanted = (screen: string) => screen.includes(words)
    return eventually(read, isWanted, '', A_WHILE_MS).then(
      () => true,
      () => false,
    )
  }

  async showsNoMore(words: string): Promise<string> {
    const isGone = (screen: string): boolean => screen !== '' && !screen.includes(words)
    return this.reads(isGone, `屏幕上还有「${words}」`)
  }

  protected async page(): Promise<Page> {
    const page = await this.mp.currentPage()
    if (!page) throw new Error('没有打开的页面')
    return page
  }

  /** The first element there, or the one that is called so. */
  protected async one(where: Place, isMeant?: IsMeant): Promise<Element> {
    return (await this.wait(
      async () => first(await this.page(), [where], isMeant),
      `页面上没有 ${where.join(' ')}`,
    )) as Element
  }

  /** Finds what is called so and does something with it; what moved away meanwhile is found anew. */
  protected async with<T>(
    where: (page: Page) => readonly Place[],
    name: string,
    act: (element: Element) => Promise<T>,
  ): Promise<T> {
    const done = async (): Promise<{ value: T } | undefined> => {
      const page = await this.page()
      const element = await first(page, where(page), called(name))
      return element && { value: await act(element) }
    }
    const found = await this.wait(done, `页面上没有「${name}」`)
    return (found as { value: T }).value
  }

  private async wait<T>(read: () => Promise<T>, trouble: string): Promise<T> {
    try {
      return await eventually(read, Boolean, trouble)
    } catch (error) {
      throw new Error(`${(error as Error).message}；屏幕：${await this.screen()}`, { cause: error })
    }
  }

  private async reads(isWanted: IsMeant, trouble: string): Promise<string> {
    return eventually(() => this.screen(), isWanted, trouble)
  }
}

async function first(
  page: Page,
  places: readonly Place[],
  isMeant?: IsMeant,
): Promise<Element | undefined> {
  for (const place of places) {
    for (const element of await find(page, place)) {
      if (!isMeant || isMeant(await nameOf(element))) return element
    }
  }
  return undefined
}

/** What a screen reader calls it: its label, else what stands in it. */
export async function nameOf(element: Element): Promise<string> {
  const label = (await element.attribute('aria-label')) as string | null
  return (label ?? (await element.text())).replace(/\s+/g, ' ').trim()
}

/** A name is said first, before what is wrong with it or how many there are. */
export function called(name: string): IsMeant {
  return (found) => found === name || found.startsWith(`${name}，`)
}
