import type { Value } from '../../../../../domain/procedures/fields'
import { digits } from '../../../../../domain/procedures/fields'
import { DESK } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { NOTHING_LOADED, showing } from '../../../../services/loading'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { NO_TEXTS, submit } from '../../../../services/submission'
import { openPage, turnTo } from '../../services/open'
import { derivingWords, publishedWords } from '../cohorts/view'

type Filling = WechatMiniprogram.CustomEvent<{ name: string; value: Value }>

const TO = { name: 'to', ...digits('新的一届是哪一年', { most: 4, hint: '例如 2027' }).view }

/** A published cohort: from it the next one is made, or it is changed itself. */
Page({
  ...showing(DESK),

  data: {
    ...NOTHING_LOADED,
    cohort: '',
    view: null as { headline: string; leads: string[] } | null,
    fields: [TO],
    typed: { to: '' },
    errors: NO_TEXTS,
    refusal: '',
    /** Which of the two is being done: `next`, `same`; empty while none is. */
    sending: '',
    attempt: NO_ATTEMPT,
  },

  onLoad({ cohort = '' }: { cohort?: string }) {
    this.setData({ cohort })
  },

  async ask() {
    const { cohort, typed } = this.data
    const { cohorts, now } = await call('admin.cohorts', {})
    const row = cohorts.find((each) => each.cohort === cohort)
    const years = cohorts.map((each) => Number(each.cohort))
    const next = String(Math.max(...years) + 1)
    const leads = [
      publishedWords(row?.published ?? null, now),
      derivingWords(row?.deriving ?? null),
    ]
    this.setData({
      view: { headline: `${row?.name ?? cohort}，学生正在用`, leads: leads.filter(Boolean) },
      typed: typed.to ? typed : { to: next },
    })
  },

  fill({ detail: { value } }: Filling) {
    this.setData({ typed: { to: String(value) }, errors: NO_TEXTS, refusal: '' })
  },

  copyNext() {
    void this.begin('next', this.data.typed.to)
  },

  changeSame() {
    void this.begin('same', this.data.cohort)
  },

  openPreview() {
    openPage('preview', { cohort: this.data.cohort })
  },

  async begin(sending: string, to: string) {
    if (this.data.sending) return
    this.setData({ sending, errors: NO_TEXTS, refusal: '' })
    const { cohort: from, attempt } = this.data
    const outcome = await submit('admin.copy', { from, to }, attempt)
    if ('answer' in outcome) {
      turnTo('cohort', { cohort: to })
      return
    }
    const { errors, refusal } = outcome
    this.setData({ errors, refusal, attempt: outcome.attempt, sending: '' })
  },
})
