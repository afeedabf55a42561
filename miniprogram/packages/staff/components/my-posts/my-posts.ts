import type { DeskView } from '../../pages/desk/view'

/** 我的: the posts one holds, those that nobody holds, and the other pages of the staff. */
Component({
  properties: {
    desk: { type: Object, value: null as unknown as DeskView },
  },

  methods: {
    open(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
      void wx.navigateTo({ url: event.currentTarget.dataset.url })
    },
  },
})
