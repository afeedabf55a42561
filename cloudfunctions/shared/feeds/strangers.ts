import type { RejectView } from '../../../domain/feeds/answers'
import { toldBy, type Saying } from '../../../domain/feeds/compare'
import type { Word } from '../../../domain/feeds/reading'
import type { Run } from '../../../domain/feeds/run'
import { SOURCES } from '../../../domain/feeds/sources'
import { cohortIfPublished, newestCohort } from '../cohorts'
import type { Change } from './staging'

/** What becomes of those whom nobody knew: the roster brings them in, any other source cannot. */
export interface Strangers {
  changes: Change[]
  rejects: RejectView[]
  samples: Run['samples']
}

const UNKNOWN = '名单里没有这个学号'
const NOBODY = '不在名单上'

export async function weighStrangers(
  { source }: Run,
  saying: Saying,
  words: readonly Word[],
): Promise<Strangers> {
  const strangers: Strangers = { changes: [], rejects: [], samples: [] }
  const { enrol, proofOf, says } = SOURCES[source]
  for (const { studentNo, value, line } of words) {
    if (!enrol) {
      strangers.rejects.push({ line, who: studentNo, reason: UNKNOWN })
      continue
    }
    const cohort = enrol.cohortOf(value) ?? (await newestCohort())
    if (!(await cohortIfPublished(cohort))) {
      const reason = `${cohort} 届的离校单还没有发布`
      strangers.rejects.push({ line, who: studentNo, reason })
      continue
    }
    const student = enrol.student(studentNo, cohort, value, toldBy(saying))
    const { className, name } = student
    const proves = proofOf?.(value) !== undefined
    strangers.changes.push({ studentNo, cohort, className, news: true, joins: true, proves })
    strangers.samples.push({ studentNo, name, before: NOBODY, after: says(student) })
  }
  return strangers
}
