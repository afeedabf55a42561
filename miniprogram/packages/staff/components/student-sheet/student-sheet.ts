import { call } from '../../../../services/call'
import { loading, NOTHING_LOADED } from '../../../../services/loading'
import { openFiling, openRequest } from '../../services/open'
import { toStudentView, type StudentView } from './view'

/** A student as those in charge see them: every item with its dot, the requests, what to file for them. */
Component({
  properties: {
    studentNo: { type: String, value: '' },
  },

  data: {
    ...NOTHING_LOADED,
    view: null as StudentView | null,
  },

  observers: {
    studentNo(studentNo: string) {
      if (studentNo) void this.load()
    },
  },

  pageLifetimes: {
    /** On coming back from a request, or from filing: the dots may have changed. */
    show() {
      if (this.data.view) void this.load()
    },
  },

  methods: {
    ...loading(),

    async ask() {
      const { studentNo } = this.data
      this.setData({ view: toStudentView(await call('desk.student', { studentNo })) })
    },

    openRequest({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      openRequest(detail.id)
    },

    file(event: WechatMiniprogram.TouchEvent<object, object, { page: string }>) {
      openFiling(event.currentTarget.dataset.page, this.data.studentNo)
    },
  },
})
