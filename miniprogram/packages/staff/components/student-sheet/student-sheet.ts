import { sendWhereOneBelongs } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { type Failure, toFailure } from '../../../../services/failure'
import { openFiling, openRequest } from '../../services/open'
import { toStudentView, type StudentView } from './view'

/** A student as those in charge see them: every item with its dot, the requests, what to file for them. */
Component({
  properties: {
    studentNo: { type: String, value: '' },
  },

  data: {
    view: null as StudentView | null,
    failure: null as Failure | null,
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
    async load() {
      const { studentNo } = this.data
      try {
        const view = toStudentView(await call('desk.student', { studentNo }))
        this.setData({ view, failure: null })
      } catch (error) {
        if (sendWhereOneBelongs(error)) return
        const failure = toFailure(error)
        if (this.data.view) void wx.showToast({ title: failure.message, icon: 'none' })
        else this.setData({ failure })
      }
    },

    retry() {
      this.setData({ failure: null })
      void this.load()
    },

    openRequest({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      openRequest(detail.id)
    },

    file(event: WechatMiniprogram.TouchEvent<object, object, { page: string }>) {
      openFiling(event.currentTarget.dataset.page, this.data.studentNo)
    },
  },
})
