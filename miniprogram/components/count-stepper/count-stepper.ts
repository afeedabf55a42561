import { UNCOUNTED } from './uncounted'

/** How many, counted up and down from 0. Fires `change` with `{ value }`. */
Component({
  properties: {
    /** What is counted: 钥匙 */
    label: { type: String, value: '' },
    /** 把 */
    unit: { type: String, value: '' },
    /** -1 while nothing was counted yet; then it shows a dash. */
    value: { type: Number, value: UNCOUNTED },
    most: { type: Number, value: 9 },
    wrong: { type: Boolean, value: false },
  },

  methods: {
    less() {
      if (this.data.value !== 0) this.change(Math.max(this.data.value - 1, 0))
    },

    more() {
      const { value, most } = this.data
      if (value < most) this.change(Math.max(value, 0) + 1)
    },

    change(value: number) {
      this.triggerEvent('change', { value })
    },
  },
})
