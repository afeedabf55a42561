import type { Page } from 'playwright-core'
import type { Scene } from './scenes'
import { answering, each, failing, refusing, seeing, silent } from './stage-hands'

const ZHOU = 'demo-student-zhouyuan'
const LIN = 'demo-student-linzhixia'
const GUARD = 'demo-staff-guard'

const PASS = 'packages/pass/pages/pass/pass'
const SCAN = 'packages/staff/pages/scan/scan'

const scanned = (verdict: string, name: string, reason: string) =>
  answering('pass.scan', {
    verdict,
    student: name ? { name, className: '软件技术 1902 班' } : null,
    reason,
    at: '2022-06-21T08:42:00.000Z',
  })

const press = (name: string) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).click()

/** The guard scans a code, whatever it says. */
const scanning = each(
  press('扫一扫'),
  (page) => page.getByRole('textbox', { name: '二维码里的文字' }).fill('code'),
  press('扫这个'),
)

/** The exit pass, and the gate. */
export const PASS_SCENES: Scene[] = [
  { name: 'pass', openid: ZHOU, page: PASS },
  { name: 'pass-320', openid: ZHOU, page: PASS, width: 320 },
  { name: 'pass-large', openid: `${ZHOU}&font=22`, page: PASS, height: 900 },
  { name: 'pass-missing', openid: LIN, page: PASS },
  { name: 'pass-loading', openid: ZHOU, page: PASS, before: silent, shows: '[role=status]' },
  { name: 'pass-offline', openid: ZHOU, page: PASS, before: failing },
  { name: 'scan', openid: GUARD, page: SCAN },
  {
    name: 'scan-allowed',
    openid: GUARD,
    page: SCAN,
    before: scanned('allowed', '周予安', '离校手续都办好了，可以放行。'),
    after: each(scanning, seeing('可以离校')),
  },
  {
    name: 'scan-pending',
    openid: GUARD,
    page: SCAN,
    before: scanned(
      'pending',
      '周予安',
      '还没有办完：图书归还、学院核验。请同学打开离校单看怎么办。',
    ),
    after: each(scanning, seeing('不可以')),
  },
  {
    name: 'scan-expired',
    openid: GUARD,
    page: SCAN,
    before: scanned('expired', '周予安', '二维码过期了，请同学刷新。'),
    after: each(scanning, seeing('不可以')),
  },
  {
    name: 'scan-forged',
    openid: GUARD,
    page: SCAN,
    width: 320,
    before: scanned('forged', '', '这不是离校凭证的二维码，请同学打开小程序出示。'),
    after: each(scanning, seeing('不可以')),
  },
  {
    name: 'scan-no-answer',
    openid: GUARD,
    page: SCAN,
    before: refusing('pass.scan', {
      code: 'UNAVAILABLE',
      message: '手机没有连上网络，连上以后再试。',
    }),
    after: each(scanning, seeing('先别放行')),
  },
  { name: 'desk-guard', openid: GUARD, page: 'packages/staff/pages/desk/desk' },
]
