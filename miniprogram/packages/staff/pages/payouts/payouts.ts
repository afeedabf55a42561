import type { ExportAnswer } from '../../../../../domain/procedures/payout-answers'
import type { Entry } from '../../../../components/entry-form/entry'
import { DESK, sendWhereOneBelongs } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { type Failure, toFailure } from '../../../../services/failure'
import { toPayoutsView, type PayoutsView } from './view'

const REASON: Entry = {
  name: 'reason',
  label: '为什么导出',
  hint: '会写进批次，例如：7 月退款，交中国银行代发',
  keyboard: 'lines',
  maxlength: 200,
}

/** 一卡通退款: what can be paid now, and the batches that went to the bank. */
Page({
  data: {
    entries: [REASON],
    view: null as PayoutsView | null,
    failure: null as Failure | null,
    /** The form stays locked after an export, so it goes until the list is new. */
    exported: false,
  },

  /** Also on coming back from a batch, where rows may have been paid or taken out. */
  onShow() {
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load() {
    try {
      const view = toPayoutsView(await call('payouts.list', {}))
      this.setData({ view, failure: null, exported: false })
    } catch (error) {
      if (sendWhereOneBelongs(error, DESK)) return
      this.setData({ view: null, failure: toFailure(error) })
    }
  },

  retry() {
    this.setData({ failure: null })
    void this.load()
  },

  finish({ detail }: WechatMiniprogram.CustomEvent<ExportAnswer>) {
    this.setData({ exported: true })
    this.show(detail.batch)
  },

  open(event: WechatMiniprogram.TouchEvent<object, object, { batch: string }>) {
    this.show(event.currentTarget.dataset.batch)
  },

  show(batch: string) {
    void wx.navigateTo({ url: `/packages/staff/pages/batch/batch?batch=${batch}` })
  },
})
