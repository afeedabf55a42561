import { agree, file, handInInspection, inspect, open } from './checking-out'
import { COUNSELLOR, DORM_MANAGER, LIN, SECRETARY, XU } from './people'
import { useSchool } from './school'
import { onlyInOurSchool } from './where'

const TWO_MINUTES = 120_000

const school = useSchool()

async function fourPhones(openid: string) {
  const [student, counsellor, secretary, dormManager] = await Promise.all([
    school.phoneOf(openid),
    school.phoneOf(COUNSELLOR),
    school.phoneOf(SECRETARY),
    school.phoneOf(DORM_MANAGER),
  ])
  return { student, counsellor, secretary, dormManager }
}

onlyInOurSchool('a dorm check-out on four phones', 'DevTools 里只有一部手机', () => {
  test(
    'goes from the form to green, and WeChat tells whoever allowed it',
    async () => {
      const { student, counsellor, secretary, dormManager } = await fourPhones(LIN)
      await school.ours.allowMessage(SECRETARY, 'turn')
      await file(student)
      const filed = await student.screen()
      expect(filed).toMatch(/编号 TS220610-[0-9A-Z]{6}/)
      expect(filed).toContain('离开 2022 年 6 月 18 日上午 钥匙 2 把 电话 13800000000')
      expect(filed).toContain('桌损坏、椅完好')

      await counsellor.pullDown()
      expect(await counsellor.shows('退宿 1')).toContain(
        '林知夏 3 号楼 412 6 月 18 日上午离开 · 1 处损坏 刚刚',
      )
      await open(counsellor, '林知夏')
      expect(await counsellor.screen()).toContain('备注 桌面有一道划痕，入住时就有。')
      await counsellor.fillIn({ '给学生的话，可以不写': '注意带走贵重物品' })
      await agree(counsellor)
      expect(await counsellor.screen()).toContain('你同意 6 月 10 日 09:0')

      await school.ours.fireTimer('notify')
      const [told] = await school.ours.messagesTo(LIN)
      expect(told?.text).toBe('退宿：等学院书记审核')
      await student.openMessage(told)
      const progress = await student.shows(
        '等学院书记审核 通过后会通知你。之后请联系宿管员检查房间。',
      )
      expect(progress).toMatch(/辅导员 王海棠 同意 6 月 10 日 09:\d\d 「注意带走贵重物品」/)
      const [turn] = await school.ours.messagesTo(SECRETARY)
      expect(turn?.text).toBe('退宿：林知夏：6 月 18 日上午离开 · …')
      expect(await school.ours.messagesTo(DORM_MANAGER)).toEqual([])

      await secretary.openMessage(turn)
      await open(secretary, '林知夏')
      await agree(secretary)
      expect(await secretary.screen()).toContain('请联系宿管员检查房间')

      await open(dormManager, '林知夏')
      await inspect(dormManager)
      expect(await dormManager.screen()).toContain(
        '林知夏 2 床 检查通过 先修复或赔偿 交回钥匙 应交 2 把',
      )
      await dormManager.press('其余都完好')
      expect(await handInInspection(dormManager)).toContain('林知夏 检查通过，等学生确认')

      await student.pullDown()
      expect(await student.shows('请确认检查记录')).toContain('没有问题，就输入你的姓名')
      await student.fillIn({ 你的姓名: '林知夏' })
      await student.press('确认检查记录')
      expect(await student.shows('6 月 10 日已退宿')).toContain('学生确认 林知夏')
      await student.reopen()
      await student.shows('林知夏，还差 2 项')
      expect(await student.row('退宿')).toBe('退宿，必办，已办理，6 月 10 日已退宿')
    },
    TWO_MINUTES,
  )

  test(
    'comes back with a reason, is inspected twice, and is signed by name',
    async () => {
      const { student, counsellor, secretary, dormManager } = await fourPhones(XU)
      await file(student)

      await open(counsellor, '许沐阳')
      await counsellor.press('退回')
      await counsellor.shows('为什么退回')
      await counsellor.press('退回')
      await counsellor.shows('请写明原因')
      await counsellor.press('联系电话打不通')
      await counsellor.press('退回')
      await counsellor.wechat.refuseMessages()
      await counsellor.shows('已退回：联系电话打不通')

      await school.ours.fireTimer('notify')
      const [told] = await school.ours.messagesTo(XU)
      expect(told?.text).toBe('退宿：已退回：联系电话打不通')
      await student.openMessage(told)
      await student.shows('已退回：联系电话打不通 你填的内容都还在，改好后再提交一次。')
      await student.press('修改后重新提交')
      await student.shows('改好后重新提交')
      expect(await student.filledIn('备注')).toBe('桌面有一道划痕，入住时就有。')
      expect(await student.filledIn('离校后能打通的手机')).toBe('13800000000')
      expect(await student.screen()).toContain('2022 年 6 月 18 日')
      await student.fillIn({ 离校后能打通的手机: '13900000000' })
      await student.press('提交退宿申请')
      await student.wechat.allowMessages()
      await student.shows('等辅导员审核')

      await counsellor.pullDown()
      await counsellor.shows('电话 13900000000')
      await agree(counsellor)
      await secretary.pullDown()
      await secretary.press('选 许沐阳')
      await secretary.press('同意所选 1 人')
      await secretary.wechat.refuseMessages()
      expect(await secretary.shows('1 人已同意')).toContain('许沐阳 已同意')

      await open(dormManager, '许沐阳')
      await inspect(dormManager)
      await dormManager.choose('桌', '损坏')
      await dormManager.press('桌，记一项赔偿')
      await dormManager.fillIn({ '桌赔偿金额，元': '80' })
      await dormManager.shows('许沐阳 80.00 元')
      await dormManager.choose('许沐阳的结果', '先修复或赔偿')
      await dormManager.press('其余都完好')
      await dormManager.fillIn({ 备注: '把桌面的划痕补好' })
      expect(await handInInspection(dormManager)).toContain('没有通过，已告诉学生先修复或赔偿')

      await student.reopen()
      expect(await student.row('退宿')).toContain('未办理，先修复或赔偿，再检查一次')
      await student.openItem('退宿')
      await student.press('看申请进度')
      const found = await student.shows('先修复或赔偿，再检查一次 办好下面写的事情')
      expect(found).toContain('赔偿 桌 80.00 元 应赔合计 80.00 元 交回钥匙 2 把')
      expect(found).toContain('宿管员备注 把桌面的划痕补好')

      await dormManager.press('知道了')
      await dormManager.shows('办理结果')
      await inspect(dormManager)
      await dormManager.press('其余都完好')
      expect(await handInInspection(dormManager)).toContain('许沐阳 检查通过，等学生确认')

      await student.pullDown()
      await student.shows('请确认检查记录')
      await student.fillIn({ 你的姓名: '林知夏' })
      await student.press('确认检查记录')
      await student.shows('请输入你自己的姓名')
      await student.fillIn({ 你的姓名: '许沐阳' })
      await student.press('确认检查记录')
      const done = await student.shows('6 月 10 日已退宿')
      expect(done).toMatch(/宿管员 刘长河 检查没有通过，要先修复或赔偿 .* 宿管员 刘长河 检查通过/)
      await student.reopen()
      expect(await student.row('退宿')).toBe('退宿，必办，已办理，6 月 10 日已退宿')
    },
    TWO_MINUTES,
  )
})
