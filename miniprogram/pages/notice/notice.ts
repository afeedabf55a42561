import { formatFullDay } from '../../../domain/calendar'
import type { NoticeAnswer } from '../../../domain/sheet/answers'
import { sendWhereOneBelongs } from '../../services/arrival'
import { type Failure, toFailure } from '../../services/failure'
import { callOrRecall } from '../../services/recall'

Page({
  data: {
    view: null as ReturnType<typeof toView> | null,
    failure: null as Failure | null,
  },

  onLoad() {
    void this.load()
  },

  async load() {
    try {
      const { data } = await callOrRecall('clearance.notice', {})
      this.setData({ view: toView(data), failure: null })
    } catch (error) {
      if (sendWhereOneBelongs(error)) return
      this.setData({ view: null, failure: toFailure(error) })
    }
  },

  retry() {
    this.setData({ failure: null })
    void this.load()
  },
})

function toView({ school, notice, important, entrances, responsibilities }: NoticeAnswer) {
  return {
    title: notice.title,
    issued: `${school} ${notice.issuedBy}，${formatFullDay(notice.issuedOn)}`,
    aim: notice.aim,
    important,
    entrances: entrances.map(({ name, path }) => ({ name, path: path.join(' → ') })),
    responsibilities: responsibilities.map(({ departments, duty }) => ({
      departments: departments.join('、'),
      duty,
    })),
    remarks: notice.remarks,
  }
}
