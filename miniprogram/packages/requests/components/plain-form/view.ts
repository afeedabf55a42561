import { dayOf } from '../../../../../domain/calendar'
import type {
  ActionView,
  PledgeView,
  ProcedureAnswer,
} from '../../../../../domain/procedures/answers'
import type { FieldView } from '../../../../../domain/procedures/fields'
import { tableOf } from '../../../../../domain/procedures/tables'
import { wayFrom } from '../../../../../domain/procedures/timeline'
import type { Line } from '../../../../../domain/sheet/sheet'
import { toLinkView, type LinkView } from '../../../../services/elsewhere'
import { guideTo, type Guide } from './guides'

/** What stands around the fields. */
export interface PlainFormView {
  /** Whether it is filing, with a page to itself, or a step of a request below its progress. */
  files: boolean
  headline: string
  lead: string
  /** Red, above everything: why it came back, or that it is late. */
  alarm: string
  guide: Guide | null
  links: LinkView[]
  /** What is read before it is signed below. */
  pledge: PledgeView | null
  /** What is known of the matter and is not offered as a choice. */
  known: Line[]
  fields: FieldView[]
  today: string
}

export function toPlainFormView(answer: ProcedureAnswer, action: ActionView): PlainFormView {
  const { request, procedure, filings, late, now } = answer
  const files = filings.some(({ name }) => name === action.name)
  const fields = fieldsOf(action, answer)
  const guide = guideTo(procedure, answer.links)
  return {
    files,
    headline: headlineOf(answer, action),
    lead: leadOf(answer, action),
    alarm: [
      request?.bad ? `${request.headline}。` : '',
      late ? `已经过了${answer.title}的截止日期。现在还能提交，会标明是逾期。` : '',
    ].join(''),
    guide,
    links: guide ? answer.links.map(toLinkView) : [],
    pledge: fields.some(({ kind }) => kind === 'signature') ? answer.pledge : null,
    known: fields.some(({ name }) => name === OFFERED) ? [] : answer.known,
    fields,
    today: dayOf(now),
  }
}

function headlineOf({ title, request, filings }: ProcedureAnswer, { label }: ActionView): string {
  if (filings.length > 1) return label
  return request?.bad ? '改好后重新提交' : title
}

/** Who will have to do with it once it is handed in. */
function leadOf({ procedure }: ProcedureAnswer, { name }: ActionView): string {
  const table = tableOf(procedure)
  const to = table.transitions.find((row) => row.name === name)?.to
  const ahead = to === undefined ? [] : wayFrom(table, to).slice(0, -1)
  return ahead.length > 0 ? `提交以后：${ahead.map(({ label }) => label).join(' → ')}` : ''
}

/** The book that was lost is one of those on loan: it is chosen, and nobody copies its digits. */
const OFFERED = 'barcode'

/** The fields of an action, its words to the staff among them; pictures come after the words. */
export function fieldsOf({ fields, note, label }: ActionView, { known }: ProcedureAnswer) {
  const offered = fields.map((field) =>
    field.name === OFFERED && known.length > 0 ? chosenFrom(known, field) : field,
  )
  if (note === 'none') return offered
  const words = noteField(label, note === 'optional')
  const [photos, others] = [offered.filter(isPhotos), offered.filter((each) => !isPhotos(each))]
  return [...others, words, ...photos]
}

function isPhotos({ kind }: FieldView): boolean {
  return kind === 'photos'
}

function chosenFrom(known: readonly Line[], field: FieldView): FieldView {
  const options = known.map(({ label, value }) => ({ value, label: `${label}　${value}` }))
  return { ...field, kind: 'choice', label: '丢的是哪本', hint: '', most: 0, options }
}

/** The name under which the words go beside the form. */
export const NOTE = 'note'
const NOTE_MOST = 200

function noteField(label: string, optional: boolean): FieldView {
  return { name: NOTE, kind: 'lines', label, hint: '', most: NOTE_MOST, optional, options: [] }
}
