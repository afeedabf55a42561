import { sendWhereOneBelongs } from '../../../../services/arrival'
import { type Failure, toFailure } from '../../../../services/failure'
import { NO_TEXTS } from '../../../../services/submission'
import { askToBeTold } from '../../../../services/subscription'
import { checkDraft } from '../../inspections/checking'
import {
  idsOf,
  withDamage,
  withPeople,
  type Draft,
  type DraftDamage,
  type DraftPerson,
  type DraftThing,
} from '../../inspections/draft'
import { keep, type KeptDraft } from '../../inspections/kept'
import type { DraftPhoto } from '../../inspections/photos'
import { inspectionHeadline, toInspectionResults } from '../../inspections/results'
import {
  forgetDeliveries,
  handIn,
  onDelivery,
  watchNetwork,
  type Delivery,
} from '../../inspections/sending'
import { openRequest } from '../../services/open'
import type { ResultView } from '../result-card/view'
import { openInspection } from './opening'

type Of<Detail extends object> = WechatMiniprogram.CustomEvent<Detail>

/**
 * 检查房间: all who leave a room in one go. Whatever is written down is kept on the phone at once, and
 * stays there until the answer to it has come.
 */
Component({
  properties: {
    /** The request that it was opened from. */
    requestId: { type: String, value: '' },
  },

  data: {
    kept: null as KeptDraft | null,
    /** Where the request stands when there is nothing to inspect. */
    says: '',
    offline: false,
    failure: null as Failure | null,
    templates: [] as string[],
    button: '',
    errors: NO_TEXTS,
    refusal: '',
    sending: false,
    headline: '',
    results: [] as ResultView[],
  },

  lifetimes: {
    attached() {
      onDelivery(this, (delivery) => {
        if (delivery.kept.name === this.data.kept?.name) this.show(delivery)
      })
      void this.load()
    },
    detached() {
      forgetDeliveries(this)
    },
  },

  methods: {
    async load() {
      try {
        const opened = await openInspection(this.data.requestId)
        const { kept, ...rest } = opened
        this.setData({ ...rest, failure: null })
        this.put(kept)
      } catch (error) {
        if (!sendWhereOneBelongs(error)) this.setData({ failure: toFailure(error) })
      }
      watchNetwork()
    },

    retry() {
      this.setData({ failure: null })
      void this.load()
    },

    put(kept: KeptDraft) {
      const count = idsOf(kept.draft.people).length
      this.setData({ kept, button: count > 1 ? `提交 ${count} 人的检查记录` : '提交检查记录' })
    },

    /** What was written is on the phone before anything else happens. */
    write(change: (draft: Draft) => Draft) {
      const { kept } = this.data
      if (!kept) return
      const changed = { ...kept, draft: change(kept.draft) }
      keep(changed)
      this.put(changed)
      if (this.data.refusal) this.setData({ errors: checkDraft(changed.draft), refusal: '' })
    },

    changePeople({ detail }: Of<{ people: DraftPerson[] }>) {
      this.write((draft) => withPeople(draft, detail.people))
    },

    changeThings({ detail }: Of<{ things: DraftThing[] }>) {
      this.write((draft) => ({ ...draft, things: detail.things }))
    },

    changeDamages({ detail }: Of<{ damages: DraftDamage[] }>) {
      this.write((draft) => ({ ...draft, damages: detail.damages }))
    },

    addDamage({ detail }: Of<{ thing?: string }>) {
      this.write((draft) => withDamage(draft, detail.thing ?? ''))
    },

    changePhotos({ detail }: Of<{ photos: DraftPhoto[] }>) {
      this.write((draft) => ({ ...draft, photos: detail.photos }))
    },

    typeRemarks({ detail }: Of<{ value: string }>) {
      this.write((draft) => ({ ...draft, remarks: detail.value }))
    },

    async send() {
      const { kept, sending, templates } = this.data
      if (!kept || sending) return
      const errors = checkDraft(kept.draft)
      const wrong = Object.keys(errors).length
      if (wrong > 0) {
        this.setData({ errors, refusal: `还有 ${wrong} 处要填或者要改，见上面的红字。` })
        return
      }
      this.setData({ sending: true, errors: {}, refusal: '' })
      await askToBeTold(templates)
      await this.deliver(kept)
    },

    /** From here on nothing can be written until there is an answer, or none. */
    async deliver(kept: KeptDraft) {
      this.setData({ sending: true })
      this.put({ ...kept, draft: { ...kept.draft, waiting: true } })
      const delivery = await handIn(kept)
      if (delivery) this.show(delivery)
      this.setData({ sending: false })
    },

    show(delivery: Delivery) {
      const { kept } = delivery
      if (delivery.kind === 'refused') {
        this.setData({ errors: delivery.errors, refusal: delivery.message })
      }
      if (delivery.kind === 'answered') {
        const results = toInspectionResults(kept.draft, delivery.results)
        this.setData({ results, headline: inspectionHeadline(kept.draft, results) })
      }
      this.put(kept)
    },

    sendAgain() {
      const { kept, sending } = this.data
      if (kept && !sending) void this.deliver(kept)
    },

    /** Sent unchanged after that, it still goes under its id. */
    goOnWriting() {
      this.write((draft) => ({ ...draft, waiting: false }))
    },

    openRequest({ detail }: Of<{ id: string }>) {
      openRequest(detail.id)
    },

    seeRequest() {
      openRequest(this.data.requestId)
    },

    back() {
      void wx.navigateBack()
    },
  },
})
