import type { ResultView } from './view'

/** What became of several requests, one line each; a line leads to its request, where it can be undone. */
Component({
  properties: {
    headline: { type: String, value: '' },
    /** `ResultView[]`, those that failed first. */
    results: { type: Array, value: [] as ResultView[] },
    /** It is not taken back from where a line leads to. */
    lasting: { type: Boolean, value: false },
  },

  methods: {
    choose(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('open', { id: event.currentTarget.dataset.id })
    },

    close() {
      this.triggerEvent('close')
    },
  },
})
