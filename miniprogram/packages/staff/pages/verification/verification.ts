import { DESK } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { NOTHING_LOADED, showing } from '../../../../services/loading'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { submit } from '../../../../services/submission'
import { headlineOf } from '../../components/worklist/view'
import { toResultViews, type ResultView } from '../../components/result-card/view'
import { openCondition, openStudent } from '../../services/open'
import { sentenceOf } from '../../../../services/refusals'
import { chooseAll, CHOSEN_MOST, NOBODY, toClassView, type Chosen, type ClassView } from './view'

type StudentEvent = WechatMiniprogram.TouchEvent<object, object, { no: string }>

/** 学院核验 of one class: everybody who is ready is chosen already; each gets a result of their own. */
Page({
  ...showing(DESK),

  data: {
    ...NOTHING_LOADED,
    className: '',
    view: null as ClassView | null,
    chosen: NOBODY,
    /** How many are chosen, and whether all of those who can be. */
    count: 0,
    all: false,
    refusal: '',
    sending: false,
    attempt: NO_ATTEMPT,
    headline: '',
    results: [] as ResultView[],
  },

  onLoad({ class: given = '' }: { class?: string }) {
    const className = decodeURIComponent(given)
    this.setData({ className })
    void wx.setNavigationBarTitle({ title: className || '学院核验' })
  },

  async ask() {
    const { className, view: before, chosen } = this.data
    const view = toClassView(await call('desk.class', { className }))
    this.setData({ view })
    this.choose(before ? chosen : chooseAll(view.ready, NOBODY))
  },

  toggle({ currentTarget }: StudentEvent) {
    const { no } = currentTarget.dataset
    const { chosen, count } = this.data
    if (!chosen[no] && count >= CHOSEN_MOST) {
      void wx.showToast({ title: `一次最多核验 ${CHOSEN_MOST} 人`, icon: 'none' })
      return
    }
    this.choose({ ...chosen, [no]: !chosen[no] })
  },

  toggleAll() {
    this.choose(chooseAll(this.data.view?.ready ?? [], this.data.chosen))
  },

  /** Keeps to who can still be verified. */
  choose(wanted: Chosen) {
    const ready = this.data.view?.ready ?? []
    const some = ready.filter(({ studentNo }) => wanted[studentNo])
    const most = Math.min(ready.length, CHOSEN_MOST)
    this.setData({
      chosen: Object.fromEntries(some.map(({ studentNo }) => [studentNo, true])),
      count: some.length,
      all: some.length > 0 && some.length === most,
      refusal: '',
    })
  },

  async verify() {
    const { view, chosen, sending, attempt } = this.data
    if (!view || sending) return
    this.setData({ sending: true, refusal: '' })
    const students = Object.keys(chosen)
    const outcome = await submit('desk.verify', { students }, attempt)
    if (!('answer' in outcome)) {
      this.setData({ attempt: outcome.attempt, refusal: sentenceOf(outcome), sending: false })
      return
    }
    const results = toResultViews(outcome.answer, view.ready)
    this.setData({ results, headline: headlineOf(results, '核验'), chosen: NOBODY })
    this.setData({ attempt: NO_ATTEMPT, sending: false })
    void wx.pageScrollTo({ scrollTop: 0 })
    await this.load()
  },

  open({ currentTarget }: StudentEvent) {
    openStudent(currentTarget.dataset.no)
  },

  openCondition({ currentTarget }: StudentEvent) {
    openCondition(this.data.className, currentTarget.dataset.no)
  },

  openResult({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
    openStudent(detail.id)
  },

  closeResults() {
    this.setData({ results: [] })
  },
})
