import { sendWhereOneBelongs } from '../../services/arrival'
import { goTo } from '../../services/elsewhere'
import { type Failure, toFailure } from '../../services/failure'
import { expectChange } from '../../services/live'
import { callOrRecall } from '../../services/recall'
import { NO_ATTEMPT } from '../../services/request-id'
import { submit } from '../../services/submission'
import type { ItemAnswer } from '../../../domain/sheet/answers'
import { toItemView, type ItemView } from './view'

/** 环节: what is owed and what to do first, then 办理说明. Beside the sheet on a wide screen, else a page. */
Component({
  properties: {
    code: { type: String, value: '' },
    /** `ItemAnswer`: what to show without asking for it. */
    answer: { type: Object, value: null as unknown as ItemAnswer },
  },

  data: {
    view: null as ItemView | null,
    failure: null as Failure | null,
    rechecking: false,
    /** What came of asking anew. */
    rechecked: '',
    attempt: NO_ATTEMPT,
  },

  observers: {
    code(code: string) {
      this.setData({ rechecked: '', attempt: NO_ATTEMPT })
      if (code) void this.load()
    },

    answer(answer: ItemAnswer | null) {
      if (answer) this.setData({ view: toItemView(answer, false) })
    },
  },

  pageLifetimes: {
    /** Coming back from the form, what it says may have changed. */
    show() {
      if (this.data.view && this.data.code) void this.load()
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

    /** What an open page sees for itself: only news are drawn, and a lost call is tried again soon. */
    async look() {
      const { code, view } = this.data
      const answer = await callOrRecall('clearance.item', { code }).catch(() => null)
      if (!view || !answer || answer.kept || this.data.view !== view) return
      const seen = toItemView(answer.data, false)
      if (JSON.stringify(seen) !== JSON.stringify(view)) this.setData({ view: seen })
    },

    /** 我已缴费，请核对: asks the system for this student's own data, now. */
    async recheck() {
      const { code, rechecking, attempt } = this.data
      if (rechecking) return
      this.setData({ rechecking: true, rechecked: '' })
      const outcome = await submit('sync.recheck', { code }, attempt)
      if (code !== this.data.code) return
      const answered = 'answer' in outcome
      this.setData({
        rechecking: false,
        rechecked: answered ? outcome.answer.said : outcome.refusal,
        attempt: answered ? NO_ATTEMPT : outcome.attempt,
      })
      expectChange()
      await this.load()
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
