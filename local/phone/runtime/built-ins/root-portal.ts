import { closePortal, openPortal } from '../portal'
import { builtIn } from './built-in'

export const rootPortal = builtIn({
  properties: { enable: true },
  attached: ({ element }) => openPortal(element),
  detached: ({ element }) => closePortal(element),
})
