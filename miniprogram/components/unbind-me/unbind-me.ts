import { BINDING } from '../../services/arrival'
import { forgetPerson } from '../../services/recall'
import { NO_ATTEMPT } from '../../services/request-id'
import { submit } from '../../services/submission'

/** 解除绑定: takes one's own WeChat account off, after asking, and leaves nothing on the phone. */
Component({
  properties: {
    /** What one has to do to come back. */
    return: { type: String, value: '' },
  },

  data: { attempt: NO_ATTEMPT, refusal: '', working: false },

  methods: {
    async unbind() {
      if (this.data.working) return
      this.setData({ working: true, refusal: '' })
      const { confirm } = await wx.showModal({
        title: '解除绑定',
        content: `解除后，这个微信就看不到你的内容了。${this.data.return}`,
        confirmText: '解除绑定',
      })
      if (confirm) await this.send()
      this.setData({ working: false })
    },

    async send() {
      const outcome = await submit('identity.unbind', {}, this.data.attempt)
      if ('answer' in outcome) {
        forgetPerson()
        await wx.reLaunch({ url: BINDING })
      } else {
        this.setData({ attempt: outcome.attempt, refusal: outcome.refusal })
      }
    },
  },
})
