import { builtIn, type BuiltInNode } from './built-in'
import { applyToggle, followToggle, isOn, onChosen, TOGGLE, turnTo } from './toggle'

const MEMBER = { ...TOGGLE, value: '' }

/** What a group's `change` says of its members. */
const values = new WeakMap<Element, string>()

/** https://developers.weixin.qq.com/miniprogram/dev/component/checkbox.html */
export const checkbox = builtIn({
  properties: MEMBER,
  attached: (node) => followToggle(node, 'checkbox', (on) => !on),
  changed: applyMember,
})

/** https://developers.weixin.qq.com/miniprogram/dev/component/radio.html */
export const radio = builtIn({
  properties: MEMBER,
  attached: (node) => followToggle(node, 'radio', () => true),
  changed: applyMember,
})

export const checkboxGroup = builtIn({
  properties: { name: '' },
  events: ['change'],
  attached(node) {
    const { element } = node
    if (!element.hasAttribute('role')) element.setAttribute('role', 'group')
    onChosen(element, () => {
      const chosen = [...element.querySelectorAll('wx-checkbox')].filter(isOn)
      node.emit('change', { value: chosen.map((member) => values.get(member) ?? '') })
    })
  },
})

export const radioGroup = builtIn({
  properties: { name: '' },
  events: ['change'],
  attached(node) {
    const { element } = node
    if (!element.hasAttribute('role')) element.setAttribute('role', 'radiogroup')
    onChosen(element, (member) => {
      for (const other of element.querySelectorAll('wx-radio')) turnTo(other, other === member)
      node.emit('change', { value: values.get(member) ?? '' })
    })
  },
})

function applyMember(node: BuiltInNode<typeof MEMBER>): void {
  values.set(node.element, node.properties.value)
  applyToggle(node)
}
