import type { FeedAnswer, RunAnswer, RunMode } from '../../../../../domain/feeds/answers'
import type { SourceCode } from '../../../../../domain/feeds/source'
import { DESK, sendWhereOneBelongs } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { type Failure, toFailure } from '../../../../services/failure'
import { NO_ATTEMPT } from '../../../../services/request-id'
import {
  chooseSpreadsheet,
  needsPrivacy,
  uploadSpreadsheet,
} from '../../../../services/spreadsheets'
import { submit } from '../../../../services/submission'
import { openRun } from '../../services/open'
import { sentenceOf } from '../../services/refusals'
import { asOfIn, chosen, JUST_NOW, momentWords, WHENS, type Exported } from './exported'
import { LIMITS, MODES, toFeedPageView, type FeedPageView } from './view'

type Limit = 'shrink' | 'clear'
type MomentEvent = WechatMiniprogram.CustomEvent<
  { value: string },
  object,
  { part: 'day' | 'time' }
>
type LimitEvent = WechatMiniprogram.CustomEvent<{ value: string }, object, { limit: Limit }>

/** The page is always opened with a source; this one stands until it is. */
const OPENED: { source: SourceCode; mode: RunMode } = { source: 'finance', mode: 'snapshot' }

/** 一个数据来源: how it stands, its sheet, its history and its brake. */
Page({
  data: {
    ...OPENED,
    view: null as FeedPageView | null,
    failure: null as Failure | null,
    modes: MODES,
    limits: LIMITS,
    now: '',
    whens: WHENS,
    exported: JUST_NOW,
    moment: momentWords(JUST_NOW),
    /** What is wrong with when it was exported. */
    wrongTime: '',
    /** What is being done; empty while nothing is. */
    sending: '',
    trouble: '',
    /** What the trouble came of, whose place it stands at. */
    troubled: '',
    attempt: NO_ATTEMPT,
    /** A sheet that was sent up already, when its preview was not answered. */
    uploaded: '',
    private: false,
  },

  onLoad({ source }: { source?: SourceCode }) {
    if (source) this.setData({ source })
  },

  onShow() {
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load() {
    try {
      this.show(await call('feed.source', { source: this.data.source }))
    } catch (error) {
      if (sendWhereOneBelongs(error, DESK)) return
      this.setData({ view: null, failure: toFailure(error) })
    }
  },

  show(answer: FeedAnswer) {
    const view = toFeedPageView(answer)
    this.setData({ view, failure: null, now: answer.now })
    void wx.setNavigationBarTitle({ title: view.title })
  },

  retry() {
    this.setData({ failure: null })
    void this.load()
  },

  open(event: WechatMiniprogram.TouchEvent<object, object, { run: string }>) {
    openRun(event.currentTarget.dataset.run)
  },

  chooseMode({ detail }: WechatMiniprogram.CustomEvent<{ value: RunMode }>) {
    this.setData({ mode: detail.value })
  },

  chooseWhen({ detail }: WechatMiniprogram.CustomEvent<{ value: Exported['when'] }>) {
    this.setExported(chosen(this.data.exported, detail.value, this.data.now))
  },

  chooseMoment({ detail, currentTarget }: MomentEvent) {
    this.setExported({ ...this.data.exported, [currentTarget.dataset.part]: detail.value })
  },

  setExported(exported: Exported) {
    this.setData({ exported, moment: momentWords(exported), wrongTime: '' })
  },

  /** 现在同步: asks the system at once, instead of at the next time. */
  async pull() {
    const { source, attempt } = this.data
    await this.whileSending('pull', async () => {
      const outcome = await submit('feed.pull', { source }, attempt)
      this.setData({ attempt: 'answer' in outcome ? NO_ATTEMPT : outcome.attempt })
      if (!('answer' in outcome)) throw new Error(sentenceOf(outcome))
      await this.load()
    })
  },

  consent() {
    this.setData({ private: false })
  },

  async importSheet() {
    if (await needsPrivacy()) this.setData({ private: true })
    else await this.whileSending('import', () => this.bringIn())
  },

  /** One tap: choose, send up, look at it. A sheet that is up already is not chosen again. */
  async bringIn() {
    const { source, mode, attempt, exported } = this.data
    const fileId = this.data.uploaded || (await this.takeFile())
    if (!fileId) return
    this.setData({ uploaded: fileId })
    const typed = { source, mode, fileId, ...asOfIn(exported) }
    const outcome = await submit('feed.preview', typed, attempt, { asOf: '' })
    if ('answer' in outcome) {
      this.setData({ attempt: NO_ATTEMPT, uploaded: '', wrongTime: '' })
      this.go(outcome.answer)
      return
    }
    const wrongTime = outcome.errors.asOf ?? ''
    const isOver = outcome.attempt.requestId === '' && !wrongTime
    this.setData({ attempt: outcome.attempt, wrongTime, ...(isOver && { uploaded: '' }) })
    if (!wrongTime) throw new Error(sentenceOf(outcome))
  },

  go({ run }: RunAnswer) {
    openRun(run.run)
  },

  async takeFile(): Promise<string | null> {
    const file = await chooseSpreadsheet()
    return file && uploadSpreadsheet('feeds', file)
  },

  async limit({ detail, currentTarget }: LimitEvent) {
    const { view, source, attempt } = this.data
    if (!view) return
    const { shrink, clear } = view.brake
    const before = { source, shrink: Number(shrink), clear: Number(clear) }
    const limits = { ...before, [currentTarget.dataset.limit]: Number(detail.value) }
    await this.whileSending('limit', async () => {
      const outcome = await submit('feed.limit', limits, attempt)
      if (!('answer' in outcome)) {
        this.setData({ attempt: outcome.attempt })
        throw new Error(sentenceOf(outcome))
      }
      this.setData({ attempt: NO_ATTEMPT })
      this.show(outcome.answer)
    })
  },

  /** What goes wrong is said in a sentence. */
  async whileSending(what: string, work: () => Promise<void>) {
    if (this.data.sending) return
    this.setData({ sending: what, trouble: '', troubled: what })
    try {
      await work()
      this.setData({ sending: '' })
    } catch (error) {
      const trouble = error instanceof Error ? error.message : toFailure(error).message
      this.setData({ sending: '', trouble })
    }
  },
})
