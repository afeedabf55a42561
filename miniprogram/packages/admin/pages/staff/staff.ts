import { DESK } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { NOTHING_LOADED, showing } from '../../../../services/loading'
import { firstPages } from '../../../../services/pages'
import { handOver } from '../../../../services/hand-over'
import { openPage } from '../../services/open'
import { toMemberRow, toStaffView, type MemberRow, type StaffView } from './view'

/** A pause in typing after which it is searched. */
const PAUSE_MS = 400

/** 老师和岗位: who looks after what, and what nobody looks after. */
Page({
  ...showing(DESK),

  data: {
    ...NOTHING_LOADED,
    text: '',
    view: null as StaffView | null,
    rows: [] as MemberRow[],
    pages: 1,
    more: false,
    timer: 0,
  },

  onUnload() {
    clearTimeout(this.data.timer)
  },

  onReachBottom() {
    const { more, pages } = this.data
    if (!more) return
    this.setData({ pages: pages + 1 })
    void this.load()
  },

  type({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    clearTimeout(this.data.timer)
    const timer = setTimeout(() => void this.load(), PAUSE_MS)
    this.setData({ text: detail.value.trim(), pages: 1, timer })
  },

  async ask() {
    const { text, pages } = this.data
    const askPage = async (page: number) => {
      const answer = await call('admin.staff', { text, page })
      return { ...answer, rows: answer.members }
    }
    const { first, rows, more } = await firstPages(pages, askPage, ({ staffNo }) => staffNo)
    if (text !== this.data.text) return
    this.setData({ view: toStaffView(first), rows: rows.map(toMemberRow), more })
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
