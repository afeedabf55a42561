import { stateOf } from '../../../../../domain/procedures/advance'
import type { ProcedureAnswer, RequestView } from '../../../../../domain/procedures/answers'
import { tableOf } from '../../../../../domain/procedures/tables'
import type { Line } from '../../../../../domain/sheet/sheet'
import { mayFile } from '../../unfinished'
import { textsOf } from './texts'

/** What a button under one's own request does: `file`, `remind`, or a transition by its name. */
export interface Button {
  deed: string
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
  const steps = behalf ? [] : stepsOf(answer, request)
  const primary = request.bad || request.status === 'exempt' ? (file ?? remind) : (remind ?? file)
  const [quiet = null, link = null] = [file, ...steps].filter(
    (each): each is Button => each !== null && each !== primary,
  )
  return {
    primary,
    quiet,
    link,
    lines: filedLines(request),
    resultHeading: textsOf(request.procedure).results,
  }
}

/** What was filed, with the number to ask about it first. */
export function filedLines({ id, lines }: RequestView): Line[] {
  return [{ label: '编号', value: id }, ...lines]
}

function button(deed: string, words: string): Button {
  return { deed, words }
}

/** The student's steps that a tap alone takes; what has to be filled in stands below. */
function stepsOf({ filings }: ProcedureAnswer, { actions }: RequestView): Button[] {
  const bare = actions.filter(
    ({ name, form, note }) =>
      form === 'none' && note === 'none' && !filings.some((filing) => filing.name === name),
  )
  return bare.map(({ name, label }) => button(name, label))
}

function fileButton(answer: ProcedureAnswer, request: RequestView): Button | null {
  if (!mayFile(answer) || answer.blocked) return null
  if (request.bad) return button('file', '修改后重新提交')
  if (request.status !== 'exempt') return button('file', '修改')
  return button('file', tableOf(request.procedure).entrance ?? '重新申请')
}

function waitsForStaff({ procedure, state }: RequestView): boolean {
  const { waitsFor } = stateOf(tableOf(procedure), state)
  return waitsFor !== 'student' && waitsFor !== 'nobody'
}
