import { builtIn } from './built-in'
import { applyToggle, followToggle, isOn, onChosen, TOGGLE } from './toggle'

/** https://developers.weixin.qq.com/miniprogram/dev/component/switch.html */
export const switchToggle = builtIn({
  properties: { ...TOGGLE, type: 'switch', name: '' },
  events: ['change'],
  attached(node) {
    const { element } = node
    followToggle(node, 'switch', (on) => !on)
    onChosen(element, () => node.emit('change', { value: isOn(element) }))
  },
  changed(node) {
    node.element.setAttribute('type', node.properties.type)
    applyToggle(node)
  },
})
