import { sendWhereOneBelongs } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { type Failure, toFailure } from '../../../../services/failure'
import { openRequest, openStudent } from '../../services/open'
import { toFoundView, tooShort, type FoundView } from './view'

type Of<Detail extends object> = WechatMiniprogram.CustomEvent<Detail>

/** A pause in typing after which it is searched. */
const PAUSE_MS = 400

/** One field, and below it whoever fits: requests first, then students. */
Component({
  data: {
    text: '',
    hint: tooShort(''),
    searching: false,
    found: null as FoundView | null,
    failure: null as Failure | null,
    timer: 0,
  },

  lifetimes: {
    detached() {
      clearTimeout(this.data.timer)
    },
  },

  methods: {
    type({ detail }: Of<{ value: string }>) {
      const text = detail.value.trim()
      const hint = tooShort(text)
      clearTimeout(this.data.timer)
      const timer = hint ? 0 : setTimeout(() => void this.search(), PAUSE_MS)
      this.setData({ text, hint, timer, failure: null, ...(hint && { found: null }) })
    },

    confirm() {
      clearTimeout(this.data.timer)
      if (!this.data.hint) void this.search()
    },

    async search() {
      const { text } = this.data
      this.setData({ searching: true, failure: null })
      try {
        const found = toFoundView(await call('desk.search', { text }), text)
        if (text === this.data.text) this.setData({ found, searching: false })
      } catch (error) {
        if (text !== this.data.text || sendWhereOneBelongs(error)) return
        this.setData({ found: null, failure: toFailure(error), searching: false })
      }
    },

    openRequest({ detail }: Of<{ id: string }>) {
      openRequest(detail.id)
    },

    openStudent(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const student = this.data.found?.students[event.currentTarget.dataset.index]
      if (student) openStudent(student.studentNo)
    },
  },
})
