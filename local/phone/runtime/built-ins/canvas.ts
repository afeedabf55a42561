import { addSurface } from '../canvas'
import { unsupported } from '../trouble'
import { builtIn } from './built-in'

/** https://developers.weixin.qq.com/miniprogram/dev/component/canvas.html, the 2d one */
export const canvas = builtIn({
  properties: { type: '', canvasId: '', disableScroll: false },
  events: ['error'],
  changed({ element, properties: { type, disableScroll } }) {
    addSurface(element)
    element.toggleAttribute('disable-scroll', disableScroll)
    if (type !== '2d') unsupported(`<canvas> 的 type="${type}"`)
  },
})
