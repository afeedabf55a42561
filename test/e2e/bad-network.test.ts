import { Before } from './before'
import { DORM_MANAGER, LIN, XU } from './people'
import type { Phone } from './phone'
import { useSchool } from './school'
import { onlyInOurSchool } from './where'

const A_MINUTE = 60_000

const school = useSchool()
const before = new Before(() => school.ours)

/** The dorm manager stands in the room of somebody who may leave it. */
async function inRoomOf(openid: string, name: string): Promise<Phone> {
  await before.approvedCheckOut(openid)
  const phone = await school.phoneOf(DORM_MANAGER)
  await phone.press(name)
  await phone.press('开始检查')
  await phone.shows('检查谁的床位')
  return phone
}

/** The desk has a broken top, the rest is good. */
async function writeDown(phone: Phone): Promise<void> {
  await phone.choose('桌', '损坏')
  await phone.press('桌，记一项赔偿')
  await phone.fillIn({ '桌赔偿金额，元': '80', 备注: '桌面断裂' })
  await phone.press('其余都完好')
}

/** What the student reads, who signs it: each inspection that the school has is one line. */
async function expectOneInspection(openid: string, name: string): Promise<void> {
  const student = await school.phoneOf(openid)
  await student.openItem('退宿')
  await student.press('看申请进度')
  const record = await student.shows('请确认检查记录')
  expect(record).toContain('赔偿 桌 80.00 元 应赔合计 80.00 元')
  expect(record).toContain('宿管员备注 桌面断裂')
  await student.fillIn({ 你的姓名: name })
  await student.press('确认检查记录')
  const progress = await student.shows('已退宿')
  expect(progress.match(/宿管员 刘长河 检查通过/g)).toHaveLength(1)
}

onlyInOurSchool('an inspection without a network', 'DevTools 的网络只能在它的界面里断开', () => {
  test(
    'outlives the app: what was written is there when it is opened again',
    async () => {
      const phone = await inRoomOf(LIN, '林知夏')
      await school.ours.setOffline(DORM_MANAGER, true)
      await writeDown(phone)
      await school.ours.setOffline(DORM_MANAGER, false)
      await phone.restart()
      await phone.shows('3 号楼 412 室 检查写了一半，存在这部手机里')
      await phone.press('3 号楼 412 室')
      expect(await phone.shows('检查谁的床位')).toContain('林知夏 80.00 元')
      expect(await phone.filledIn('桌赔偿金额，元')).toBe('80')
      expect(await phone.filledIn('备注')).toBe('桌面断裂')
    },
    A_MINUTE,
  )

  test(
    'is found again offline, and is sent once when the network is back',
    async () => {
      const phone = await inRoomOf(LIN, '林知夏')
      await school.ours.setOffline(DORM_MANAGER, true)
      await writeDown(phone)
      await phone.reopen()
      await phone.shows('检查写了一半，存在这部手机里')
      await phone.press('3 号楼 412 室')
      await phone.shows('没有连上，接着写就行，都存在这部手机里。')
      await phone.press('提交检查记录')
      await phone.shows('没有连上，已存在手机里，连上后会自动再发。')
      await phone.reopen()
      await phone.shows('检查记录还没有发出，连上后会自动再发')

      await school.ours.setOffline(DORM_MANAGER, false)
      const desk = await phone.shows('3 号楼 412 室，1 人的检查记录已送到')
      expect(desk).toContain('林知夏 检查通过，等学生确认')
      expect(await phone.shows('刘长河，现在没有待办')).not.toContain('没有连上')
      await expectOneInspection(LIN, '林知夏')
    },
    A_MINUTE,
  )

  test(
    'whose answer got lost on the way is sent again and counts once',
    async () => {
      const phone = await inRoomOf(XU, '许沐阳')
      await writeDown(phone)
      await phone.wechat.loseAnswers()
      await phone.press('提交检查记录')
      await phone.wechat.refuseMessages()
      await phone.shows('没有连上，已存在手机里，连上后会自动再发。')
      await phone.wechat.mendCloud()
      await phone.press('现在再发')
      expect(await phone.shows('检查记录已送到')).toContain('许沐阳 检查通过，等学生确认')
      await expectOneInspection(XU, '许沐阳')
    },
    A_MINUTE,
  )
})
