import { toGrantView } from '../../domain/identity/answers'
import { isCurrent } from '../../domain/roles/scope'
import { memberOf } from '../shared/caller'
import { serve } from '../shared/gate'
import { classes, oneClass } from './classes'
import { decide } from './decide'
import { fileFor, formFor } from './file-for'
import { inspect } from './inspect'
import { register } from './register'
import { openRequest, undoStep } from './request'
import { search } from './search'
import { openStudent } from './student'
import { vacancies } from '../shared/vacancies'
import { verify } from './verify'
import { worklist } from './worklist'

/** 工作台: what waits for a staff member, and the steps that are theirs. */
export const main = serve('desk', {
  async 'desk.home'(_, { caller, now }) {
    const { name, grants } = memberOf(caller)
    const current = grants.filter((grant) => isCurrent(grant, now))
    const minds = current.some(({ role }) => role === 'studentAffairs')
    const vacant = minds ? await vacancies(now) : []
    return { name, grants: current.map(toGrantView), vacancies: vacant.map(toGrantView) }
  },

  'desk.worklist': worklist,
  'desk.search': search,
  'desk.request': openRequest,
  'desk.decide': decide,
  'desk.inspect': inspect,
  'desk.undo': undoStep,
  'desk.classes': classes,
  'desk.class': oneClass,
  'desk.verify': verify,
  'desk.register': register,
  'desk.student': openStudent,
  'desk.form': formFor,
  'desk.file': fileFor,
})
