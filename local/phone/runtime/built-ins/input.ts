import { builtIn } from './built-in'
import { applyField, controlOf, FIELD, FIELD_EVENTS, reportTyping } from './field'

/** Keyboards of WeChat and what the web calls them. */
const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text' }

export const input = builtIn({
  properties: FIELD,
  events: FIELD_EVENTS,
  attached(node) {
    const control = controlOf(node, 'input')
    reportTyping(node, control)
    control.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter') node.emit('confirm', { value: control.value })
    })
  },
  changed(node) {
    const control = controlOf(node, 'input') as HTMLInputElement
    control.type = node.properties.password ? 'password' : 'text'
    control.inputMode = KEYBOARDS[node.properties.type] ?? 'text'
    applyField(node, control)
  },
})
