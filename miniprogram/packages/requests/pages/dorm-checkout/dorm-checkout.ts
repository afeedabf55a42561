import { handedOver } from '../../../../services/hand-over'
import { SHOWN, STEERING } from '../../steering'

/** 退宿: the form, how far the request is, or the inspection record to be confirmed. */
Page({
  ...STEERING,
  data: SHOWN,

  onLoad(query: { for?: string }) {
    this.setData({ procedure: 'dormCheckout', studentNo: handedOver(query.for) ?? '' })
  },
})
