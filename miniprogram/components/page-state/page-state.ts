import type { Failure } from '../../services/failure'

/** What stands in for a page's content: a skeleton of cards while it loads, or why it did not come. */
Component({
  properties: {
    failure: { type: Object, value: null as unknown as Failure },
    /** Rows of the skeleton. */
    rows: { type: Number, value: 6 },
  },
  data: {
    line: [
      [
        { type: 'circle', width: '18px', height: '18px', marginRight: '12px' },
        { width: '40%', height: '16px', marginRight: '25%' },
        { width: '18%', height: '14px' },
      ],
    ],
  },
  methods: {
    retry() {
      this.triggerEvent('retry')
    },
  },
})
