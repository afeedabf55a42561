import type { WorkRowView } from './view'

/** A request as one row: who, where, what it is about, how long it waits. The whole row is the link. */
Component({
  properties: {
    row: { type: Object, value: null as unknown as WorkRowView },
    /** Open beside the list, on a wide screen. */
    open: { type: Boolean, value: false },
    last: { type: Boolean, value: false },
  },

  methods: {
    choose() {
      this.triggerEvent('open', { id: this.data.row.id })
    },
  },
})
