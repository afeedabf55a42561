import { builtIn } from './built-in'

/** TDesign draws its icons with a `label`; nothing to tap through to yet. */
export const label = builtIn({ properties: {} })
