import { DESK, sendWhereOneBelongs } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { type Failure, toFailure } from '../../../../services/failure'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { submit } from '../../../../services/submission'
import { ALL_OF_MINE, openLacking, openStudent, partIn, type PartQuery } from '../../services/open'
import { sentenceOf } from '../../services/refusals'
import { saidOf, toLackingView, toRowView, type LackingRowView, type LackingView } from './view'

type RowEvent = WechatMiniprogram.TouchEvent<object, object, { no: string }>
type PartEvent = WechatMiniprogram.TouchEvent<object, object, { name: string }>

/** Who lacks an item, and why: remind them all, have them as a table, open one. */
Page({
  data: {
    cohort: '',
    item: '',
    part: ALL_OF_MINE,
    view: null as LackingView | null,
    rows: [] as LackingRowView[],
    pages: 1,
    more: false,
    loading: false,
    failure: null as Failure | null,
    sending: false,
    said: '',
    refusal: '',
    attempt: NO_ATTEMPT,
  },

  onLoad(query: PartQuery & { item?: string }) {
    const { cohort = '', item = '' } = query
    this.setData({ cohort, item, part: partIn(query) })
  },

  /** Also on coming back from a student. */
  onShow() {
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  onReachBottom() {
    if (this.data.more && !this.data.loading) void this.load(this.data.pages + 1)
  },

  /** As many pages as are on the screen, so that a list that was scrolled stays as long. */
  async load(wanted?: number) {
    const { cohort, item, part } = this.data
    const pages = wanted ?? this.data.pages
    this.setData({ loading: true })
    try {
      const answers = await Promise.all(
        Array.from({ length: pages }, (_, page) =>
          call('statistics.lacking', { cohort, item, ...part, page }),
        ),
      )
      const [first] = answers
      const last = answers[answers.length - 1]
      if (!first || !last) return
      const rows = answers.flatMap((answer) => answer.rows.map(toRowView))
      // Who moved from one page to another while they came is shown once.
      const once = [...new Map(rows.map((row) => [row.studentNo, row])).values()]
      const view = toLackingView(first)
      this.setData({ view, rows: once, more: last.more, pages, failure: null })
    } catch (error) {
      this.fail(error)
    } finally {
      this.setData({ loading: false })
    }
  },

  fail(error: unknown) {
    if (sendWhereOneBelongs(error, DESK)) return
    const failure = toFailure(error)
    if (this.data.view) void wx.showToast({ title: failure.message, icon: 'none' })
    else this.setData({ failure })
  },

  retry() {
    this.setData({ failure: null })
    void this.load()
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
