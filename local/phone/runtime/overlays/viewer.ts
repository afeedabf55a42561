import { ask, button, element } from './overlay'

/** WeChat's full-screen pictures, one at a time; a tap on one closes them. */
export function viewPictures(addresses: string[], first: number): void {
  void ask<boolean>(
    '预览图片',
    (choose) => {
      const box = element('phone-viewer')
      const picture = document.createElement('img')
      const place = element('p')
      place.setAttribute('aria-live', 'polite')
      let at = first
      const turn = (by: number): void => {
        at = Math.max(0, Math.min(addresses.length - 1, at + by))
        picture.src = addresses[at] ?? ''
        picture.alt = `第 ${at + 1} 张`
        place.textContent = `${at + 1} / ${addresses.length}`
        // Not `disabled`, which would take the focus from who turns with the keyboard.
        previous.setAttribute('aria-disabled', String(at === 0))
        next.setAttribute('aria-disabled', String(at === addresses.length - 1))
      }
      const previous = button('上一张', () => turn(-1))
      const next = button('下一张', () => turn(1))
      const bar = element('footer')
      bar.append(
        previous,
        next,
        button('关闭', () => choose(true)),
      )
      picture.addEventListener('click', () => choose(true))
      box.addEventListener('keydown', ({ key }) => {
        if (key === 'ArrowLeft') turn(-1)
        if (key === 'ArrowRight') turn(1)
      })
      box.append(place, picture, bar)
      turn(0)
      return box
    },
    true,
  )
}
