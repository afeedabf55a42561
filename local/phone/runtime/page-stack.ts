import type { AppConfig, PageConfig, Program } from '../program'
import type { EventChannel } from './event-channel'
import { callPage, createPage, destroyPage, tellComponents, type OpenPage } from './page'
import type { Engine } from './engine'
import { onceReady } from './ready'
import { formatPageUrl, parsePageUrl, type PageUrl } from './url'

const MAX_PAGES = 10

/** The texts of WeChat's own errors; the API's name comes before them. */
export class NavigationError extends Error {}

/** What the phone does as pages come and go. */
export interface PageHooks {
  /** Its scripts, and those of its components, have to run before it is made. */
  register(path: string): void
  created(page: OpenPage): void
  /** Another page is on top: the chrome follows. */
  shown(): void
}

/** The pages that are open, the one on top last. */
export class PageStack {
  readonly pages: OpenPage[] = []
  private readonly configs: Map<string, PageConfig>
  private readonly app: AppConfig

  constructor(
    program: Program,
    private readonly engine: Engine,
    private readonly hooks: PageHooks,
  ) {
    this.app = program.app
    const pages = program.components.filter((component) => component.isPage)
    this.configs = new Map(pages.map(({ path, config }) => [path, config]))
  }

  get top(): OpenPage | undefined {
    return this.pages.at(-1)
  }

  /** The page a mini program opens with. */
  get entryPath(): string {
    return this.app.entryPagePath ?? this.app.pages[0] ?? ''
  }

  /** @param listen is given the channel between the two pages before the new one loads */
  navigateTo(url: string, listen?: (channel: EventChannel) => void): EventChannel {
    const target = this.find(url)
    if (this.pages.length >= MAX_PAGES) throw new NavigationError('webview count limit exceed')
    if (this.top) this.hide(this.top)
    return this.open(target, listen).openerChannel
  }

  redirectTo(url: string): void {
    const target = this.find(url)
    this.close(1)
    this.open(target)
  }

  reLaunch(url: string): void {
    const target = this.find(url)
    this.close(this.pages.length)
    this.open(target)
  }

  navigateBack(delta = 1): void {
    if (this.pages.length < 2) throw new NavigationError('cannot navigate back at first page.')
    this.close(Math.min(Math.max(1, delta), this.pages.length - 1))
    if (this.top) this.show(this.top)
  }

  hide(page: OpenPage): void {
    callPage(page, 'onHide')
    tellComponents(page, 'hide')
  }

  show(page: OpenPage): void {
    delete document.documentElement.dataset.ready
    for (const { frame } of this.pages) frame.toggleAttribute('covered', frame !== page.frame)
    history.replaceState(null, '', `#/${formatPageUrl(page)}`)
    this.hooks.shown()
    callPage(page, 'onShow')
    tellComponents(page, 'show')
    onceReady(() => {
      if (!page.isReady) callPage(page, 'onReady')
      page.isReady = true
      document.documentElement.dataset.ready = page.path
    })
  }

  private find(url: string): PageUrl {
    const target = parsePageUrl(url, this.top?.path)
    if (this.configs.has(target.path)) return target
    throw new NavigationError(`page "${target.path}" is not found`)
  }

  private open(target: PageUrl, listen?: (channel: EventChannel) => void): OpenPage {
    delete document.documentElement.dataset.ready
    this.hooks.register(target.path)
    const config = { ...this.app.window, ...this.configs.get(target.path) }
    const page = createPage(this.engine, target, config)
    this.pages.push(page)
    this.hooks.created(page)
    listen?.(page.openerChannel)
    callPage(page, 'onLoad', target.query)
    this.show(page)
    return page
  }

  private close(count: number): void {
    for (const page of this.pages.splice(this.pages.length - count).reverse()) destroyPage(page)
  }
}
