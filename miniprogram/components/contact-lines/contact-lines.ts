import type { ContactView } from '../../../domain/procedures/answers'

/** Whom to call: a name and the numbers to tap, a line each. */
Component({
  properties: {
    /** `ContactView[]` of the contract; may be empty. */
    contacts: { type: Array, value: [] as ContactView[] },
  },

  methods: {
    dial(event: WechatMiniprogram.TouchEvent<object, object, { phone: string }>) {
      wx.makePhoneCall({ phoneNumber: event.currentTarget.dataset.phone }).catch(() => undefined)
    },
  },
})
