import { formatDayTime } from '../../../../../domain/calendar'
import { copyText } from '../../../../services/clipboard'
import type { CodesAnswer } from '../../../../../domain/roles/staff-answers'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { submit } from '../../../../services/submission'

/** A table of one-time codes for all who have a post and have not bound yet. */
Page({
  data: {
    view: null as ReturnType<typeof toView> | null,
    refusal: '',
    sending: false,
    attempt: NO_ATTEMPT,
  },

  async make() {
    if (this.data.sending) return
    const content = '先前发过、还没有用的验证码会作废。'
    const { confirm } = await wx.showModal({ content, confirmText: '生成' })
    if (!confirm) return
    this.setData({ sending: true, refusal: '' })
    const outcome = await submit('admin.issueCodes', {}, this.data.attempt)
    this.setData({ sending: false })
    if ('answer' in outcome) this.setData({ view: toView(outcome.answer), attempt: NO_ATTEMPT })
    else this.setData({ refusal: outcome.refusal, attempt: outcome.attempt })
  },

  copy() {
    const { view } = this.data
    if (view) copyText(view.url, '下载链接已复制')
  },
})

function toView({ count, left, url, expiresAt }: CodesAnswer) {
  return {
    headline: count > 0 ? `${count} 位老师的验证码` : '有岗位的老师都绑定了',
    leads:
      count > 0
        ? [
            `下载链接 10 分钟内有效，验证码到 ${formatDayTime(expiresAt)} 为止，各用一次。`,
            left > 0 ? `还有 ${left} 位，这些老师绑定以后再生成一次。` : '',
          ].filter(Boolean)
        : ['没有要发的验证码。'],
    url,
  }
}
