import type { ExportAnswer } from '../../../../../domain/procedures/payout-answers'
import type { Entry } from '../../../../components/entry-form/entry'
import { DESK } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { NOTHING_LOADED, showing } from '../../../../services/loading'
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
  ...showing(DESK),

  data: {
    ...NOTHING_LOADED,
    entries: [REASON],
    view: null as PayoutsView | null,
    /** The form stays locked after an export, so it goes until the list is new. */
    exported: false,
  },

  async ask() {
    this.setData({ view: toPayoutsView(await call('payouts.list', {})), exported: false })
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
