import type { Student } from '../../domain/student/student'
import type { Cloud } from '../cloud'
import { campusActions, type CampusAction } from './actions'
import { cohortOf, withStanding } from './standing'
import { CARD_REPORT, cardReport, reportCards } from './card-report'

/** The simulated campus systems, as the panel beside the phone works them. */
export interface Campus {
  /** What can happen to a student now, and for anybody what happens to the whole school. */
  actions(openid: string): { id: string; label: string }[]
  /** Lets it happen. Answers what the system says, or null when it cannot happen (any more). */
  act(openid: string, id: string): Promise<string | null>
}

export function openCampus(school: Pick<Cloud, 'store' | 'clock'>): Campus {
  const { store, clock } = school
  const find = (openid: string): Student | undefined =>
    store.find<Student>('students', { filter: { openid }, limit: 1 })[0]

  const possible = (openid: string): CampusAction[] => {
    const student = find(openid)
    return student ? campusActions(student.facts, clock.now().toISOString()) : []
  }

  return {
    actions(openid) {
      const own = possible(openid).map(({ id, label }) => ({ id, label }))
      const report = cardReport(school)
      return report ? [...own, report] : own
    },

    async act(openid, id) {
      if (id === CARD_REPORT) return reportCards(school)
      const action = possible(openid).find((candidate) => candidate.id === id)
      if (!action) return null
      const student = find(openid)
      if (!student) return null
      const after = { ...student, facts: action.facts }
      await store.put('students', [withStanding(cohortOf(store, student), after, clock.now())])
      return action.said
    },
  }
}
