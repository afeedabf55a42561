import type { Page } from 'playwright-core'
import { ADMIN_SCENES } from './admin-scenes'
import { DESK_SCENES } from './desk-scenes'
import { FEED_SCENES } from './feed-scenes'
import { IDENTITY_SCENES } from './identity-scenes'
import { LATE_SCENES } from './late-scenes'
import { PASS_SCENES } from './pass-scenes'
import { PAYOUT_SCENES } from './payout-scenes'
import { PROCEDURE_SCENES } from './procedure-scenes'
import { REQUEST_SCENES } from './request-scenes'
import { failing, silent } from './stage-hands'
import { STATISTICS_SCENES } from './statistics-scenes'

/** One picture: who opens what, and what happens before it is taken. */
export interface Scene {
  name: string
  openid: string
  /** A page of the mini program with its query; the sheet when absent. */
  page?: string
  width?: number
  height?: number
  /** What is on the screen when the picture can be taken; a heading or an alert when absent. */
  shows?: string
  /** Runs before the phone opens. */
  before?: (page: Page) => Promise<void>
  /** Runs when the phone is open. */
  after?: (page: Page) => Promise<void>
}

const LIN = 'demo-student-linzhixia'
const XU = 'demo-student-xumuyang'
const ITEM = 'pages/item/item?code='

/** Every page in its main states; a new page adds its own here. */
export const SCENES: Scene[] = [
  { name: 'sheet-missing', openid: LIN, height: 1080 },
  { name: 'sheet-may-leave', openid: 'demo-student-zhouyuan', height: 1080 },
  { name: 'sheet-all-traits', openid: XU, height: 1080 },
  { name: 'sheet-no-traits', openid: 'demo-student-shenqinghe', height: 1080 },
  { name: 'sheet-no-data', openid: 'demo-student-luyanzhi', height: 1080 },
  { name: 'sheet-unbound', openid: 'somebody', shows: 'text=先绑定学号' },
  { name: 'sheet-loading', openid: LIN, before: silent, shows: '[role=status]' },
  { name: 'sheet-failed', openid: 'demo-student-failing', before: failing },
  {
    name: 'sheet-kept',
    openid: LIN,
    after: async (page) => {
      await failing(page)
      await page.evaluate('wx.startPullDownRefresh()')
      await page.getByText('没有连上').waitFor()
    },
  },
  { name: 'sheet-tablet', openid: XU, width: 900, height: 1000, shows: 'text=办理说明' },
  { name: 'item-fee', openid: LIN, page: `${ITEM}lodging`, height: 1080 },
  { name: 'item-books', openid: LIN, page: `${ITEM}library`, height: 1080 },
  { name: 'item-card', openid: LIN, page: `${ITEM}card`, height: 1080 },
  { name: 'item-league', openid: XU, page: `${ITEM}league`, height: 1080 },
  { name: 'item-dorm', openid: LIN, page: `${ITEM}dorm`, height: 1080 },
  { name: 'item-archive', openid: XU, page: `${ITEM}archive`, height: 1080 },
  { name: 'item-hukou', openid: XU, page: `${ITEM}hukou`, height: 1080 },
  { name: 'item-verification', openid: LIN, page: `${ITEM}verification` },
  { name: 'item-done', openid: LIN, page: `${ITEM}tuition`, height: 1080 },
  { name: 'item-exempt', openid: LIN, page: `${ITEM}hukou`, height: 1080 },
  { name: 'notice', openid: LIN, page: 'pages/notice/notice', height: 1240 },
  ...LATE_SCENES,
  ...IDENTITY_SCENES,
  ...REQUEST_SCENES,
  ...PASS_SCENES,
  ...PROCEDURE_SCENES,
  ...PAYOUT_SCENES,
  ...DESK_SCENES,
  ...FEED_SCENES,
  ...ADMIN_SCENES,
  ...STATISTICS_SCENES,
]
