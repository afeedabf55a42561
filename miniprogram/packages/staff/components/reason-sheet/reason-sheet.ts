/** A reason, asked from below over the page. What was typed belongs to the page, so closing keeps it. */
Component({
  properties: {
    /** 为什么退回 */
    heading: { type: String, value: '' },
    /** The usual reasons, `string[]`. */
    usual: { type: Array, value: [] as string[] },
    value: { type: String, value: '' },
    wrong: { type: String, value: '' },
    button: { type: String, value: '' },
    /** Nothing is taken away by it. */
    harmless: { type: Boolean, value: false },
    sending: { type: Boolean, value: false },
  },

  methods: {
    type({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('change', { value: detail.value })
    },

    close() {
      this.triggerEvent('close')
    },

    send() {
      this.triggerEvent('send')
    },

    /** What lies behind the sheet stays where it is. */
    hold() {
      return undefined
    },
  },
})
