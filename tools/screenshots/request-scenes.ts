import type { Page } from 'playwright-core'
import * as states from './request-states'
import type { Scene } from './scenes'
import { answering, each, seeing } from './stage-hands'

const LIN = 'demo-student-linzhixia'
const SHEN = 'demo-student-shenqinghe'
const LU = 'demo-student-luyanzhi'

const DORM = 'packages/requests/pages/dorm-checkout/dorm-checkout'
const REFUND = 'packages/requests/pages/card-refund/card-refund'
const MESSAGES = 'pages/messages/messages'

/** What a test bank issues nothing under; its check digit is right. */
const DEBIT = '6228480402564890018'
const CREDIT = '622836'

const opened = (answer: object) => answering('requests.open', answer)

const press = (name: string) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).click()

const type = (name: string, text: string) => (page: Page) =>
  page.getByRole('textbox', { name }).fill(text)

/** Who has set a larger text in WeChat. */
const LARGE = `${LIN}&font=22`

/** Everything of the form but the last field. */
const filledIn = each(
  (page) => page.getByRole('radio', { name: '上午' }).click(),
  press('要交回的钥匙多一把'),
  press('要交回的钥匙多一把'),
  type('离校后能打通的手机', '13800000000'),
  (page) =>
    page.getByRole('radiogroup', { name: '桌' }).getByRole('radio', { name: '损坏' }).click(),
)

const agreed = each(press('同意并继续'), seeing('余额退到你的哪张借记卡'))
const account = each(
  agreed,
  type('银行卡号', DEBIT),
  type('手机号', '13800000000'),
  press('下一步，核对'),
  seeing('对着卡，再看一遍'),
)

/** What students file: the forms, and how far it is. */
export const REQUEST_SCENES: Scene[] = [
  { name: 'dorm-form', openid: LIN, page: DORM, height: 1700 },
  { name: 'dorm-form-filled', openid: LIN, page: DORM, height: 1700, after: filledIn },
  {
    name: 'dorm-form-errors',
    openid: LIN,
    page: DORM,
    height: 1900,
    after: press('提交退宿申请'),
  },
  { name: 'dorm-form-320', openid: LIN, page: DORM, width: 320, height: 1800, after: filledIn },
  { name: 'dorm-form-large', openid: LARGE, page: DORM, height: 2300, after: filledIn },
  { name: 'dorm-late', openid: LIN, page: DORM, before: opened(states.DORM_LATE) },
  { name: 'dorm-blocked', openid: LU, page: DORM },
  { name: 'dorm-waiting', openid: LIN, page: DORM, before: opened(states.DORM_WAITING) },
  {
    name: 'dorm-waiting-320',
    openid: LIN,
    page: DORM,
    width: 320,
    before: opened(states.DORM_WAITING),
  },
  {
    name: 'dorm-waiting-large',
    openid: LARGE,
    page: DORM,
    height: 1300,
    before: opened(states.DORM_WAITING),
  },
  {
    name: 'dorm-withdrawing',
    openid: LIN,
    page: DORM,
    before: opened(states.DORM_WAITING),
    after: each(press('撤回'), seeing('得重新提交')),
  },
  { name: 'dorm-returned', openid: LIN, page: DORM, before: opened(states.DORM_RETURNED) },
  {
    name: 'dorm-correcting',
    openid: LIN,
    page: DORM,
    height: 1700,
    before: opened(states.DORM_RETURNED),
    after: each(press('修改后重新提交'), seeing('提交退宿申请')),
  },
  { name: 'dorm-repair', openid: LIN, page: DORM, before: opened(states.DORM_REPAIR) },
  {
    name: 'dorm-confirming',
    openid: LIN,
    page: DORM,
    height: 1080,
    before: opened(states.DORM_TO_CONFIRM),
  },
  {
    name: 'dorm-disputing',
    openid: LIN,
    page: DORM,
    height: 1080,
    before: opened(states.DORM_TO_CONFIRM),
    after: each(press('记录不对'), press('赔偿金额不对')),
  },
  { name: 'dorm-done', openid: LIN, page: DORM, height: 1080, before: opened(states.DORM_DONE) },
  { name: 'refund-consent', openid: LIN, page: REFUND, height: 1080 },
  {
    name: 'refund-consent-320-large',
    openid: LARGE,
    page: REFUND,
    width: 320,
    height: 1700,
  },
  { name: 'refund-form', openid: LIN, page: REFUND, after: agreed },
  {
    name: 'refund-credit-card',
    openid: LIN,
    page: REFUND,
    after: each(agreed, type('银行卡号', CREDIT)),
  },
  {
    name: 'refund-errors',
    openid: LIN,
    page: REFUND,
    after: each(agreed, type('银行卡号', '6228480402564890019'), press('下一步，核对')),
  },
  { name: 'refund-checking', openid: LIN, page: REFUND, after: account },
  { name: 'refund-checking-320', openid: LIN, page: REFUND, width: 320, after: account },
  { name: 'refund-filed', openid: LIN, page: REFUND, before: opened(states.REFUND_FILED) },
  {
    name: 'refund-correcting',
    openid: LIN,
    page: REFUND,
    before: opened(states.REFUND_FILED),
    after: each(press('修改'), seeing('不改就留空')),
  },
  { name: 'refund-failed', openid: LIN, page: REFUND, before: opened(states.REFUND_FAILED) },
  { name: 'refund-paid', openid: LIN, page: REFUND, before: opened(states.REFUND_PAID) },
  { name: 'refund-blocked', openid: SHEN, page: REFUND },
  {
    name: 'messages',
    openid: LIN,
    page: MESSAGES,
    before: answering('requests.messages', states.MESSAGES),
    shows: 'text=请联系宿管员',
  },
  { name: 'messages-none', openid: SHEN, page: MESSAGES },
]
