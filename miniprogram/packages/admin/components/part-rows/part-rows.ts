import { openPage } from '../../services/open'

/** A row that leads to a page about a part of the draft. */
export interface PartRow {
  title: string
  /** May be empty. */
  hint: string
  required: boolean
  page: 'form' | 'list' | 'item'
  /** A part for `form`, a list for `list`, an item's code for `item`. */
  part: string
  /** The whole row as a screen reader says it. */
  label: string
}

type RowEvent = WechatMiniprogram.TouchEvent<object, object, Pick<PartRow, 'page' | 'part'>>

const PART_OF = { form: 'part', list: 'list', item: 'code' }

/** A card of rows, each of which opens its page. */
Component({
  properties: {
    cohort: { type: String, value: '' },
    heading: { type: String, value: '' },
    /** `PartRow[]` */
    rows: { type: Array, value: [] as PartRow[] },
  },

  methods: {
    open({ currentTarget }: RowEvent) {
      const { page, part } = currentTarget.dataset
      openPage(page, { cohort: this.data.cohort, [PART_OF[page]]: part })
    },
  },
})
