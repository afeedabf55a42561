import type { ActionView, ProcedureAnswer } from '../../../../../domain/procedures/answers'
import { inputOf, wrongWith as wrongInFields } from '../../../../components/field-form/typed'
import type { Typed } from '../../../../components/field-form/typed'
import type { Texts } from '../../../../services/submission'
import type { Step } from '../../acting'
import { NOTE } from './view'

/** The step that a filled-in form is. */
export function stepOf(action: ActionView, typed: Typed): Step {
  return { transition: action.name, note: noteIn(typed), input: inputOf(action.fields, typed) }
}

/** What is wrong, by field. */
export function wrongWith({ procedure }: ProcedureAnswer, action: ActionView, typed: Typed): Texts {
  const silent = action.note === 'required' && noteIn(typed).trim() === ''
  return {
    ...wrongInFields(procedure, action, typed),
    ...(silent && { [NOTE]: '请先写几句' }),
  }
}

function noteIn(typed: Typed): string {
  return String(typed[NOTE] ?? '')
}
