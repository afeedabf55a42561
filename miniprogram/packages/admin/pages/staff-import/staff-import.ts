import { call } from '../../../../services/call'
import { refused } from '../../../../services/refusals'
import { NOTHING_SENT, SENDING } from '../../../../services/sending'
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
  ...SENDING,

  data: {
    ...NOTHING_SENT,
    private: false,
    fileId: '',
    preview: null as SheetResultView | null,
    done: null as SheetResultView | null,
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
      this.setData({ attempt: outcome.attempt })
      if (!('answer' in outcome)) throw refused(outcome)
      this.setData({ done: toSheetResultView(outcome.answer, true), preview: null, fileId: '' })
    })
  },

  back() {
    void wx.navigateBack()
  },
})
