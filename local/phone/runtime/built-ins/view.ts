import { builtIn } from './built-in'
import { followHover, HOVER } from './hover'

export const view = builtIn({ properties: HOVER, attached: followHover })
