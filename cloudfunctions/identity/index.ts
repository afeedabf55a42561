import { ownStudent } from '../shared/caller'
import { serve } from '../shared/gate'
import { store } from '../shared/store'
import { aboutMe } from './about-me'
import { bindByCampus } from './bind-campus'
import { bindStaff } from './bind-staff'
import { bindStudent } from './bind-student'
import { me } from './me'
import { issueStaffCode } from './staff-code'
import { unbind, unbindStudent } from './unbind'

/** Who a WeChat account is: binding, unbinding, and what the system knows about oneself. */
export const main = serve('identity', {
  'identity.me': (_, call) => Promise.resolve(me(call)),

  async 'identity.aboutMe'(_, { caller }) {
    const student = ownStudent(caller)
    const proof = await store.findOne('proofs', { _id: `student:${student._id}` })
    return aboutMe(student, proof !== null)
  },

  'identity.bindStudent': bindStudent,
  'identity.bindStaff': bindStaff,
  'identity.bindByCampus': bindByCampus,
  'identity.unbind': unbind,
  'identity.unbindStudent': unbindStudent,
  'identity.issueStaffCode': issueStaffCode,
})
