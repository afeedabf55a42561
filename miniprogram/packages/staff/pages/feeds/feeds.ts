import type { SourceCode } from '../../../../../domain/feeds/source'
import { DESK } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { NOTHING_LOADED, showing } from '../../../../services/loading'
import { openFeed } from '../../services/open'
import { toFeedsView, type FeedsView } from './view'

/** 数据同步: the sources that one answers for, what waits for a decision first. */
Page({
  ...showing(DESK),

  data: {
    ...NOTHING_LOADED,
    view: null as FeedsView | null,
  },

  async ask() {
    this.setData({ view: toFeedsView(await call('feed.list', {})) })
  },

  open(event: WechatMiniprogram.TouchEvent<object, object, { source: SourceCode }>) {
    openFeed(event.currentTarget.dataset.source)
  },
})
