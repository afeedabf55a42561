import { itemAnswer, noticeAnswer, sheetAnswer } from '../../domain/sheet/answers'
import { ownStudent } from '../shared/caller'
import { publishedCohort } from '../shared/cohorts'
import { serve } from '../shared/gate'

/** 离校单: a student's own sheet, its items, and the notice behind it. */
export const main = serve('clearance', {
  async 'clearance.sheet'(_, { caller, now }) {
    const student = ownStudent(caller)
    return sheetAnswer(await publishedCohort(student.cohort), student, now)
  },

  async 'clearance.item'({ code }, { caller, now }) {
    const student = ownStudent(caller)
    return itemAnswer(await publishedCohort(student.cohort), student, code, now)
  },

  async 'clearance.notice'(_, { caller }) {
    return noticeAnswer(await publishedCohort(ownStudent(caller).cohort))
  },
})
