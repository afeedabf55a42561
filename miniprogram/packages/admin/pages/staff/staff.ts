import { DESK, sendWhereOneBelongs } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { type Failure, toFailure } from '../../../../services/failure'
import { handOver } from '../../../../services/hand-over'
import { openPage } from '../../services/open'
import { toMemberRow, toStaffView, type MemberRow, type StaffView } from './view'

/** A pause in typing after which it is searched. */
const PAUSE_MS = 400

/** 老师和岗位: who looks after what, and what nobody looks after. */
Page({
  data: {
    text: '',
    view: null as StaffView | null,
    rows: [] as MemberRow[],
    page: 0,
    more: false,
    failure: null as Failure | null,
    timer: 0,
  },

  /** Also on coming back: posts were given or withdrawn. */
  onShow() {
    void this.load(0)
  },

  onUnload() {
    clearTimeout(this.data.timer)
  },

  onReachBottom() {
    if (this.data.more) void this.load(this.data.page + 1)
  },

  type({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    clearTimeout(this.data.timer)
    const timer = setTimeout(() => void this.load(0), PAUSE_MS)
    this.setData({ text: detail.value.trim(), timer })
  },

  async load(page: number) {
    const { text, rows } = this.data
    try {
      const answer = await call('admin.staff', { text, page })
      if (text !== this.data.text) return
      const found = answer.members.map(toMemberRow)
      this.setData({
        view: toStaffView(answer),
        rows: page === 0 ? found : [...rows, ...found],
        page,
        more: answer.more,
        failure: null,
      })
    } catch (error) {
      if (!sendWhereOneBelongs(error, DESK)) this.setData({ view: null, failure: toFailure(error) })
    }
  },

  retry() {
    this.setData({ failure: null })
    void this.load(0)
  },

  open({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { no: string }>) {
    openPage('member', { for: handOver(currentTarget.dataset.no) })
  },

  add() {
    openPage('new-member')
  },

  importSheet() {
    openPage('staff-import')
  },

  makeCodes() {
    openPage('staff-codes')
  },
})
