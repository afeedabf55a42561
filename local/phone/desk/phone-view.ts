import type { ExposedPhone } from '../runtime/phone'
import type { Desk } from './desk'

const STATUS_BAR_HEIGHT = '28'

type PhoneWindow = Window & { __phone?: ExposedPhone }

/** The phone on the desk: an iframe with the bare phone. */
export class PhoneView {
  /** Makes each address another one: a change of the page alone would not load the phone. */
  private visits = 0
  private readonly iframe = document.querySelector<HTMLIFrameElement>('#phone')

  constructor(private readonly desk: Desk) {}

  /** Opens the phone as the desk says; without a page on the one that a mini program opens with. */
  open(page = ''): void {
    if (!this.iframe) return
    const { openid, theme, font } = this.desk
    this.visits += 1
    const visit = String(this.visits)
    const query = new URLSearchParams({ openid, theme, font, statusBar: STATUS_BAR_HEIGHT, visit })
    this.resize()
    this.iframe.src = `/phone?${query}${page === '' ? '' : `#/${page}`}`
  }

  /** The page it shows. */
  get page(): string {
    return this.window?.location.hash.replace(/^#\//, '') ?? ''
  }

  reload(): void {
    this.window?.location.reload()
  }

  resize(): void {
    this.iframe?.parentElement?.setAttribute('data-width', this.desk.width)
  }

  applyTheme(): void {
    this.exposed?.setTheme(this.desk.theme)
  }

  /** The time in the status bar is the cloud's; a phone that has just opened learns it, too. */
  showClock(time: string): void {
    this.exposed?.setClock(time)
  }

  private get window(): PhoneWindow | null {
    return this.iframe?.contentWindow ?? null
  }

  private get exposed(): ExposedPhone | undefined {
    return this.window?.__phone
  }
}
