import type { ProcedureAnswer } from '../../../domain/procedures/answers'
import type { Attempt } from '../../services/request-id'
import { submit, type Outcome, type Values } from '../../services/submission'
import { askToBeTold } from '../../services/subscription'
import { forgetTyped } from './unfinished'

/** A step that a student takes with a request, from the version that is on the screen. */
export interface Step {
  transition: string
  note?: string
  input?: Values
}

/** Takes a step; a sentence of the function stands at a field of the step's form, or at its note. */
export async function act(
  { procedure, request }: ProcedureAnswer,
  { transition, note = '', input = {} }: Step,
  last: Attempt,
): Promise<Outcome<'requests.act'>> {
  const version = request?.version ?? 0
  const move = { procedure, transition, version, note, input }
  return submit('requests.act', move, last, { ...input, note })
}

/**
 * Hands a form in, filing or not; called while the tap is being handled, because WeChat asks a question then.
 * @param behalf whether a counsellor does it for the student, who stands at the desk
 */
export async function handIn(
  answer: ProcedureAnswer,
  step: Step,
  last: Attempt,
  behalf: boolean,
): Promise<Outcome<'requests.act' | 'desk.file'>> {
  if (!behalf) await askToBeTold(answer.templates)
  const outcome = behalf
    ? await fileFor(answer, step.input ?? {}, last)
    : await act(answer, step, last)
  if ('answer' in outcome) forgetTyped(answer)
  return outcome
}

function fileFor(
  { procedure, request, student: { studentNo } }: ProcedureAnswer,
  input: Values,
  last: Attempt,
): Promise<Outcome<'desk.file'>> {
  const version = request?.version ?? 0
  return submit('desk.file', { studentNo, procedure, version, input }, last, input)
}
