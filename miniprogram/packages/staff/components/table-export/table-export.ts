import { formatClock } from '../../../../../domain/calendar'
import { formatCount } from '../../../../../domain/money'
import { toFailure } from '../../../../services/failure'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { submit } from '../../../../services/submission'
import { ALL_OF_MINE } from '../../services/open'
import { sentenceOf } from '../../services/refusals'
import { downloadSpreadsheet, openSpreadsheet } from '../../../../services/spreadsheets'

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
    url: '',
    words: '',
    trouble: '',
    working: false,
    attempt: NO_ATTEMPT,
  },

  observers: {
    // What was made was of another part.
    'cohort, item, part'() {
      this.setData({ url: '', words: '', trouble: '' })
    },
  },

  methods: {
    async make() {
      const { cohort, item, part, working, attempt } = this.data
      if (working) return
      this.setData({ working: true, trouble: '' })
      const asked = { cohort, ...part, ...(item && { item }) }
      const outcome = await submit('statistics.export', asked, attempt)
      if ('answer' in outcome) {
        const { url, students, expiresAt } = outcome.answer
        const words = `表格做好了，共 ${formatCount(students)} 人，${formatClock(expiresAt)} 前可以下载。`
        this.setData({ url, words, working: false, attempt: NO_ATTEMPT })
      } else {
        const trouble = sentenceOf(outcome)
        this.setData({ trouble, working: false, attempt: outcome.attempt })
      }
    },

    async open() {
      const { url, working } = this.data
      if (working) return
      this.setData({ working: true, trouble: '' })
      try {
        const filePath = await downloadSpreadsheet(url)
        if (filePath) await openSpreadsheet(filePath)
        else this.setData({ url: '', words: '', trouble: '链接已经过期，请重新导出。' })
      } catch (error) {
        this.setData({ trouble: error instanceof Error ? error.message : toFailure(error).message })
      }
      this.setData({ working: false })
    },

    copy() {
      wx.setClipboardData({ data: this.data.url }).then(
        () => void wx.showToast({ title: '下载链接已复制', icon: 'success' }),
        () => void wx.showToast({ title: '没有复制成功，请再按一次', icon: 'none' }),
      )
    },
  },
})
