import type { Page } from 'playwright-core'
import * as states from './procedure-states'
import type { Scene } from './scenes'
import { answering, each, seeing } from './stage-hands'

const LIN = 'demo-student-linzhixia'
const XU = 'demo-student-xumuyang'
const COUNSELLOR = 'demo-staff-counsellor'
const LARGE = `${XU}&font=22`

const page = (code: string) => `packages/requests/pages/procedure/procedure?code=${code}`
const STAFF = 'packages/staff/pages'
const REQUEST = `${STAFF}/request/request?id=DA220610-7K3M9Q`
const CLASS = `${STAFF}/verification/verification?class=${encodeURIComponent('软件技术 1902 班')}`

const opened = (answer: object) => answering('requests.open', answer)
const atDesk = (answer: object) => answering('desk.request', answer)

const press = (name: string) => (screen: Page) =>
  screen.getByRole('button', { name, exact: true }).click()

const type = (name: string, text: string) => (screen: Page) =>
  screen.getByRole('textbox', { name }).fill(text)

const follow = (name: string) => (screen: Page) => screen.getByRole('link', { name }).click()

/** A name with the finger, as far as a mouse can. */
async function sign(screen: Page): Promise<void> {
  const box = await screen.locator('wx-canvas').boundingBox()
  if (!box) throw new Error('nothing to sign on')
  for (const [from, to] of STROKES) {
    await screen.mouse.move(box.x + from[0], box.y + from[1])
    await screen.mouse.down()
    await screen.mouse.move(box.x + to[0], box.y + to[1], { steps: 12 })
    await screen.mouse.up()
  }
}

type Place = [x: number, y: number]
const STROKES: [from: Place, to: Place][] = [
  [
    [60, 50],
    [80, 62],
  ],
  [
    [55, 80],
    [95, 78],
  ],
  [
    [76, 80],
    [76, 130],
  ],
  [
    [110, 50],
    [150, 50],
  ],
  [
    [130, 50],
    [112, 120],
  ],
  [
    [130, 60],
    [160, 124],
  ],
  [
    [180, 60],
    [240, 58],
  ],
  [
    [210, 60],
    [210, 130],
  ],
  [
    [184, 94],
    [236, 92],
  ],
]

/** The procedures whose forms are plain fields, and 学院核验. */
export const PROCEDURE_SCENES: Scene[] = [
  { name: 'plain-league', openid: XU, page: page('league'), height: 1000 },
  {
    name: 'plain-league-errors',
    openid: XU,
    page: page('league'),
    height: 1100,
    after: press('提交转接申请'),
  },
  { name: 'plain-league-320-large', openid: LARGE, page: page('league'), width: 320, height: 1500 },
  {
    name: 'plain-league-waiting',
    openid: XU,
    page: page('league'),
    before: opened(states.LEAGUE_WAITING),
  },
  {
    name: 'plain-league-returned',
    openid: XU,
    page: page('league'),
    before: opened(states.LEAGUE_RETURNED),
  },
  { name: 'plain-party', openid: XU, page: page('party') },
  { name: 'plain-archive', openid: XU, page: page('archive'), height: 1000 },
  {
    name: 'plain-archive-done',
    openid: XU,
    page: page('archive'),
    height: 1080,
    before: opened(states.ARCHIVE_DONE),
  },
  { name: 'plain-hukou', openid: XU, page: page('hukou') },
  {
    name: 'plain-hukou-staying',
    openid: XU,
    page: page('hukou'),
    after: each(follow('暂时迁不出，申请保留'), press('暂时迁不出，申请保留')),
  },
  {
    name: 'plain-hukou-police',
    openid: XU,
    page: page('hukou'),
    height: 1080,
    before: opened(states.HUKOU_POLICE),
  },
  {
    name: 'plain-hukou-signing',
    openid: XU,
    page: page('hukou'),
    height: 1300,
    before: opened(states.HUKOU_SIGNING),
  },
  {
    name: 'plain-hukou-signed',
    openid: XU,
    page: page('hukou'),
    height: 1300,
    before: opened(states.HUKOU_SIGNING),
    after: each(seeing('用手指在这里写你的名字'), sign, seeing('签名保存好了')),
  },
  { name: 'plain-books', openid: LIN, page: page('bookLoss') },
  { name: 'plain-fee-asking', openid: LIN, page: page('feeQuestion') },
  {
    name: 'plain-fee-answered',
    openid: LIN,
    page: page('feeQuestion'),
    height: 1080,
    before: opened(states.FEE_ANSWERED),
  },
  {
    name: 'plain-desk-pack',
    openid: COUNSELLOR,
    page: REQUEST,
    height: 1300,
    before: atDesk(states.ARCHIVE_TO_PACK),
    after: press('材料齐了'),
  },
  {
    name: 'plain-desk-party',
    openid: COUNSELLOR,
    page: REQUEST,
    height: 1080,
    before: atDesk(states.PARTY_TO_REGISTER),
  },
  {
    name: 'plain-desk-price',
    openid: COUNSELLOR,
    page: REQUEST,
    height: 1080,
    before: atDesk(states.BOOK_TO_PRICE),
    after: each(type('赔偿金额', '三十'), press('写明金额')),
  },
  {
    name: 'plain-desk-answer',
    openid: COUNSELLOR,
    page: REQUEST,
    before: atDesk(states.FEE_TO_ANSWER),
    after: press('答复'),
  },
  {
    name: 'verify-classes',
    openid: COUNSELLOR,
    page: `${STAFF}/classes/classes`,
    before: answering('desk.classes', states.CLASSES),
  },
  {
    name: 'verify-class',
    openid: COUNSELLOR,
    page: CLASS,
    before: answering('desk.class', states.CLASS),
  },
  {
    name: 'verify-on-condition',
    openid: COUNSELLOR,
    page: CLASS,
    height: 1000,
    before: answering('desk.class', states.CLASS_ON_CONDITION),
  },
  {
    name: 'verify-condition',
    openid: COUNSELLOR,
    page: CLASS,
    before: answering('desk.class', states.CLASS_ON_CONDITION),
    after: each(press('林知夏，有条件核验'), seeing('写明还要补办什么')),
  },
  {
    name: 'verify-results',
    openid: COUNSELLOR,
    page: CLASS,
    height: 1000,
    before: each(answering('desk.class', states.CLASS), answering('desk.verify', states.VERIFIED)),
    after: each(press('核验所选 3 人'), seeing('没有办成')),
  },
  {
    name: 'verify-desk',
    openid: COUNSELLOR,
    page: `${STAFF}/desk/desk`,
    before: answering('desk.classes', states.CLASSES),
    shows: 'text=学院核验',
  },
]
