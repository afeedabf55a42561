import { DESK } from '../../../../services/arrival'
import { copyText } from '../../../../services/clipboard'
import { call } from '../../../../services/call'
import { loading, NOTHING_LOADED } from '../../../../services/loading'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { NOTHING_SENT, SENDING } from '../../../../services/sending'
import { submit } from '../../../../services/submission'
import {
  chooseSpreadsheet,
  isLinkOver,
  needsPrivacy,
  openSpreadsheet,
  uploadSpreadsheet,
} from '../../../../services/spreadsheets'
import { refused, sentenceOf } from '../../../../services/refusals'
import { asksFor, type Asking } from './asking'
import { toBatchView, toImportedView, toLinkView } from './view'
import type { BatchView, ImportedView, LinkView } from './view'

/** The link lives as long; the phone's clock may be wrong, so it counts from its coming. */
const LINK_MS = 10 * 60 * 1000

let ending: ReturnType<typeof setTimeout> | undefined

/** 退款批次: its rows, the sheet for the bank, and the bank's results. */
Page({
  ...loading(DESK),
  ...SENDING,

  data: {
    ...NOTHING_LOADED,
    ...NOTHING_SENT,
    batch: '',
    view: null as BatchView | null,
    /** What a reason is asked for. */
    asking: null as Asking | null,
    /** What it was asked for last: what was typed then is still there. */
    asked: '',
    reason: '',
    refusal: '',
    attempt: NO_ATTEMPT,
    link: null as LinkView | null,
    imported: null as ImportedView | null,
    /** A file that was sent up already, when its import was not answered. */
    uploaded: '',
    private: false,
  },

  onLoad({ batch = '' }: { batch?: string }) {
    this.setData({ batch })
    void this.load()
  },

  onUnload() {
    if (ending !== undefined) clearTimeout(ending)
  },

  async ask() {
    const { batch } = this.data
    this.setData({ view: toBatchView(await call('payouts.batch', { batch })) })
  },

  askWhy(event: WechatMiniprogram.TouchEvent<object, object, { action: Asking['action'] }>) {
    const { action } = event.currentTarget.dataset
    const reason = action === this.data.asked ? this.data.reason : ''
    this.setData({ asking: asksFor(action), asked: action, refusal: '', reason })
  },

  typeReason({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: detail.value, refusal: '' })
  },

  closeReason() {
    this.setData({ asking: null, refusal: '' })
  },

  async giveReason() {
    const { asking, batch, reason, sending, attempt } = this.data
    if (!asking || sending) return
    this.setData({ sending: asking.action, refusal: '' })
    const outcome = await submit(asking.action, { batch, reason }, attempt)
    if (!('answer' in outcome)) {
      this.setData({ sending: '', attempt: outcome.attempt, refusal: sentenceOf(outcome) })
      return
    }
    this.setData({ sending: '', attempt: NO_ATTEMPT, asking: null, reason: '' })
    if ('url' in outcome.answer) this.keepLink(toLinkView(outcome.answer))
    else this.setData({ link: null })
    await this.load()
  },

  /** The link goes from the page when it no longer opens anything. */
  keepLink(link: LinkView) {
    if (ending !== undefined) clearTimeout(ending)
    ending = setTimeout(() => this.setData({ link: null }), LINK_MS)
    this.setData({ link, trouble: '' })
  },

  copyLink() {
    const { link } = this.data
    if (link) copyText(link.url, '下载链接已复制')
  },

  async openLink() {
    const { link } = this.data
    if (!link) return
    await this.whileSending('open', async () => {
      await openSpreadsheet(link.url).catch((error: unknown) => {
        if (isLinkOver(error)) this.setData({ link: null })
        throw error
      })
    })
  },

  consent() {
    this.setData({ private: false })
  },

  async importResults() {
    if (this.data.sending) return
    this.setData({ imported: null, trouble: '' })
    if (await needsPrivacy()) this.setData({ private: true })
    else await this.whileSending('import', () => this.bringIn())
  },

  /** One tap: choose, send up, read. A file that is up already is not chosen again. */
  async bringIn() {
    const { batch, attempt } = this.data
    const fileId = this.data.uploaded || (await this.takeFile())
    if (!fileId) return
    this.setData({ uploaded: fileId })
    const outcome = await submit('payouts.import', { batch, fileId }, attempt)
    if ('answer' in outcome) {
      this.setData({
        imported: toImportedView(outcome.answer),
        attempt: NO_ATTEMPT,
        uploaded: '',
      })
      await this.load()
      return
    }
    const isAnswered = outcome.attempt.requestId === ''
    this.setData({ attempt: outcome.attempt, ...(isAnswered && { uploaded: '' }) })
    throw refused(outcome)
  },

  async takeFile(): Promise<string | null> {
    const file = await chooseSpreadsheet()
    return file && uploadSpreadsheet('bank', file)
  },
})
