import { builtIn } from './built-in'
import { applyField, controlOf, FIELD, FIELD_EVENTS, reportTyping } from './field'

export const textarea = builtIn({
  properties: FIELD,
  events: FIELD_EVENTS,
  attached(node) {
    const control = controlOf(node, 'textarea')
    reportTyping(node, control)
    control.addEventListener('input', () => {
      if (node.properties.autoHeight) fit(control)
    })
    if (node.properties.autoHeight) fit(control)
  },
  changed(node) {
    node.element.toggleAttribute('auto-height', node.properties.autoHeight)
    applyField(node, controlOf(node, 'textarea'))
  },
})

function fit(control: HTMLElement): void {
  control.style.height = 'auto'
  control.style.height = `${control.scrollHeight}px`
}
