import type { Failure } from '../../services/failure'

/** What stands in for a page's content: a skeleton of cards while it loads, or why it did not come. */
Component({
  properties: {
    failure: { type: Object, value: null as unknown as Failure },
    /** Rows of the skeleton. */
    rows: { type: Number, value: 6 },
  },
  data: { lines: [] as number[] },
  observers: {
    rows(rows: number) {
      this.setData({ lines: Array.from({ length: rows }, (_, index) => index) })
    },
  },
  methods: {
    retry() {
      this.triggerEvent('retry')
    },
  },
})
