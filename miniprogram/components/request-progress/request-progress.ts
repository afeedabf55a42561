import type { ContactView, RequestView } from '../../../domain/procedures/answers'
import { toProgressView, type ProgressView } from './view'

/**
 * Where a request stands: its headline with a dot, what follows, whom to call, and the timeline that
 * both sides read. Buttons go into its slot, below the timeline on the same card.
 */
Component({
  properties: {
    /** `RequestView` of the contract. */
    request: { type: Object, value: null as unknown as RequestView },
    /** Whom to call about the current state, `ContactView[]`; may be empty. */
    contacts: { type: Array, value: [] as ContactView[] },
  },

  data: { view: null as ProgressView | null },

  observers: {
    request(request: RequestView | null) {
      this.setData({ view: request ? toProgressView(request) : null })
    },
  },
})
