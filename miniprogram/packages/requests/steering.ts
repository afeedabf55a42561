import type { ProcedureAnswer } from '../../../domain/procedures/answers'
import type { FiledCode } from '../../../domain/procedures/request'
import type { Failure } from '../../services/failure'
import { faceOf } from './face'
import { openProcedure } from './opening'

/** What every page of a procedure holds. */
export const SHOWN = {
  procedure: '' as FiledCode | '',
  answer: null as ProcedureAnswer | null,
  failure: null as Failure | null,
  face: 'form',
  editing: false,
  /** Whom a counsellor files for; empty for the student's own request. */
  studentNo: '',
  /** What the person has to know about what is on the screen. */
  note: '',
}

interface Steered {
  data: typeof SHOWN
  setData(change: Partial<typeof SHOWN>): void
  load(note?: string): Promise<void>
  show(answer: ProcedureAnswer, editing: boolean, note?: string): void
}

/** How every page of a procedure gets from one face to another. */
export const STEERING = {
  onShow(this: Steered) {
    // Coming back from a photo or a phone call must not take the form away from under the fingers.
    if (!this.data.answer || this.data.face === 'progress') void this.load()
  },

  async onPullDownRefresh(this: Steered) {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load(this: Steered, note = '') {
    const { procedure, studentNo } = this.data
    const opened = procedure && (await openProcedure(procedure, studentNo))
    if (!opened) return
    const { answer, failure } = opened
    if (answer) this.show(answer, this.data.editing, note || opened.note)
    else if (this.data.answer) this.setData({ note: note || failure.message })
    else this.setData({ failure })
  },

  show(this: Steered, answer: ProcedureAnswer, editing: boolean, note = '') {
    this.setData({ answer, failure: null, editing, note, face: faceOf(answer, editing) })
  },

  change(this: Steered, { detail }: WechatMiniprogram.CustomEvent<ProcedureAnswer>) {
    this.show(detail, false)
    void wx.pageScrollTo({ scrollTop: 0 })
  },

  edit(this: Steered) {
    if (!this.data.answer) return
    this.show(this.data.answer, true)
    void wx.pageScrollTo({ scrollTop: 0 })
  },

  leave(this: Steered) {
    if (this.data.answer) this.show(this.data.answer, false)
    void wx.pageScrollTo({ scrollTop: 0 })
  },

  /** Somebody else moved the request: what it is now, and above it what they did. */
  catchUp(this: Steered, { detail }: WechatMiniprogram.CustomEvent<{ message: string }>) {
    void this.load(detail.message)
    void wx.pageScrollTo({ scrollTop: 0 })
  },

  retry(this: Steered) {
    this.setData({ failure: null })
    void this.load()
  },
}
