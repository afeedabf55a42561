/** A reason: the usual ones one tap away, and words of one's own. Fires `change` with `{ value }`. */
Component({
  properties: {
    /** 为什么退回 */
    label: { type: String, value: '' },
    /** The usual reasons, `string[]`. */
    usual: { type: Array, value: [] as string[] },
    value: { type: String, value: '' },
    /** The sentence of what is wrong with it; may be empty. */
    wrong: { type: String, value: '' },
  },

  methods: {
    type({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('change', { value: detail.value })
    },

    /** A second reason joins the first; tapping a reason again takes it out. */
    toggle(event: WechatMiniprogram.TouchEvent<object, object, { reason: string }>) {
      const { reason } = event.currentTarget.dataset
      const given = this.data.value.split('；').filter(Boolean)
      const left = given.filter((each) => each !== reason)
      const value = left.length < given.length ? left : [...given, reason]
      this.triggerEvent('change', { value: value.join('；') })
    },
  },
})
