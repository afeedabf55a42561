import { formatClock } from '../../../../../domain/calendar'
import { copyText } from '../../../../services/clipboard'
import { formatCount } from '../../../../../domain/money'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { NOTHING_SENT, SENDING } from '../../../../services/sending'
import { isLinkOver, openSpreadsheet } from '../../../../services/spreadsheets'
import { submit } from '../../../../services/submission'
import { ALL_OF_MINE } from '../../services/open'
import { refused } from '../../../../services/refusals'

/** 导出表格: makes an xlsx, then opens it on the phone or gives its link to a computer. */
Component({
  properties: {
    cohort: { type: String, value: '' },
    /** Those who lack this item; everybody without it. */
    item: { type: String, value: '' },
    /** `Part` */
    part: { type: Object, value: ALL_OF_MINE },
  },

  data: {
    ...NOTHING_SENT,
    url: '',
    words: '',
    attempt: NO_ATTEMPT,
  },

  observers: {
    // What was made was of another part.
    'cohort, item, part'() {
      this.setData({ url: '', words: '', trouble: '' })
    },
  },

  methods: {
    ...SENDING,

    async make() {
      const { cohort, item, part, attempt } = this.data
      const asked = { cohort, ...part, ...(item && { item }) }
      await this.whileSending('make', async () => {
        const outcome = await submit('statistics.export', asked, attempt)
        if (!('answer' in outcome)) {
          this.setData({ attempt: outcome.attempt })
          throw refused(outcome)
        }
        const { url, students, expiresAt } = outcome.answer
        const words = `表格做好了，共 ${formatCount(students)} 人，${formatClock(expiresAt)} 前可以下载。`
        this.setData({ url, words, attempt: NO_ATTEMPT })
      })
    },

    async open() {
      await this.whileSending('open', async () => {
        await openSpreadsheet(this.data.url).catch((error: unknown) => {
          if (isLinkOver(error)) this.setData({ url: '', words: '' })
          throw error
        })
      })
    },

    copy() {
      copyText(this.data.url, '下载链接已复制')
    },
  },
})
