import { toFailure } from '../../../../services/failure'
import { call } from '../../../../services/call'
import {
  chooseSpreadsheet,
  needsPrivacy,
  uploadSpreadsheet,
} from '../../../../services/spreadsheets'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { submit } from '../../../../services/submission'
import { toSheetResultView, type SheetResultView } from './view'

/** 从表格导入: choose a sheet, see what it would do, take it in. */
Page({
  data: {
    private: false,
    fileId: '',
    preview: null as SheetResultView | null,
    done: null as SheetResultView | null,
    /** What went wrong, a whole sentence. */
    trouble: '',
    sending: '',
    attempt: NO_ATTEMPT,
  },

  consent() {
    this.setData({ private: false })
  },

  async choose() {
    if (this.data.sending) return
    if (await needsPrivacy()) this.setData({ private: true })
    else await this.whileSending('choose', () => this.bringIn())
  },

  async bringIn() {
    const file = await chooseSpreadsheet()
    if (!file) return
    const fileId = await uploadSpreadsheet('staff', file)
    const preview = toSheetResultView(await call('admin.previewStaff', { fileId }), false)
    this.setData({ fileId, preview, done: null, attempt: NO_ATTEMPT })
  },

  async takeIn() {
    const { fileId, attempt } = this.data
    await this.whileSending('import', async () => {
      const outcome = await submit('admin.importStaff', { fileId }, attempt)
      if ('answer' in outcome) {
        this.setData({ done: toSheetResultView(outcome.answer, true), preview: null, fileId: '' })
      } else {
        this.setData({ attempt: outcome.attempt, trouble: outcome.refusal })
      }
    })
  },

  back() {
    void wx.navigateBack()
  },

  /** What goes wrong is said in a sentence where it happened. */
  async whileSending(sending: string, work: () => Promise<void>) {
    this.setData({ sending, trouble: '' })
    try {
      await work()
    } catch (error) {
      this.setData({ trouble: error instanceof Error ? error.message : toFailure(error).message })
    }
    this.setData({ sending: '' })
  },
})
