import type { DraftAnswer } from '../../../../../domain/cohort/answers'
import { editCohort, type PartChange } from '../../../../../domain/cohort/edit'
import { ClearanceError } from '../../../../../domain/errors'
import type { FieldView, Value } from '../../../../../domain/procedures/fields'
import { dayOf } from '../../../../../domain/calendar'
import { NOTHING_TYPED } from '../../../../components/field-form/typed'
import { DESK } from '../../../../services/arrival'
import { loading, NOTHING_LOADED } from '../../../../services/loading'
import { sentenceOf } from '../../../../services/refusals'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { NO_TEXTS } from '../../../../services/submission'
import { formFor } from '../../forms'
import { errorsAt, type PartForm } from '../../forms/part-form'
import { draftOf, forgetDraft, save } from '../../services/drafts'

type Filling = WechatMiniprogram.CustomEvent<{ name: string; value: Value }>

/** What the form is of; not for the screen. */
let draft: DraftAnswer | null = null
let form: PartForm | null = null

/** Any part of a draft, as its form declares it. What was typed stays, whatever happens. */
Page({
  ...loading(DESK),

  data: {
    ...NOTHING_LOADED,
    cohort: '',
    part: '',
    view: null as ReturnType<typeof toView> | null,
    fields: [] as FieldView[],
    typed: NOTHING_TYPED,
    errors: NO_TEXTS,
    refusal: '',
    today: '',
    /** What is being sent: `save`, `up`, `down`, `remove`; empty while nothing is. */
    sending: '',
    attempt: NO_ATTEMPT,
  },

  onLoad({ cohort = '', part = '' }: { cohort?: string; part?: string }) {
    this.setData({ cohort, part })
    void this.load()
  },

  async ask() {
    const { cohort, part } = this.data
    draft = await draftOf(cohort)
    form = formFor(draft, part)
    if (!form) {
      void wx.navigateBack()
      return
    }
    const { typed } = form
    const today = dayOf(draft.now)
    this.setData({ view: toView(form), typed, fields: form.fields(typed), today })
  },

  fill({ detail: { name, value } }: Filling) {
    if (!form) return
    const typed = { ...this.data.typed, [name]: value }
    const errors = Object.fromEntries(
      Object.entries(this.data.errors).filter(([field]) => field !== name),
    )
    this.setData({ typed, fields: form.fields(typed), errors, refusal: '' })
  },

  async save() {
    if (form) await this.send('save', form.changes(this.data.typed), form.looked)
  },

  async moveUp() {
    await this.move('up', -1)
  },

  async moveDown() {
    await this.move('down', 1)
  },

  async move(sending: string, by: number) {
    if (!form?.entry) return
    const { list, index } = form.entry
    await this.send(sending, [{ do: 'move', path: `${list}.${index}`, to: index + by }])
  },

  async remove() {
    if (!form?.entry) return
    const { list, index, name } = form.entry
    const content = `从草稿里去掉「${name}」。发布以前可以放弃草稿找回来。`
    const { confirm } = await wx.showModal({ content, confirmText: '去掉' })
    if (confirm) await this.send('remove', [{ do: 'remove', path: `${list}.${index}` }])
  },

  async send(sending: string, changes: PartChange[], looked?: PartForm['looked']) {
    if (!draft || this.data.sending) return
    const wrong = wrongWith(draft, changes)
    if (wrong) {
      this.refuse(wrong.fields ?? {}, wrong.message)
      return
    }
    this.setData({ sending, errors: NO_TEXTS, refusal: '' })
    const outcome = await save(draft, changes, this.data.attempt, looked)
    if ('answer' in outcome) {
      void wx.navigateBack()
      return
    }
    if (outcome.overtaken) forgetDraft()
    this.setData({ attempt: outcome.attempt, sending: '', refusal: sentenceOf(outcome) })
  },

  /** Each sentence at its field; what is about no field stands over the button. */
  refuse(fields: Record<string, string>, message: string) {
    const { errors, others } = errorsAt(form?.places ?? {}, fields)
    const count = Object.keys(errors).length
    const marked = count > 0 ? `还有 ${count} 处没有填好，已经在上面标出来。` : message
    this.setData({ errors, refusal: others.length > 0 && count > 0 ? message : marked })
  },
})

function toView({ headline, lead, entry }: PartForm) {
  return {
    headline,
    lead,
    mayMove: entry ? { up: entry.index > 0, down: entry.index < entry.count - 1 } : null,
  }
}

/** Against the very rules that the function has. */
function wrongWith({ cohort }: DraftAnswer, changes: PartChange[]): ClearanceError | null {
  try {
    editCohort(cohort, changes)
    return null
  } catch (error) {
    if (error instanceof ClearanceError) return error
    throw error
  }
}
