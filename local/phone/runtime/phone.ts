import type { OpenPage } from './page'
import { noteTap } from './tap-turn'
import type { SetDataMeter } from './set-data'
import type { Theme } from './theme'
import type { CloudCall, WxContext } from './wx/context'

/** What the desk, tests and the automator see of a phone: `window.__phone`. */
export interface ExposedPhone {
  openid: string
  /** `setData` by page path. */
  setDataBytes: SetDataMeter
  /** The page stack, the page on top last; ids never repeat. */
  readonly pages: OpenPage[]
  /** Calls of cloud functions, in order. */
  calls: CloudCall[]
  /** What follows is done by a tap, which did not go through the browser. */
  noteTap(): void
  setTheme(theme: Theme): void
  /** The time in the status bar, which is the cloud's. */
  setClock(time: string): void
}

export function exposePhone(context: WxContext, setDataBytes: SetDataMeter): void {
  const { settings, stack, calls, theme, chrome } = context
  const phone: ExposedPhone = {
    openid: settings.openid,
    setDataBytes,
    pages: stack.pages,
    calls,
    noteTap,
    setTheme: (chosen) => theme.choose(chosen),
    setClock: (time) => chrome.setClock(time),
  }
  Object.assign(globalThis, { __phone: phone })
}
