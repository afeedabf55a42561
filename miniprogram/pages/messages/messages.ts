import { DESK } from '../../services/arrival'
import { NOTHING_LOADED, showing } from '../../services/loading'
import { callOrRecall } from '../../services/recall'
import { toMessagesView, type MessageRow } from './view'

/** 消息: what happened to one's requests; WeChat's own messages say the same, where they are allowed. */
Page({
  ...showing(DESK),

  data: {
    ...NOTHING_LOADED,
    view: null as { rows: MessageRow[]; keptNote: string } | null,
  },

  async ask() {
    const { data, kept } = await callOrRecall('requests.messages', {})
    const keptNote = kept ? '没有连上，这是上次看到的消息。下拉可以再试。' : ''
    this.setData({ view: { rows: toMessagesView(data.messages), keptNote } })
  },

  open(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
    void wx.navigateTo({ url: event.currentTarget.dataset.url })
  },
})
