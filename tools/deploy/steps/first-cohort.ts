import { putCohort } from '../cohort'
import type { Step } from '../step'

/** A cohort to begin with; the next ones are made in the mini program. */
export const firstCohort: Step = {
  title: '第一届',
  async look({ database, cohort }) {
    if (await database.hasAny('cohorts')) return { changes: [], remarks: [] }
    const make = () => putCohort(database, cohort)
    return { changes: [{ what: `放入 ${cohort.name}（${cohort.school}）`, make }], remarks: [] }
  },
}
