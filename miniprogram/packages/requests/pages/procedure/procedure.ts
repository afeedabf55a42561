import type { ActionView, ProcedureAnswer } from '../../../../../domain/procedures/answers'
import type { FiledCode } from '../../../../../domain/procedures/request'
import { handedOver } from '../../../../services/hand-over'
import { faceOf } from '../../face'
import { SHOWN, STEERING } from '../../steering'
import { choicesOf, filingOf, stepsOf, type Choice } from './filing'

type Choosing = WechatMiniprogram.TouchEvent<object, object, { name: string }>

/** Every procedure whose forms are plain fields: which form, the form, and how far it is. */
Page({
  ...STEERING,
  data: {
    ...SHOWN,
    /** The form on the screen; none while one has to choose. */
    filing: null as ActionView | null,
    /** What one has to choose between. */
    choices: [] as Choice[],
    steps: [] as ActionView[],
    back: '',
  },

  onLoad({ code = '', for: token }: { code?: FiledCode | ''; for?: string }) {
    this.setData({ procedure: code, studentNo: handedOver(token) ?? '' })
  },

  show(answer: ProcedureAnswer, editing: boolean, note = '') {
    const face = faceOf(answer, editing)
    const filing = face === 'form' ? filingOf(answer) : null
    const nothing = face === 'form' && answer.filings.length === 0
    this.setData({
      answer,
      failure: null,
      editing,
      note,
      filing,
      choices: choicesOf(answer),
      steps: stepsOf(answer, this.data.studentNo !== ''),
      face: nothing ? 'blocked' : face === 'form' && !filing ? 'choosing' : face,
      back: backOf(answer),
    })
    void wx.setNavigationBarTitle({ title: answer.title })
  },

  choose({ currentTarget }: Choosing) {
    const { answer } = this.data
    const filing = answer?.filings.find(({ name }) => name === currentTarget.dataset.name)
    if (filing) this.setData({ filing, face: 'form' })
    void wx.pageScrollTo({ scrollTop: 0 })
  },

  /** Back from a form: to the other one where there are two, else to the progress. */
  leave() {
    const { answer } = this.data
    if (!answer) return
    if (answer.filings.length > 1) this.setData({ filing: null, face: 'choosing' })
    else this.show(answer, false)
    void wx.pageScrollTo({ scrollTop: 0 })
  },

  /** Back from choosing. */
  stop() {
    if (this.data.answer) this.show(this.data.answer, false)
    void wx.pageScrollTo({ scrollTop: 0 })
  },
})

function backOf({ filings, request }: ProcedureAnswer): string {
  if (filings.length > 1) return '换一种'
  return request ? '不填了，回去看进度' : ''
}
