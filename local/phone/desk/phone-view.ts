import type { ExposedPhone } from '../runtime/phone'
import type { Desk } from './desk'

const STATUS_BAR_HEIGHT = '28'

type PhoneWindow = Window & { __phone?: ExposedPhone }

/** The phone on the desk: an iframe with the bare phone. */
export class PhoneView {
  private readonly iframe = document.querySelector<HTMLIFrameElement>('#phone')

  constructor(private readonly desk: Desk) {}

  /** Opens the phone as the desk says; `page` keeps the page it shows. */
  open(page: 'first' | 'same' = 'first'): void {
    if (!this.iframe) return
    const { openid, theme, font } = this.desk
    const query = new URLSearchParams({ openid, theme, font, statusBar: STATUS_BAR_HEIGHT })
    const hash = page === 'same' ? (this.window?.location.hash ?? '') : ''
    this.resize()
    this.iframe.src = `/phone?${query}${hash}`
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
