import { makeFocusable } from '../accessibility'
import { askWheels } from '../overlays/wheels'
import { unsupported } from '../trouble'
import { listWheel } from '../wheels/list'
import { dateWheels, timeWheels } from '../wheels/moment'
import type { Wheels } from '../wheels/wheels'
import { builtIn, type BuiltInNode } from './built-in'

const PROPERTIES = {
  mode: 'selector',
  headerText: '',
  disabled: false,
  range: null,
  rangeKey: '',
  value: null,
  start: '',
  end: '',
  fields: 'day',
  name: '',
}

type PickerNode = BuiltInNode<typeof PROPERTIES>

/** What a person chose last: it stands until the mini program gives another value. */
const choices = new WeakMap<HTMLElement, { given: unknown; chosen: string }>()

/** https://developers.weixin.qq.com/miniprogram/dev/component/picker.html */
export const picker = builtIn({
  properties: PROPERTIES,
  events: ['change', 'cancel'],
  attached(node) {
    const { element } = node
    if (!element.hasAttribute('role')) element.setAttribute('role', 'button')
    element.setAttribute('aria-haspopup', 'dialog')
    makeFocusable(element)
    node.on('tap', () => {
      if (!node.properties.disabled) void open(node)
    })
  },
  changed({ element, properties }) {
    if (properties.disabled) element.setAttribute('aria-disabled', 'true')
    else element.removeAttribute('aria-disabled')
  },
})

async function open(node: PickerNode): Promise<void> {
  const wheels = wheelsOf(node)
  if (!wheels) {
    unsupported(`<picker> 的 mode="${node.properties.mode}"`)
    return
  }
  const chosen = await askWheels(node.properties.headerText, wheels)
  if (chosen === null) {
    node.emit('cancel')
    return
  }
  choices.set(node.element, { given: node.properties.value, chosen })
  node.emit('change', { value: chosen })
}

function wheelsOf({ element, properties }: PickerNode): Wheels | undefined {
  const { mode, range, rangeKey, start, end, fields } = properties
  const last = choices.get(element)
  const value = last && last.given === properties.value ? last.chosen : properties.value
  if (mode === 'selector') return listWheel(range, rangeKey, value)
  if (mode === 'date') return dateWheels({ value, start, end }, fields)
  if (mode === 'time') return timeWheels({ value, start, end })
  return undefined
}
