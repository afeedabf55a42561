import { itemAnswer, noticeAnswer, sheetAnswer } from '../../domain/sheet/answers'
import { callingStudent } from '../shared/caller'
import { clock } from '../shared/clock'
import { publishedCohort } from '../shared/cohorts'
import { serve } from '../shared/gate'

/** 离校单: a student's own sheet, its items, and the notice behind it. */
export const main = serve('clearance', {
  async 'clearance.sheet'() {
    const student = await callingStudent()
    return sheetAnswer(await publishedCohort(student.cohort), student, clock.now())
  },

  async 'clearance.item'({ code }) {
    const student = await callingStudent()
    return itemAnswer(await publishedCohort(student.cohort), student, code, clock.now())
  },

  async 'clearance.notice'() {
    const student = await callingStudent()
    return noticeAnswer(await publishedCohort(student.cohort))
  },
})
