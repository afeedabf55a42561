import type { Input, Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { parseCohort } from '../../domain/cohort/parse'
import { itemAnswer, sheetAnswer } from '../../domain/sheet/answers'
import type { Student } from '../../domain/student/student'
import type { Trait } from '../../domain/student/traits'
import type { Call } from '../shared/gate'
import { store } from '../shared/store'

/** The sheet of a made-up student about whom nothing is known yet, as a draft would have it. */
export async function preview(
  { cohort: year, traits, code }: Input<'admin.preview'>,
  { now }: Call,
): Promise<Output<'admin.preview'>> {
  const draft = await store.findOne('drafts', { _id: year })
  const document = draft?.cohort ?? (await store.findOne('cohorts', { _id: year }))
  if (!document) throw noCohort(year)
  const cohort = parseCohort(document)
  const student = someone(year, traits)
  return {
    sheet: sheetAnswer(cohort, student, now),
    item: code === undefined ? null : itemAnswer(cohort, student, code, now),
  }
}

function someone(cohort: string, traits: Trait[]): Student {
  const who = { _id: '示例', name: '某位同学', college: '', className: '预览' }
  return { ...who, cohort, traits, facts: {} }
}

function noCohort(year: string): ClearanceError {
  const message = `没有 ${year} 届，请回到届别列表再看。`
  return new ClearanceError({ code: 'NOT_FOUND', message })
}
