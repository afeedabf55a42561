import type { Output } from '../../domain/api'
import type { CohortRow } from '../../domain/cohort/answers'
import type { Draft, Publication } from '../../domain/cohort/draft'
import { leftOf, todosOf } from '../../domain/cohort/todos'
import type { Call } from '../shared/gate'
import { all } from '../shared/pages'
import { store } from '../shared/store'

/** Every cohort that is published or being made ready. */
export async function cohorts(_: unknown, { now }: Call): Promise<Output<'admin.cohorts'>> {
  const [published, drafts, publications] = await Promise.all([
    store.find('cohorts', {}),
    store.find('drafts', {}),
    store.find('publications', { orderBy: [['number', 'desc']] }),
  ])
  const years = new Set([...published, ...drafts].map(({ _id }) => _id))
  const rows = [...years].map((year): CohortRow => {
    const own = published.find(({ _id }) => _id === year)
    const draft = drafts.find(({ _id }) => _id === year)
    const last = publications.find(({ cohort }) => cohort === year)
    return {
      cohort: year,
      name: (draft?.cohort ?? own)?.name ?? year,
      published: own ? publishedAs(last) : null,
      deriving: last ? progressOf(last) : null,
      draft: draft ? standing(draft) : null,
    }
  })
  return { cohorts: rows.sort((a, b) => (a.cohort < b.cohort ? 1 : -1)), now: now.toISOString() }
}

/** What came with the system has no publication. */
function publishedAs(last: Publication | undefined): CohortRow['published'] {
  return last ? { number: last.number, at: last.at, by: last.by } : { number: 0, at: '', by: '' }
}

function progressOf({ deriving: { state, done, total } }: Publication): CohortRow['deriving'] {
  return { state, done, total }
}

function standing(draft: Draft): CohortRow['draft'] {
  const { changedAt, changedBy } = draft
  return { left: leftOf(todosOf(draft)), changedAt, changedBy }
}

/** How many students a cohort has, by the tallies of its classes. */
export async function studentsIn(cohort: string): Promise<number> {
  const tallies = await all('tallies', { cohort })
  return tallies.reduce((sum, { students }) => sum + students, 0)
}
