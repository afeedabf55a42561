import type { OverviewAnswer } from '../../../../../domain/statistics/answers'
import { DESK, sendWhereOneBelongs } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { type Failure, toFailure } from '../../../../services/failure'
import {
  ALL_OF_MINE,
  openLacking,
  openStatistics,
  partIn,
  type PartQuery,
} from '../../services/open'
import { toStatisticsView, type StatisticsView } from './view'

type RowEvent = WechatMiniprogram.TouchEvent<object, object, { key: string }>

/** 进度统计: how far everybody is whom one looks after, by item and by college or class. */
Page({
  data: {
    /** Of which cohort; empty until it is known. */
    cohort: '',
    part: ALL_OF_MINE,
    answer: null as OverviewAnswer | null,
    view: null as StatisticsView | null,
    failure: null as Failure | null,
  },

  onLoad(query: PartQuery) {
    const { cohort = '' } = query
    const part = partIn(query)
    this.setData({ cohort, part })
    const name = part.className ?? part.college
    if (name) void wx.setNavigationBarTitle({ title: name })
  },

  /** Also on coming back from a list: somebody may have finished meanwhile. */
  onShow() {
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load() {
    const { cohort, part } = this.data
    try {
      const answer = await call('statistics.overview', { ...(cohort && { cohort }), ...part })
      const view = toStatisticsView(answer)
      this.setData({ answer, view, failure: null, cohort: answer.cohort?.id ?? cohort })
    } catch (error) {
      if (sendWhereOneBelongs(error, DESK)) return
      const failure = toFailure(error)
      if (this.data.view) void wx.showToast({ title: failure.message, icon: 'none' })
      else this.setData({ failure })
    }
  },

  retry() {
    this.setData({ failure: null })
    void this.load()
  },

  openItem({ currentTarget }: RowEvent) {
    const { key } = currentTarget.dataset
    const row = this.data.view?.items.find((each) => each.key === key)
    if (row?.leads) openLacking(this.data.cohort, key, this.data.part)
  },

  openPart({ currentTarget }: RowEvent) {
    const { answer, cohort, part } = this.data
    if (!answer) return
    const { key } = currentTarget.dataset
    const inside = answer.parts.kind === 'college' ? { college: key } : { className: key }
    openStatistics(cohort, { ...part, ...inside })
  },
})
