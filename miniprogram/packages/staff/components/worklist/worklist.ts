import type { FiledCode } from '../../../../../domain/procedures/request'
import { sendWhereOneBelongs } from '../../../../services/arrival'
import { type Failure, toFailure } from '../../../../services/failure'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { submit } from '../../../../services/submission'
import { askToBeTold } from '../../../../services/subscription'
import type { ResultView } from '../result-card/view'
import type { WorkRowView } from '../work-row/view'
import { isForbidden, sentenceOf } from '../../../../services/refusals'
import type { Offer } from './offers'
import { loadPages } from './pages'
import {
  chooseAll,
  choosable,
  CHOSEN_MOST,
  chosenOf,
  headlineOf,
  NOBODY,
  toBarView,
  toResultViews,
  type BarView,
  type Chosen,
} from './view'

type RowEvent = WechatMiniprogram.CustomEvent<object, object, { id: string }>
type OfferEvent = WechatMiniprogram.TouchEvent<object, object, { name: string }>

/**
 * What waits, the most urgent first: many can be chosen and decided at once. Fires `shown` with the
 * counts of every answer, `open` with the id of a row, `decided` after a decision, and `forbidden` when
 * the person has no list.
 */
Component({
  properties: {
    /** A procedure; all of them when empty. */
    procedure: { type: String, value: '' },
    /** The request that is open beside the list, on a wide screen. */
    open: { type: String, value: '' },
    wide: { type: Boolean, value: false },
  },

  data: {
    attached: false,
    rows: null as WorkRowView[] | null,
    pages: 1,
    more: false,
    loading: false,
    failure: null as Failure | null,
    chosen: NOBODY,
    /** Whether 全选 has chosen everything that there is to choose. */
    all: false,
    choosable: 0,
    bar: null as BarView | null,
    /** What is being decided with a reason. */
    reasoned: null as Offer | null,
    reason: '',
    refusal: '',
    sending: '',
    attempt: NO_ATTEMPT,
    results: [] as ResultView[],
    headline: '',
    templates: [] as string[],
  },

  observers: {
    procedure() {
      if (!this.data.attached) return
      this.setData({ rows: null, pages: 1, chosen: {}, bar: null })
      void this.load()
    },
  },

  lifetimes: {
    attached() {
      this.setData({ attached: true })
      void this.load()
    },
  },

  methods: {
    /** As many pages as are on the screen, so that a list that was scrolled stays as long. */
    async load(wanted?: number) {
      const { procedure } = this.data
      const pages = wanted ?? this.data.pages
      this.setData({ loading: true })
      try {
        const found = await loadPages(procedure as FiledCode | '', pages)
        if (procedure !== this.data.procedure) return
        const { rows, more, templates } = found
        this.setData({ rows, more, templates, pages, failure: null })
        this.choose(this.data.chosen)
        this.triggerEvent('shown', { counts: found.counts, empty: found.rows.length === 0 })
      } catch (error) {
        if (procedure === this.data.procedure) this.fail(error)
      } finally {
        this.setData({ loading: false })
      }
    },

    /** A list that is there stays: it is older, but what was chosen is not lost. */
    fail(error: unknown) {
      if (isForbidden(error)) {
        this.setData({ rows: [] })
        this.triggerEvent('forbidden')
      } else if (!sendWhereOneBelongs(error)) {
        const failure = toFailure(error)
        if (this.data.rows) void wx.showToast({ title: failure.message, icon: 'none' })
        else this.setData({ failure })
      }
    },

    retry() {
      this.setData({ failure: null })
      void this.load()
    },

    async loadMore() {
      if (this.data.more && !this.data.loading) await this.load(this.data.pages + 1)
    },

    toggle({ currentTarget }: RowEvent) {
      const { id } = currentTarget.dataset
      const { chosen, rows } = this.data
      const count = chosenOf(rows ?? [], chosen).length
      if (!chosen[id] && count >= CHOSEN_MOST) {
        void wx.showToast({ title: `一次最多办 ${CHOSEN_MOST} 份`, icon: 'none' })
        return
      }
      this.choose({ ...chosen, [id]: !chosen[id] })
    },

    toggleAll() {
      this.choose(chooseAll(this.data.rows ?? [], this.data.chosen))
    },

    /** Keeps to what is still on the list. */
    choose(wanted: Chosen) {
      const rows = this.data.rows ?? []
      const chosen = Object.fromEntries(chosenOf(rows, wanted).map(({ id }) => [id, true]))
      const possible = choosable(rows)
      this.setData({
        chosen,
        choosable: possible.length,
        all: possible.length > 0 && possible.slice(0, CHOSEN_MOST).every(({ id }) => chosen[id]),
        bar: toBarView(rows, chosen),
        refusal: '',
      })
    },

    openRow({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.triggerEvent('open', detail)
    },

    press({ currentTarget }: OfferEvent) {
      const offer = this.data.bar?.buttons.find(({ name }) => name === currentTarget.dataset.name)
      if (!offer) return
      if (offer.asksReason) this.setData({ reasoned: offer, refusal: '' })
      else void this.decide(offer, '')
    },

    typeReason({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ reason: detail.value, refusal: '' })
    },

    closeReason() {
      this.setData({ reasoned: null, refusal: '' })
    },

    giveReason() {
      const { reasoned, reason } = this.data
      if (!reasoned) return
      if (reason.trim() === '') this.setData({ refusal: '请写明原因' })
      else void this.decide(reasoned, reason)
    },

    async decide({ name, label }: Offer, note: string) {
      if (this.data.sending) return
      this.setData({ sending: name, refusal: '' })
      await askToBeTold(this.data.templates)
      const some = chosenOf(this.data.rows ?? [], this.data.chosen)
      const decisions = some.map(({ id, version }) => ({ id, version }))
      const change = { decisions, transition: name, note }
      const outcome = await submit('desk.decide', change, this.data.attempt)
      if (!('answer' in outcome)) {
        this.setData({ attempt: outcome.attempt, refusal: sentenceOf(outcome), sending: '' })
        return
      }
      this.tell(toResultViews(outcome.answer.results, some, label), label)
      await this.load()
      this.triggerEvent('decided')
    },

    /** What is done leaves the list at once; what failed stays chosen. */
    tell(results: ResultView[], label: string) {
      const done = results.filter(({ ok }) => ok).map(({ id }) => id)
      const failed = results.filter(({ ok }) => !ok)
      this.setData({
        results,
        headline: headlineOf(results, label),
        rows: (this.data.rows ?? []).filter(({ id }) => !done.includes(id)),
        attempt: NO_ATTEMPT,
        sending: '',
        reasoned: null,
        reason: '',
      })
      this.choose(Object.fromEntries(failed.map(({ id }) => [id, true])))
    },

    closeResults() {
      this.setData({ results: [] })
    },
  },
})
