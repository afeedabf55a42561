import type { FieldView, Value } from '../../../../../domain/procedures/fields'
import type { StudentAnswer } from '../../../../../domain/student/forms'
import { NOTHING_TYPED } from '../../../../components/field-form/typed'
import { DESK, sendWhereOneBelongs } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { type Failure, toFailure } from '../../../../services/failure'
import { handedOver } from '../../../../services/hand-over'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { NO_TEXTS, submit } from '../../../../services/submission'
import { doneWords, studentFields, typedOf } from './view'

type Filling = WechatMiniprogram.CustomEvent<{ name: string; value: Value }>

/** How one student is registered: a new one, or one to be corrected. */
Page({
  data: {
    studentNo: '',
    known: null as StudentAnswer | null,
    headline: '',
    failure: null as Failure | null,
    fields: [] as FieldView[],
    typed: NOTHING_TYPED,
    errors: NO_TEXTS,
    refusal: '',
    done: null as ReturnType<typeof doneWords> | null,
    sending: false,
    attempt: NO_ATTEMPT,
  },

  onLoad({ for: token }: { for?: string }) {
    const studentNo = token === undefined ? '' : handedOver(token)
    if (studentNo === null) void wx.navigateBack()
    else {
      this.setData({ studentNo })
      void this.load()
    }
  },

  async load() {
    const { studentNo } = this.data
    try {
      const known = studentNo ? await call('admin.student', { studentNo }) : null
      const headline = known ? `改正${known.name}的登记` : '加一名学生'
      const fields = studentFields(known)
      this.setData({ known, headline, fields, typed: typedOf(known), failure: null })
    } catch (error) {
      if (!sendWhereOneBelongs(error, DESK)) this.setData({ failure: toFailure(error) })
    }
  },

  retry() {
    this.setData({ failure: null })
    void this.load()
  },

  fill({ detail: { name, value } }: Filling) {
    const left = Object.entries(this.data.errors).filter(([field]) => field !== name)
    const typed = { ...this.data.typed, [name]: value }
    this.setData({ typed, errors: Object.fromEntries(left), refusal: '' })
  },

  async save() {
    const { known, fields, typed, sending, attempt } = this.data
    if (sending) return
    this.setData({ sending: true, errors: NO_TEXTS, refusal: '' })
    const empty = Object.fromEntries(fields.map(({ name }) => [name, '']))
    const action = known ? 'admin.correctStudent' : 'admin.addStudent'
    const outcome = await submit(action, { ...empty, ...typed }, attempt)
    this.setData({ sending: false })
    if ('answer' in outcome) {
      this.setData({ done: doneWords(outcome.answer, known === null), attempt: NO_ATTEMPT })
      return
    }
    const { errors, refusal } = outcome
    this.setData({ errors, refusal, attempt: outcome.attempt })
  },

  back() {
    void wx.navigateBack()
  },
})
