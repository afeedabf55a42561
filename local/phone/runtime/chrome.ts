import type { OpenPage } from './page'
import type { PageStack } from './page-stack'
import type { Settings } from './settings'
import type { ThemeSwitch } from './theme'

const NAVIGATION_BAR_HEIGHT = 44

/** What WeChat draws around a page: status area, navigation bar with title and back, the capsule. */
export class Chrome {
  private readonly bar = document.createElement('phone-bar')
  private readonly title = document.createElement('h1')
  private readonly back = document.createElement('button')
  private readonly clock = document.createElement('phone-clock')
  private readonly screen = document.createElement('phone-screen')

  constructor(
    private readonly settings: Settings,
    private readonly theme: ThemeSwitch,
    onBack: () => void,
  ) {
    this.back.type = 'button'
    this.back.addEventListener('click', onBack)
    const capsule = document.createElement('phone-capsule')
    capsule.setAttribute('aria-hidden', 'true')
    this.bar.append(this.clock, this.back, this.title, capsule)
    document.body.append(this.bar, this.screen)
    const style = document.documentElement.style
    style.setProperty('--status-bar-height', `${settings.statusBarHeight}px`)
    style.setProperty('--system-font-size', `${settings.fontSize}px`)
  }

  /** The capsule's place, which custom navigation bars ask for. */
  get capsule() {
    const [width, height, right] = [87, 32, innerWidth - 7]
    const top = this.settings.statusBarHeight + (NAVIGATION_BAR_HEIGHT - height) / 2
    return { width, height, top, bottom: top + height, left: right - width, right }
  }

  setClock(time: string): void {
    if (this.clock.textContent !== time) this.clock.textContent = time
  }

  /** Draws the bar of the page on top; alone, a page that is not the entry gets a way home. */
  show({ top: page, pages, entryPath }: PageStack): void {
    if (!page) return
    const { config } = page
    const isFirst = pages.length === 1
    const isCustom = config.navigationStyle === 'custom'
    this.bar.toggleAttribute('custom', isCustom)
    this.screen.toggleAttribute('custom', isCustom)
    this.title.textContent = page.title ?? config.navigationBarTitleText ?? ''
    document.title = this.title.textContent
    this.back.hidden = isCustom || (isFirst && page.path === entryPath)
    this.back.className = isFirst ? 'home' : 'back'
    this.back.setAttribute('aria-label', isFirst ? '回到首页' : '返回')
    this.paint(page)
  }

  private paint({ config, barColors, frame }: OpenPage): void {
    const { theme } = this
    const text = theme.valueOf(config.navigationBarTextStyle) ?? 'white'
    const back = barColors?.back ?? theme.valueOf(config.navigationBarBackgroundColor) ?? '#000000'
    this.bar.style.color = barColors?.front ?? (text === 'black' ? '#000000' : '#ffffff')
    this.bar.style.setProperty('--bar-color', back)
    const ground = theme.valueOf(config.backgroundColor)
    if (ground !== undefined) frame.style.backgroundColor = ground
    document.documentElement.style.fontSize = frame.dataset.rootFontSize ?? ''
  }
}
