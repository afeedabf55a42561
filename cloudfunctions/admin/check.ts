import type { Input, Output } from '../../domain/api'
import { differences } from '../../domain/cohort/difference'
import { todosOf } from '../../domain/cohort/todos'
import type { Call } from '../shared/gate'
import { store } from '../shared/store'
import { oneOf } from '../shared/where'
import { studentsIn } from './cohorts'
import { noDraft } from './drafts'

/** What stands between a draft and its publishing, and what that would change. */
export async function check(
  { cohort }: Input<'admin.check'>,
  _: Call,
): Promise<Output<'admin.check'>> {
  const draft = await store.findOne('drafts', { _id: cohort })
  if (!draft) throw noDraft(cohort)
  const [published, students] = await Promise.all([
    store.find('cohorts', { where: { _id: oneOf([cohort, draft.from]) } }),
    studentsIn(cohort),
  ])
  const own = published.find(({ _id }) => _id === cohort)
  const source = own ?? published.find(({ _id }) => _id === draft.from)
  return {
    name: draft.cohort.name,
    version: draft.version,
    todos: todosOf(draft),
    changes: source ? differences(source, draft.cohort) : [],
    against: own ? '' : draft.from,
    students,
  }
}
