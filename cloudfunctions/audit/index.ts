import { serve } from '../shared/gate'
import { trail } from './trail'

/** The audit trail, for those who may look into it. */
export const main = serve('audit', {
  'audit.trail': trail,
})
