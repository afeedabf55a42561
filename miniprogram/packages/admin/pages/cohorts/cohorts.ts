import { DESK } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { NOTHING_LOADED, showing } from '../../../../services/loading'
import { openPage } from '../../services/open'
import { toCohortsView, type CohortRowView, type CohortsView } from './view'

type RowEvent = WechatMiniprogram.TouchEvent<object, object, Pick<CohortRowView, 'cohort' | 'page'>>

/** 届别和离校单: what is published, and what is being made ready. */
Page({
  ...showing(DESK),

  data: {
    ...NOTHING_LOADED,
    view: null as CohortsView | null,
  },

  async ask() {
    this.setData({ view: toCohortsView(await call('admin.cohorts', {})) })
  },

  open({ currentTarget }: RowEvent) {
    const { cohort, page } = currentTarget.dataset
    openPage(page, { cohort })
  },
})
