import { bindCounsellor } from './binding'
import { Before } from './before'
import { COUNSELLOR, LIN, NEW_STAFF, XU } from './people'
import type { Phone } from './phone'
import { useSchool } from './school'
import { onlyInOurSchool } from './where'

const school = useSchool()
const before = new Before(() => school.ours)

/** 王海棠 and 柳知行, who look after the same class. */
async function twoCounsellors(): Promise<[Phone, Phone]> {
  return Promise.all([school.phoneOf(COUNSELLOR), school.phoneOf(NEW_STAFF)])
}

onlyInOurSchool('two counsellors of one class', 'DevTools 里只有一部手机', () => {
  beforeAll(async () => {
    await bindCounsellor(school)
    await school.putAwayPhones()
  }, 60_000)

  beforeEach(async () => {
    for (const openid of [LIN, XU]) await before.filedCheckOut(openid)
  })

  test('agree to the same request at once: one does, the other is told what happened', async () => {
    const both = await twoCounsellors()
    await Promise.all(
      both.map(async (phone) => {
        await phone.press('林知夏')
        await phone.shows('等辅导员审核')
      }),
    )
    await Promise.all(both.map((phone) => phone.press('同意')))
    await Promise.all(both.map((phone) => phone.wechat.refuseMessages()))
    const screens = await Promise.all(both.map((phone) => phone.shows('等学院书记审核')))

    const isWinner = (screen: string) => screen.includes('撤销刚才的操作')
    expect(screens.filter(isWinner)).toHaveLength(1)
    const winner = isWinner(screens[0] ?? '') ? '王海棠' : '柳知行'
    expect(screens.find((screen) => !isWinner(screen))).toMatch(
      new RegExp(`辅导员${winner} 0?9:\\d\\d 同意，现在是「等学院书记审核」。请看过最新情况再办。`),
    )
  }, 60_000)

  test('decide the same list: what one has returned, the other cannot agree to any more', async () => {
    const [wang, liu] = await twoCounsellors()
    await wang.press('全选')
    await liu.press('许沐阳')
    await liu.press('退回')
    await liu.press('还有费用没缴清')
    await liu.press('退回')
    await liu.wechat.refuseMessages()
    await liu.shows('已退回：还有费用没缴清')

    await wang.press('同意所选 2 人')
    await wang.wechat.refuseMessages()
    const results = await wang.shows('1 人已同意，1 人没有办成')
    expect(results).toMatch(
      /许沐阳 没有办成：辅导员柳知行 .*退回，现在是「已退回：还有费用没缴清」。请看过最新情况再办。/,
    )
    expect(results).toContain('林知夏 已同意 撤销')
    await wang.press('林知夏')
    await wang.press('撤销刚才的操作')
    await wang.shows('等辅导员审核')
  }, 60_000)
})
