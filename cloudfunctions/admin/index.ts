import { serve } from '../shared/gate'
import { callsAndTimer } from '../shared/timer'
import { check } from './check'
import { cohorts } from './cohorts'
import { copy } from './copy'
import { discard, draft, edit } from './drafts'
import { preview } from './preview'
import { publish } from './publish'
import { rederive } from './rederive'

/** 管理: cohorts made ready and published; each minute, sheets are brought to what was published. */
export const main = callsAndTimer(
  serve('admin', {
    'admin.cohorts': cohorts,
    'admin.draft': draft,
    'admin.check': check,
    'admin.preview': preview,
    'admin.copy': copy,
    'admin.edit': edit,
    'admin.discard': discard,
    'admin.publish': publish,
  }),
  rederive,
)
