import { DESK, sendWhereOneBelongs } from '../../services/arrival'
import { type Failure, toFailure } from '../../services/failure'
import { callOrRecall } from '../../services/recall'
import { toMessagesView, type MessageRow } from './view'

/** 消息: what happened to one's requests; WeChat's own messages say the same, where they are allowed. */
Page({
  data: {
    rows: null as MessageRow[] | null,
    keptNote: '',
    failure: null as Failure | null,
  },

  onShow() {
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load() {
    try {
      const { data, kept } = await callOrRecall('requests.messages', {})
      const keptNote = kept ? '没有连上，这是上次看到的消息。下拉可以再试。' : ''
      this.setData({ rows: toMessagesView(data.messages), keptNote, failure: null })
    } catch (error) {
      if (sendWhereOneBelongs(error, DESK)) return
      this.setData({ rows: null, failure: toFailure(error) })
    }
  },

  retry() {
    this.setData({ failure: null })
    void this.load()
  },

  open(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
    void wx.navigateTo({ url: event.currentTarget.dataset.url })
  },
})
