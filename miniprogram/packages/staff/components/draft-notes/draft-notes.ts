import { keptDrafts } from '../../inspections/kept'
import { inspectionHeadline, toInspectionResults } from '../../inspections/results'
import {
  forgetDeliveries,
  onDelivery,
  watchNetwork,
  type Delivery,
} from '../../inspections/sending'
import { openInspection, openRequest } from '../../services/open'
import type { ResultView } from '../result-card/view'
import { toDraftNote, type DraftNote } from './view'

/**
 * Inspections that are still on the phone, and what became of those that were sent by themselves. Fires
 * `delivered` then.
 */
Component({
  data: {
    notes: [] as DraftNote[],
    headline: '',
    results: [] as ResultView[],
  },

  lifetimes: {
    attached() {
      onDelivery(this, (delivery) => this.show(delivery))
      this.look()
      watchNetwork()
    },
    detached() {
      forgetDeliveries(this)
    },
  },

  pageLifetimes: {
    show() {
      this.look()
    },
  },

  methods: {
    look() {
      this.setData({ notes: keptDrafts().map(toDraftNote) })
    },

    show(delivery: Delivery) {
      if (delivery.kind === 'answered') {
        const { draft } = delivery.kept
        const results = toInspectionResults(draft, delivery.results)
        this.setData({ results, headline: inspectionHeadline(draft, results) })
        this.triggerEvent('delivered')
      }
      this.look()
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      openInspection(event.currentTarget.dataset.id)
    },

    openResult({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      openRequest(detail.id)
    },

    closeResults() {
      this.setData({ results: [] })
    },
  },
})
