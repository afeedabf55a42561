import type { PhotoView } from '../../../domain/procedures/answers'
import type { Line } from '../../../domain/sheet/sheet'
import { toRecordLines, type RecordLine } from './view'

/** What was filed or found: a titled list of lines, and photos that open when they are tapped. */
Component({
  properties: {
    /** 我的申请, 检查记录 */
    heading: { type: String, value: '' },
    /** `Line[]` of the contract; damages in the checklist stand out. */
    lines: { type: Array, value: [] as Line[] },
    /** `PhotoView[]`; one without a link says so. */
    photos: { type: Array, value: [] as PhotoView[] },
  },

  data: { rows: [] as RecordLine[] },

  observers: {
    lines(lines: Line[]) {
      this.setData({ rows: toRecordLines(lines) })
    },
  },

  methods: {
    copy(event: WechatMiniprogram.TouchEvent<object, object, { text: string }>) {
      void wx.setClipboardData({ data: event.currentTarget.dataset.text })
    },

    look(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
      const { url: current } = event.currentTarget.dataset
      const urls = this.data.photos.map(({ url }) => url).filter(Boolean)
      if (current) wx.previewImage({ urls, current }).catch(() => undefined)
    },
  },
})
