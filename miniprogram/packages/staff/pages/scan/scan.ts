import { NO_ATTEMPT } from '../../../../services/request-id'
import { submit } from '../../../../services/submission'
import { sentenceOf } from '../../../../services/refusals'
import { toScanView, type ScanView } from './view'

/** 扫离校凭证: one student after the other, at the gate. */
Page({
  data: {
    scanned: null as ScanView | null,
    /** The code that has no answer yet, to be sent again. */
    token: '',
    attempt: NO_ATTEMPT,
    trouble: '',
    working: false,
  },

  async scan() {
    if (this.data.working) return
    this.setData({ working: true, trouble: '' })
    const token = await this.read()
    if (token) {
      this.setData({ token, scanned: null })
      await this.send()
    }
    this.setData({ working: false })
  },

  /** What the camera read; empty when the guard went back or nothing was read. */
  async read(): Promise<string> {
    try {
      const { result } = await wx.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })
      return result
    } catch (error) {
      const { errMsg = '' } = error as { errMsg?: string }
      if (!errMsg.includes('cancel')) this.setData({ trouble: '没有扫到二维码，请再扫一次。' })
      return ''
    }
  },

  async again() {
    if (this.data.working) return
    this.setData({ working: true, trouble: '' })
    await this.send()
    this.setData({ working: false })
  },

  async send() {
    const { token, attempt } = this.data
    const outcome = await submit('pass.scan', { token }, attempt)
    if ('answer' in outcome) {
      this.setData({ scanned: toScanView(outcome.answer), token: '', attempt: NO_ATTEMPT })
    } else {
      this.setData({ trouble: sentenceOf(outcome), attempt: outcome.attempt })
    }
  },
})
