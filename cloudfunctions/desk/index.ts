import { toGrantView } from '../../domain/identity/answers'
import { isCurrent } from '../../domain/roles/scope'
import { vacanciesOf } from '../../domain/roles/vacancies'
import { serve } from '../shared/gate'
import { all } from '../shared/pages'
import { schoolParts } from './school-parts'

/** The staff member's own page. */
export const main = serve('desk', {
  async 'desk.home'(_, { caller, now }) {
    if (caller.kind !== 'staff') throw new Error('somebody who is not staff got to the desk')
    const { name, grants } = caller.staff
    const current = grants.filter((grant) => isCurrent(grant, now))
    const minds = current.some(({ role }) => role === 'studentAffairs')
    const vacancies = minds ? vacanciesOf(await all('staff'), await schoolParts(), now) : []
    return { name, grants: current.map(toGrantView), vacancies: vacancies.map(toGrantView) }
  },
})
