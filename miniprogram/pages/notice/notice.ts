import { formatFullDay } from '../../../domain/calendar'
import type { NoticeAnswer } from '../../../domain/sheet/answers'
import { loading, NOTHING_LOADED } from '../../services/loading'
import { callOrRecall } from '../../services/recall'

Page({
  ...loading(),

  data: {
    ...NOTHING_LOADED,
    view: null as ReturnType<typeof toView> | null,
  },

  onLoad() {
    void this.load()
  },

  async ask() {
    const { data } = await callOrRecall('clearance.notice', {})
    this.setData({ view: toView(data) })
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
