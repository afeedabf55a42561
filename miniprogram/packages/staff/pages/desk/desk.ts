import type { WorklistAnswer } from '../../../../../domain/procedures/answers'
import { BINDING, SHEET, sendWhereOneBelongs } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { type Failure, toFailure } from '../../../../services/failure'
import { FITTING, NARROW } from '../../../../services/wide'
import { askMyDesk } from '../../services/my-desk'
import { openRequest } from '../../services/open'
import { isForbidden } from '../../../../services/refusals'
import { tabsOf, toDeskView, type DeskView, type Tab } from './view'

/** The component of what waits, as far as its page drives it. */
interface Worklist {
  load(): Promise<void>
  loadMore(): Promise<void>
}

type Shown = WechatMiniprogram.CustomEvent<{ counts: WorklistAnswer['counts']; empty: boolean }>
type TabEvent = WechatMiniprogram.TouchEvent<object, object, { name: Tab['name'] }>

/** 待办: what waits for a staff member; 我的: who they are here, and what else they can do. */
Page({
  ...FITTING,

  data: {
    ...NARROW,
    tabs: tabsOf([]),
    tab: '',
    procedure: '',
    seen: false,
    empty: false,
    desk: null as DeskView | null,
    failure: null as Failure | null,
    chosen: '',
  },

  onLoad() {
    this.fit()
  },

  /** On coming back: what was decided elsewhere is gone, and rights may have changed. */
  onShow() {
    if (this.data.seen) void this.refresh()
    this.setData({ seen: true })
  },

  async onPullDownRefresh() {
    await this.refresh()
    await wx.stopPullDownRefresh()
  },

  onReachBottom() {
    if (this.data.tab !== 'mine') void this.worklist().loadMore()
  },

  async refresh() {
    const { tab } = this.data
    await (tab === 'mine' ? this.loadDesk() : this.worklist().load())
  },

  worklist(): Worklist {
    return this.selectComponent('#worklist') as unknown as Worklist
  },

  /** Where nothing waits, the page says what will come, for which it has to know the roles. */
  shown({ detail: { counts, empty } }: Shown) {
    const { tab } = this.data
    this.setData({ tabs: tabsOf(counts), empty })
    const gone = !this.data.tabs.some(({ name }) => name === tab)
    if (gone) this.setData({ tab: '', procedure: '' })
    else if (empty) void this.loadDesk()
  },

  async loadDesk() {
    try {
      this.setData({ desk: toDeskView(await askMyDesk()), failure: null })
    } catch (error) {
      if (isForbidden(error)) await this.turnAway()
      else if (!sendWhereOneBelongs(error)) this.setData({ desk: null, failure: toFailure(error) })
    }
  },

  /** A student belongs on the sheet; a staff member whose rights have all ended is told whom to ask. */
  async turnAway() {
    try {
      const { kind, name, grants } = await call('identity.me', {})
      if (kind !== 'staff') void wx.redirectTo({ url: kind === 'student' ? SHEET : BINDING })
      else this.setData({ desk: toDeskView({ name, grants, vacancies: [] }), empty: true })
    } catch (error) {
      this.setData({ empty: true, failure: toFailure(error) })
    }
  },

  retry() {
    this.setData({ failure: null })
    void this.loadDesk()
  },

  chooseTab({ currentTarget }: TabEvent) {
    const { name } = currentTarget.dataset
    this.setData({ tab: name })
    if (name === 'mine') void this.loadDesk()
    else this.setData({ procedure: name })
  },

  openRequest({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
    if (this.data.wide) this.setData({ chosen: detail.id })
    else openRequest(detail.id)
  },

  openSearch() {
    void wx.navigateTo({ url: '/packages/staff/pages/search/search' })
  },
})
