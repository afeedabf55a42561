import type { BuiltIn } from './built-in'
import { button } from './button'
import { canvas } from './canvas'
import { checkbox, checkboxGroup, radio, radioGroup } from './choices'
import { image } from './image'
import { input } from './input'
import { label } from './label'
import { navigator } from './navigator'
import { pageMeta } from './page-meta'
import { picker } from './picker'
import { rootPortal } from './root-portal'
import { scrollView } from './scroll-view'
import { switchToggle } from './switch'
import { text } from './text'
import { textarea } from './textarea'
import { view } from './view'

/** WeChat's built-in components as far as our pages use them; any other tag is refused by name. */
export const BUILT_INS: Record<string, BuiltIn> = {
  button,
  canvas,
  checkbox,
  'checkbox-group': checkboxGroup,
  image,
  input,
  label,
  navigator,
  'page-meta': pageMeta,
  picker,
  radio,
  'radio-group': radioGroup,
  'root-portal': rootPortal,
  'scroll-view': scrollView,
  switch: switchToggle,
  text,
  textarea,
  view,
}

/** https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html */
export const EVENTS_OF_EVERY_NODE = new Set([
  'tap',
  'longpress',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'transitionend',
  'animationstart',
  'animationiteration',
  'animationend',
])
