import type { Option } from './option'

/** One of a few, side by side. Fires `change` with `{ value }`. */
Component({
  properties: {
    /** What is chosen, for those who cannot see it. */
    label: { type: String, value: '' },
    /** `Option[]` */
    options: { type: Array, value: [] as Option[] },
    /** The chosen one; empty while nothing is. */
    value: { type: String, value: '' },
    /** Whether something is wrong with it; the sentence stands with whoever uses it. */
    wrong: { type: Boolean, value: false },
  },

  methods: {
    choose(event: WechatMiniprogram.TouchEvent<object, object, { value: string }>) {
      const { value } = event.currentTarget.dataset
      if (value !== this.data.value) this.triggerEvent('change', { value })
    },
  },
})
