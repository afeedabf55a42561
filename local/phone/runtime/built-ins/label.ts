import { builtIn } from './built-in'

const CONTROLS = 'wx-checkbox, wx-radio, wx-switch, wx-input, wx-textarea'

/** A tap on it is one on its control: the one that `for` names, else the first inside. */
export const label = builtIn({
  properties: { for: '' },
  attached({ element, properties, on }) {
    on('tap', (target) => {
      const named = properties.for === '' ? null : `#${CSS.escape(properties.for)}`
      const page = element.closest('phone-frame')
      const control = named ? page?.querySelector(named) : element.querySelector(CONTROLS)
      if (!control || control.contains(target)) return
      const field = control.querySelector<HTMLElement>('input, textarea')
      if (field) field.focus()
      else (control as HTMLElement).click()
    })
  },
})
