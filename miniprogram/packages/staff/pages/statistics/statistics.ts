import type { OverviewAnswer } from '../../../../../domain/statistics/answers'
import { DESK } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { NOTHING_LOADED, showing } from '../../../../services/loading'
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
  ...showing(DESK),

  data: {
    ...NOTHING_LOADED,
    /** Of which cohort; empty until it is known. */
    cohort: '',
    part: ALL_OF_MINE,
    answer: null as OverviewAnswer | null,
    view: null as StatisticsView | null,
  },

  onLoad(query: PartQuery) {
    const { cohort = '' } = query
    const part = partIn(query)
    this.setData({ cohort, part })
    const name = part.className ?? part.college
    if (name) void wx.setNavigationBarTitle({ title: name })
  },

  async ask() {
    const { cohort, part } = this.data
    const answer = await call('statistics.overview', { ...(cohort && { cohort }), ...part })
    const view = toStatisticsView(answer)
    this.setData({ answer, view, cohort: answer.cohort?.id ?? cohort })
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
