import type { BoundAnswer } from '../../../domain/identity/answers'
import { copyText } from '../../services/clipboard'
import { homeOf } from '../../services/arrival'
import { call } from '../../services/call'
import { type Failure, toFailure } from '../../services/failure'
import { keepHome } from '../../services/recall'
import { toBound, type Bound } from './bound'
import { STAFF_WAY, STUDENT_WAY, type Way } from './ways'

/** 登录: makes this WeChat account a student's or a staff member's, or says whose it is. */
Page({
  data: {
    known: false,
    failure: null as Failure | null,
    bound: null as Bound | null,
    campusLogin: '',
    ways: [STUDENT_WAY, STAFF_WAY],
    way: STUDENT_WAY,
    agreed: false,
    asked: false,
  },

  onLoad() {
    void this.load()
  },

  async load() {
    try {
      const me = await call('identity.me', {})
      this.setData({
        known: true,
        failure: null,
        bound: toBound(me),
        campusLogin: me.campusLogin ?? '',
      })
    } catch (error) {
      this.setData({ failure: toFailure(error) })
    }
  },

  retry() {
    this.setData({ failure: null })
    void this.load()
  },

  chooseWay(event: WechatMiniprogram.TouchEvent<object, object, { name: Way['name'] }>) {
    const { name } = event.currentTarget.dataset
    this.setData({ way: name === 'student' ? STUDENT_WAY : STAFF_WAY })
  },

  consent({ detail }: WechatMiniprogram.CustomEvent<{ agreed: boolean }>) {
    this.setData({ agreed: detail.agreed, asked: false })
  },

  askConsent() {
    this.setData({ asked: !this.data.agreed })
  },

  arrive({ detail }: WechatMiniprogram.CustomEvent<BoundAnswer>) {
    const url = homeOf(detail.kind)
    keepHome(url)
    void wx.reLaunch({ url })
  },

  /**
   * A web-view may open only domains that are entered in the console of the mini program, so for now
   * the address goes to a browser.
   */
  copyCampusLogin() {
    copyText(this.data.campusLogin, '网址已复制，请在浏览器里打开')
  },

  goHome() {
    if (this.data.bound) void wx.reLaunch({ url: this.data.bound.home.url })
  },

  openPrivacy() {
    void wx.navigateTo({ url: '/pages/privacy/privacy' })
  },
})
