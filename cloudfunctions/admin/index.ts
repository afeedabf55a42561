import { serve } from '../shared/gate'
import { callsAndTimer } from '../shared/timer'
import { check } from './check'
import { cohorts } from './cohorts'
import { issueCodes } from './codes'
import { copy } from './copy'
import { discard, draft, edit } from './drafts'
import { addMember, grant, member, withdraw } from './member'
import { preview } from './preview'
import { publish } from './publish'
import { rederive } from './rederive'
import { staff } from './staff'
import { importStaff, previewStaff } from './staff-sheet'
import { addStudent, correctStudent, student } from './students'

/**
 * 管理: cohorts made ready and published, the staff with their posts, single students; each minute, what
 * is counted of sheets is brought to what was published.
 */
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
    'admin.staff': staff,
    'admin.member': member,
    'admin.addMember': addMember,
    'admin.grant': grant,
    'admin.withdraw': withdraw,
    'admin.previewStaff': previewStaff,
    'admin.importStaff': importStaff,
    'admin.issueCodes': issueCodes,
    'admin.student': student,
    'admin.addStudent': addStudent,
    'admin.correctStudent': correctStudent,
  }),
  rederive,
)
