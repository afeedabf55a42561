import { openCertificate } from '../../services/certificate'
import { NO_ATTEMPT } from '../../services/request-id'
import { submit } from '../../services/submission'

/** 保存离校单 PDF: has it made, fetches it and opens it, from where WeChat can send it on or keep it. */
Component({
  data: { attempt: NO_ATTEMPT, trouble: '', working: false },

  methods: {
    async save() {
      if (this.data.working) return
      this.setData({ working: true, trouble: '' })
      const outcome = await submit('certificate.issue', {}, this.data.attempt)
      if ('answer' in outcome) await this.open(outcome.answer.url)
      else this.setData({ trouble: outcome.refusal, attempt: outcome.attempt })
      this.setData({ working: false })
    },

    async open(url: string) {
      this.setData({ attempt: NO_ATTEMPT })
      try {
        await openCertificate(url)
      } catch (error) {
        console.warn('the certificate did not open', error)
        this.setData({ trouble: '离校单做好了，但没有下载下来。连好网络再按一次。' })
      }
    },
  },
})
