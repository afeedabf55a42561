import type { ShownCode } from '../shown-codes'
import { ask, button, element } from './overlay'

/** In place of a camera: what the code says, typed or read off another phone; null when cancelled. */
export function askForCode(shown: readonly ShownCode[]): Promise<string | null> {
  return ask<string | null>(
    '扫一扫',
    (choose) => {
      const box = element('phone-modal')
      const field = document.createElement('input')
      field.placeholder = '二维码里的文字'
      field.setAttribute('aria-label', '二维码里的文字')
      const actions = element('footer')
      actions.append(
        button('取消', () => choose(null)),
        button('扫这个', () => choose(field.value), 'confirm'),
      )
      box.append(
        element('h2', '扫一扫'),
        element('p', '这里没有相机。粘贴二维码里的文字，或者扫另一部手机。'),
        ...shown.map(({ openid, text }) => button(`扫 ${openid} 的屏幕`, () => choose(text))),
        field,
        actions,
      )
      return box
    },
    null,
  )
}
