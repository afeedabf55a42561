import type { ProcedureAnswer } from '../../../domain/procedures/answers'
import type { FiledCode } from '../../../domain/procedures/request'
import { formatDayTime } from '../../../domain/calendar'
import { DESK, sendWhereOneBelongs } from '../../services/arrival'
import { call } from '../../services/call'
import { type Failure, toFailure } from '../../services/failure'
import { callOrRecall } from '../../services/recall'

export type Opened =
  | { answer: ProcedureAnswer; failure: null; note: string }
  | { answer: null; failure: Failure; note: string }

/**
 * Opens a procedure; null when the person does not belong on its page and was taken away.
 * @param studentNo whom a counsellor files for; empty for the student's own
 */
export async function openProcedure(
  procedure: FiledCode,
  studentNo: string,
): Promise<Opened | null> {
  try {
    if (studentNo) {
      return { answer: await call('desk.form', { studentNo, procedure }), failure: null, note: '' }
    }
    const { data: answer, kept } = await callOrRecall('requests.open', { procedure })
    const note = kept ? `没有连上，这是 ${formatDayTime(answer.now)} 的情况。下拉可以再试。` : ''
    return { answer, failure: null, note }
  } catch (error) {
    if (sendWhereOneBelongs(error, studentNo ? undefined : DESK)) return null
    return { answer: null, failure: toFailure(error), note: '' }
  }
}
