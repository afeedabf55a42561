/**
 * The tick before personal data are sent. Where WeChat's own privacy guide is not agreed to yet, the
 * same tick agrees to it; a WeChat from before that guide has only ours.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html
 */
Component({
  properties: {
    /** What is collected here and why, in one sentence. */
    why: { type: String, value: '' },
    /** The tick was left out: say so. */
    asked: { type: Boolean, value: false },
  },

  data: {
    agreed: false,
    /** The name of WeChat's guide for this mini program; empty when there is none to agree to. */
    guide: '',
    /** Whether the tick is the one that WeChat waits for. */
    pending: false,
    /** A privacy API waits for the tick. */
    waiting: false,
  },

  lifetimes: {
    attached() {
      void this.lookUpGuide()
    },
    detached() {
      settle({ event: 'disagree' })
    },
  },

  methods: {
    async lookUpGuide() {
      if (!wx.canIUse('getPrivacySetting')) return
      const { needAuthorization, privacyContractName } = await privacySetting()
      this.setData({ guide: privacyContractName, pending: needAuthorization })
      if (!needAuthorization) return
      // The last listener holds, and there is no way to take it back: it answers even when we are gone.
      wx.onNeedPrivacyAuthorization((given) => {
        const resolve = given as unknown as Resolve
        waiting = resolve
        this.setData({ waiting: true })
        resolve({ event: 'exposureAuthorization' })
      })
    },

    agreeToGuide() {
      settle({ event: 'agree', buttonId: 'agree' })
      this.setData({ pending: false, waiting: false })
      this.toggle()
    },

    toggle() {
      const agreed = !this.data.agreed
      this.setData({ agreed })
      this.triggerEvent('change', { agreed })
    },

    openPrivacy() {
      void wx.navigateTo({ url: '/pages/privacy/privacy' })
    },

    openGuide() {
      wx.openPrivacyContract({
        fail: () => void wx.showToast({ title: '微信没有打开隐私保护指引', icon: 'none' }),
      })
    },
  },
})

/** What WeChat gives to its listener; the typings (5.2.3) take it for a result. */
type Resolve = (answer: {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}) => void

let waiting: Resolve | undefined

function settle(answer: Parameters<Resolve>[0]): void {
  waiting?.(answer)
  waiting = undefined
}

function privacySetting(): Promise<{ needAuthorization: boolean; privacyContractName: string }> {
  return new Promise((resolve) => {
    wx.getPrivacySetting({
      success: resolve,
      fail: () => resolve({ needAuthorization: false, privacyContractName: '' }),
    })
  })
}
