import type { FeedAnswer, RunAnswer, RunMode } from '../../../../../domain/feeds/answers'
import type { SourceCode } from '../../../../../domain/feeds/source'
import { DESK } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { NOTHING_LOADED, showing } from '../../../../services/loading'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { NOTHING_SENT, SENDING } from '../../../../services/sending'
import {
  chooseSpreadsheet,
  needsPrivacy,
  uploadSpreadsheet,
} from '../../../../services/spreadsheets'
import { submit } from '../../../../services/submission'
import { openRun } from '../../services/open'
import { refused } from '../../../../services/refusals'
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
  ...showing(DESK),
  ...SENDING,

  data: {
    ...OPENED,
    ...NOTHING_LOADED,
    ...NOTHING_SENT,
    view: null as FeedPageView | null,
    modes: MODES,
    limits: LIMITS,
    now: '',
    whens: WHENS,
    exported: JUST_NOW,
    moment: momentWords(JUST_NOW),
    /** What is wrong with when it was exported. */
    wrongTime: '',
    attempt: NO_ATTEMPT,
    /** A sheet that was sent up already, when its preview was not answered. */
    uploaded: '',
    private: false,
  },

  onLoad({ source }: { source?: SourceCode }) {
    if (source) this.setData({ source })
  },

  async ask() {
    this.show(await call('feed.source', { source: this.data.source }))
  },

  show(answer: FeedAnswer) {
    const view = toFeedPageView(answer)
    this.setData({ view, now: answer.now })
    void wx.setNavigationBarTitle({ title: view.title })
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
      if (!('answer' in outcome)) throw refused(outcome)
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
    if (!wrongTime) throw refused(outcome)
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
        throw refused(outcome)
      }
      this.setData({ attempt: NO_ATTEMPT })
      this.show(outcome.answer)
    })
  },
})
