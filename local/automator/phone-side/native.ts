import type { Handlers, NativeMethod, PhoneRequests } from '../protocol'
import { topPage } from './pages'

/** Where a finger finds it on what the phone draws around and over the page. */
const BUTTONS: Partial<Record<NativeMethod, string>> = {
  navigateLeft: 'phone-bar button:not([hidden])',
  confirmModal: 'phone-modal footer .confirm',
  cancelModal: 'phone-modal footer button:not(.confirm)',
  authorizeAllow: 'phone-sheet footer .confirm',
  authorizeCancel: 'phone-sheet footer button:not(.confirm)',
}

/** Back to the first page; if that is not the entry, the bar has a way there. */
async function goHome(): Promise<void> {
  const { wx } = globalThis as unknown as { wx: { navigateBack(to: object): Promise<unknown> } }
  const isCovering = document.querySelector('phone-bar .back:not([hidden])')
  if (isCovering) await wx.navigateBack({ delta: 10 })
  document.querySelector<HTMLElement>('phone-bar .home:not([hidden])')?.click()
}

function press(method: NativeMethod): void {
  const selector = BUTTONS[method]
  if (selector === undefined) throw new Error(`Tool.native：预览手机没有 ${method}`)
  const button = document.querySelector<HTMLElement>(selector)
  if (button) button.click()
  else throw new Error(`Tool.native：${topPage().path} 上现在没有 ${method} 要按的按钮`)
}

export const nativeHandlers: Pick<Handlers<PhoneRequests>, 'Tool.native'> = {
  'Tool.native': ({ method }) => (method === 'goHome' ? goHome() : press(method)),
}
