import { DESK } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { NOTHING_LOADED, showing } from '../../../../services/loading'
import { firstPages } from '../../../../services/pages'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { submit } from '../../../../services/submission'
import type { Registered } from '../../components/register-bar/register-bar'
import { toResultViews, type ResultView } from '../../components/result-card/view'
import { ALL_OF_MINE, openLacking, openStudent, partIn, type PartQuery } from '../../services/open'
import { sentenceOf } from '../../../../services/refusals'
import { NOBODY, pruned, toggled } from './choosing'
import { headlineOf } from '../../components/worklist/view'
import { saidOf, toLackingView, toRowView, type LackingRowView, type LackingView } from './view'

type RowEvent = WechatMiniprogram.TouchEvent<object, object, { no: string }>
type PartEvent = WechatMiniprogram.TouchEvent<object, object, { name: string }>

/** Who lacks an item, and why: remind them all, have them as a table, open one. */
Page({
  ...showing(DESK),

  data: {
    ...NOTHING_LOADED,
    cohort: '',
    item: '',
    part: ALL_OF_MINE,
    view: null as LackingView | null,
    rows: [] as LackingRowView[],
    pages: 1,
    more: false,
    loading: false,
    sending: false,
    said: '',
    refusal: '',
    attempt: NO_ATTEMPT,
    /** Who is chosen to be put on record: by number, and their numbers. */
    chosen: NOBODY,
    numbers: [] as string[],
    results: [] as ResultView[],
    headline: '',
  },

  onLoad(query: PartQuery & { item?: string }) {
    const { cohort = '', item = '' } = query
    this.setData({ cohort, item, part: partIn(query) })
  },

  onReachBottom() {
    const { more, loading, pages } = this.data
    if (!more || loading) return
    this.setData({ pages: pages + 1 })
    void this.load()
  },

  async ask() {
    const { cohort, item, part, pages } = this.data
    const askPage = (page: number) => call('statistics.lacking', { cohort, item, ...part, page })
    this.setData({ loading: true })
    try {
      const { first, rows, more } = await firstPages(pages, askPage, (row) => row.studentNo)
      const views = rows.map(toRowView)
      this.setData({ view: toLackingView(first), rows: views, more })
      this.choose(pruned(this.data.chosen, views))
    } finally {
      this.setData({ loading: false })
    }
  },

  narrow({ currentTarget }: PartEvent) {
    const { view, cohort, item, part } = this.data
    const { name } = currentTarget.dataset
    const inside = view?.kind === 'college' ? { college: name } : { className: name }
    openLacking(cohort, item, { ...part, ...inside })
  },

  open({ currentTarget }: RowEvent) {
    if (this.data.view?.opens) openStudent(currentTarget.dataset.no)
  },

  toggle({ currentTarget }: RowEvent) {
    this.choose(toggled(this.data.chosen, currentTarget.dataset.no))
  },

  choose(chosen: typeof NOBODY) {
    this.setData({ chosen, numbers: Object.keys(chosen), refusal: '' })
  },

  /** What became of those who were put on record; who is, is in the list no more. */
  async registered({ detail: { answer, did } }: WechatMiniprogram.CustomEvent<Registered>) {
    const results = toResultViews(answer, this.data.rows)
    this.setData({ results, headline: headlineOf(results, did), said: '' })
    this.choose(NOBODY)
    void wx.pageScrollTo({ scrollTop: 0 })
    await this.load()
  },

  openResult({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
    if (this.data.view?.opens) openStudent(detail.id)
  },

  closeResults() {
    this.setData({ results: [] })
  },

  async remind() {
    const { view, sending } = this.data
    if (!view || sending) return
    const { confirm } = await wx.showModal({
      title: view.remind,
      content: '每人收到一条：还差什么、到几号。同一件事一天最多提醒一次。',
      confirmText: '提醒',
      cancelText: '不提醒',
    })
    if (confirm) await this.send()
  },

  /** A long list is told in several goes of the same attempt; the last one counts all of it. */
  async send() {
    const { cohort, item, part } = this.data
    this.setData({ sending: true, said: '', refusal: '' })
    for (;;) {
      const outcome = await submit(
        'statistics.remind',
        { cohort, item, ...part },
        this.data.attempt,
      )
      if (!('answer' in outcome)) {
        const refusal = sentenceOf(outcome)
        this.setData({ sending: false, refusal, attempt: outcome.attempt })
        return
      }
      if (outcome.answer.more) {
        this.setData({ attempt: outcome.attempt })
        continue
      }
      this.setData({ sending: false, said: saidOf(outcome.answer), attempt: NO_ATTEMPT })
      return
    }
  },
})
