import type { ItemAnswer } from '../../../../../domain/sheet/answers'
import { TRAIT_TEXTS, TRAITS, type Trait } from '../../../../../domain/student/traits'
import { call } from '../../../../services/call'
import { type Failure, toFailure } from '../../../../services/failure'
import { toSheetView, type SheetView } from '../../../../pages/sheet/view'

interface Choice {
  trait: Trait
  name: string
  chosen: boolean
}

/** The sheet as a student with these traits would see it, of whom nothing is known yet. */
Component({
  properties: {
    cohort: { type: String, value: '' },
    /** Of the draft: another one is looked at anew. */
    version: { type: Number, value: 0 },
  },

  data: {
    choices: choicesOf(['boarder', 'leagueMember']),
    sheet: null as SheetView | null,
    item: null as ItemAnswer | null,
    failure: null as Failure | null,
  },

  observers: {
    'cohort, version'(cohort: string) {
      if (cohort) void this.load()
    },
  },

  methods: {
    toggle(event: WechatMiniprogram.TouchEvent<object, object, { trait: Trait }>) {
      const { trait } = event.currentTarget.dataset
      const { choices } = this.data
      this.setData({
        choices: choices.map((each) =>
          each.trait === trait ? { ...each, chosen: !each.chosen } : each,
        ),
        item: null,
      })
      void this.load()
    },

    async load(code?: string) {
      const { cohort, choices } = this.data
      const traits = choices.filter(({ chosen }) => chosen).map(({ trait }) => trait)
      try {
        const asked = code === undefined ? { cohort, traits } : { cohort, traits, code }
        const { sheet, item } = await call('admin.preview', asked)
        // Nothing can be filed from a preview.
        const shown = item && { ...item, filing: null }
        this.setData({ sheet: toSheetView(sheet, false), item: shown, failure: null })
      } catch (error) {
        this.setData({ sheet: null, failure: toFailure(error) })
      }
    },

    retry() {
      this.setData({ failure: null })
      void this.load()
    },

    openItem({ detail }: WechatMiniprogram.CustomEvent<{ code: string }>) {
      void this.load(detail.code)
      void wx.pageScrollTo({ scrollTop: 0 })
    },

    close() {
      this.setData({ item: null })
    },
  },
})

function choicesOf(chosen: readonly Trait[]): Choice[] {
  return TRAITS.map((trait) => ({
    trait,
    name: TRAIT_TEXTS[trait].name,
    chosen: chosen.includes(trait),
  }))
}
