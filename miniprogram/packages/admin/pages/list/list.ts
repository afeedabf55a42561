import type { Cohort } from '../../../../../domain/cohort/schema'
import { DESK } from '../../../../services/arrival'
import { NOTHING_LOADED, showing } from '../../../../services/loading'
import type { PartRow } from '../../components/part-rows/part-rows'
import { listAt } from '../../forms/entry'
import { draftOf } from '../../services/drafts'
import { openPage } from '../../services/open'

/** A list of a draft, whatever is in it: contacts, paragraphs, steps. */
Page({
  ...showing(DESK),

  data: {
    ...NOTHING_LOADED,
    cohort: '',
    list: '',
    view: null as ListView | null,
  },

  onLoad({ cohort = '', list = '' }: { cohort?: string; list?: string }) {
    this.setData({ cohort, list })
  },

  async ask() {
    const { cohort, list } = this.data
    const view = toListView((await draftOf(cohort)).cohort, list)
    if (view) this.setData({ view })
    else void wx.navigateBack()
  },

  add() {
    const { cohort, list } = this.data
    openPage('form', { cohort, part: `${list}.new` })
  },
})

interface ListView {
  headline: string
  lead: string
  rows: PartRow[]
  button: string
}

function toListView(cohort: Cohort, list: string): ListView | null {
  const found = listAt(cohort, list)
  if (!found) return null
  const { entries, kind } = found
  const words = `${entries.length} ${kind.unit}${kind.title}`
  return {
    headline: entries.length > 0 ? words : `还没有${kind.title}`,
    lead: kind.about,
    rows: entries.map((entry, index) => {
      const { title, hint } = kind.row(entry)
      const label = [title, hint].filter(Boolean).join('，')
      return { title, hint, required: false, page: 'form', part: `${list}.${index}`, label }
    }),
    button: `加一${kind.unit}${kind.title}`,
  }
}
