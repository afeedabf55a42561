import { stateOf } from '../../../../../domain/procedures/advance'
import type { ProcedureAnswer, RequestView } from '../../../../../domain/procedures/answers'
import { tableOf } from '../../../../../domain/procedures/tables'
import type { Line } from '../../../../../domain/sheet/sheet'
import { mayFile } from '../../unfinished'
import { textsOf } from './texts'

/** What a button under one's own request does. */
export type Deed = 'file' | 'withdraw' | 'remind'

export interface Button {
  deed: Deed
  words: string
}

export interface OwnView {
  /** The one to press; none where there is only to wait for oneself. */
  primary: Button | null
  quiet: Button | null
  /** A third one, as a line of its own. */
  link: Button | null
  lines: Line[]
  resultHeading: string
}

/** One's own request: which buttons it has, and what stands in its record. */
export function toOwnView(answer: ProcedureAnswer, request: RequestView, behalf: boolean): OwnView {
  const file = fileButton(answer, request)
  const remind = !behalf && waitsForStaff(request) ? button('remind', '提醒一下') : null
  const withdraw = request.actions.some(({ name }) => name === 'withdraw')
    ? button('withdraw', '撤回')
    : null
  const primary = request.bad || request.status === 'exempt' ? (file ?? remind) : (remind ?? file)
  const [quiet = null, link = null] = [file, withdraw].filter(
    (each): each is Button => each !== null && each !== primary,
  )
  return {
    primary,
    quiet,
    link,
    lines: [{ label: '编号', value: request.id }, ...request.lines],
    resultHeading: textsOf(request.procedure).results,
  }
}

function button(deed: Deed, words: string): Button {
  return { deed, words }
}

function fileButton(answer: ProcedureAnswer, { bad, status }: RequestView): Button | null {
  if (!mayFile(answer) || answer.blocked) return null
  if (bad) return button('file', '修改后重新提交')
  return button('file', status === 'exempt' ? '重新申请' : '修改')
}

function waitsForStaff({ procedure, state }: RequestView): boolean {
  const { waitsFor } = stateOf(tableOf(procedure), state)
  return waitsFor !== 'student' && waitsFor !== 'nobody'
}
