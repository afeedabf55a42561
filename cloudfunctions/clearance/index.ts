import { itemAnswer, noticeAnswer, sheetAnswer } from '../../domain/sheet/answers'
import { ownStudent } from '../shared/caller'
import { publishedCohort } from '../shared/cohorts'
import { knownFeeds } from '../shared/feeds/known'
import { serve } from '../shared/gate'

/** 离校单: a student's own sheet, its items, and the notice behind it. */
export const main = serve('clearance', {
  async 'clearance.sheet'(_, { caller, now }) {
    const student = ownStudent(caller)
    return sheetAnswer(await publishedCohort(student.cohort), student, now, await knownFeeds())
  },

  async 'clearance.item'({ code }, { caller, now }) {
    const student = ownStudent(caller)
    const cohort = await publishedCohort(student.cohort)
    return itemAnswer(cohort, student, code, now, await knownFeeds())
  },

  async 'clearance.notice'(_, { caller }) {
    return noticeAnswer(await publishedCohort(ownStudent(caller).cohort))
  },
})
