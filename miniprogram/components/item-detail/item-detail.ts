import { sendWhereOneBelongs } from '../../services/arrival'
import { goTo } from '../../services/elsewhere'
import { type Failure, toFailure } from '../../services/failure'
import { callOrRecall } from '../../services/recall'
import { toItemView, type ItemView } from './view'

/** 环节: what is owed and what to do first, then 办理说明. Beside the sheet on a wide screen, else a page. */
Component({
  properties: {
    code: { type: String, value: '' },
  },

  data: {
    view: null as ItemView | null,
    failure: null as Failure | null,
  },

  observers: {
    code(code: string) {
      if (code) void this.load()
    },
  },

  pageLifetimes: {
    /** Coming back from the form, what it says may have changed. */
    show() {
      if (this.data.view) void this.load()
    },
  },

  methods: {
    async load() {
      const { code } = this.data
      try {
        const { data, kept } = await callOrRecall('clearance.item', { code })
        if (code !== this.data.code) return
        const view = toItemView(data, kept)
        this.setData({ view, failure: null })
        this.triggerEvent('opened', { title: view.title })
      } catch (error) {
        if (code !== this.data.code || sendWhereOneBelongs(error)) return
        this.setData({ view: null, failure: toFailure(error) })
      }
    },

    retry() {
      this.setData({ failure: null })
      void this.load()
    },

    file() {
      const { filing } = this.data.view ?? {}
      if (filing) void wx.navigateTo({ url: filing.page })
    },

    dial(event: WechatMiniprogram.TouchEvent<object, object, { phone: string }>) {
      wx.makePhoneCall({ phoneNumber: event.currentTarget.dataset.phone }).catch(() => undefined)
    },

    follow(event: WechatMiniprogram.TouchEvent<object, object, { text: string; app: string }>) {
      const { text: address, app: appId } = event.currentTarget.dataset
      void goTo({ address, appId })
    },

    async addToCalendar() {
      const { calendar } = this.data.view ?? {}
      if (!calendar) return
      try {
        await wx.addPhoneCalendar({ ...calendar, alarm: true })
        void wx.showToast({ title: '已加到日历', icon: 'success' })
      } catch {
        void wx.showToast({ title: '没有加到日历，可以在手机设置里允许微信使用日历', icon: 'none' })
      }
    },
  },
})
