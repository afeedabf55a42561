import { agree, file, handInInspection, inspect, open } from './checking-out'
import { eventually } from './eventually'
import * as people from './people'
import type { Phone } from './phone'
import { useSchool } from './school'
import { onlyInOurSchool } from './where'

const FIVE_MINUTES = 300_000
const { XU } = people
const NAME = '许沐阳'

const school = useSchool()

/** From the sheet to the form of an item. */
async function openForm(student: Phone, item: string, button: string): Promise<void> {
  await student.reopen()
  await student.openItem(item)
  await student.press(button)
}

async function handIn(student: Phone, button: string, says: string): Promise<void> {
  await student.press(button)
  await student.wechat.allowMessages()
  await student.shows(says)
}

/** A step that the open request waits for. */
async function take(staff: Phone, button: string, says: string): Promise<void> {
  await staff.press(button)
  await staff.wechat.refuseMessages()
  await staff.shows(says)
}

/** Opens the sheet until a row of it says so; facts of other systems take a while. */
async function rowSays(student: Phone, item: string, words: string): Promise<void> {
  const read = async (): Promise<string> => {
    await student.reopen()
    return student.row(item)
  }
  await eventually(read, (row) => row.includes(words), `${item}没有变成「${words}」`)
}

/** Fees are paid and books are given back in the systems of the campus. */
async function settleWithCampus(student: Phone): Promise<void> {
  const events = ['pay-tuition', 'pay-lodging', 'pay-insurance', 'return-N0300001', 'spend-card']
  for (const event of events) await school.ours.campus(XU, event)
  for (const item of ['学费', '住宿费', '大学生医保', '图书归还', '一卡通清算']) {
    await rowSays(student, item, '已办理')
  }
}

/** The counsellor sees who lacks it and reminds them all; the student comes by the message. */
async function beReminded(student: Phone, counsellor: Phone): Promise<void> {
  await school.ours.allowMessage(XU, 'result')
  await counsellor.press('进度统计')
  expect(await counsellor.shows('各环节')).toContain('人，可以离校')
  await counsellor.press('退宿')
  const [, count] = /退宿还差 (\d+) 人/.exec(await counsellor.shows('退宿还差')) ?? []
  await counsellor.press(`提醒这 ${count} 人`)
  await counsellor.wechat.sayYes()
  await counsellor.shows('提醒了')
  await school.ours.fireTimer('notify')
  const [told] = await school.ours.messagesTo(XU)
  expect(told?.text).toMatch(/^退宿：3 号楼 412 室 1 床，还没退宿/)
  await student.openMessage(told)
  await student.shows('办理说明')
  await counsellor.reopenDesk()
}

async function leaveTheDorm(student: Phone, counsellor: Phone, secretary: Phone): Promise<void> {
  await student.reopen()
  await file(student)
  for (const staff of [counsellor, secretary]) {
    await open(staff, NAME)
    await agree(staff)
  }
  const dormManager = await school.phoneOf(people.DORM_MANAGER)
  await open(dormManager, NAME)
  await inspect(dormManager)
  await dormManager.press('其余都完好')
  await handInInspection(dormManager)
  await student.pullDown()
  await student.shows('请确认检查记录')
  expect(await student.screen()).toMatch(/编号 TS220610-[0-9A-Z]{6}/)
  await student.fillIn({ 你的姓名: NAME })
  await student.press('确认检查记录')
  await rowSays(student, '退宿', '6 月 10 日已退宿')
}

async function moveLeague(student: Phone): Promise<void> {
  await openForm(student, '团组织关系转接', '填写团组织关系转接申请')
  await student.press('升学的学校')
  await student.fillIn({ 转入团组织全称: '南京工程学院团委' })
  await student.press('我已经在智慧团建提交了转接申请')
  await handIn(student, '提交转接申请', '等团支部审核')
  const secretary = await school.phoneOf(people.LEAGUE_SECRETARY)
  await open(secretary, NAME)
  await take(secretary, '同意转出', '等校团委盖章')
  const committee = await school.phoneOf(people.LEAGUE_COMMITTEE)
  await open(committee, NAME)
  await take(committee, '已盖章', '团员证已盖章，等归还')
  await secretary.pullDown()
  await take(secretary, '已归还团员证', '已转出')
  await rowSays(student, '团组织关系转接', '6 月 10 日已转出')
}

async function moveParty(student: Phone): Promise<void> {
  await openForm(student, '党组织关系转接', '填写党组织关系转接申请')
  await student.fillIn({
    接收党组织全称: '中共南京工程学院委员会',
    介绍信抬头: '中共江苏省委教育工委',
  })
  await handIn(student, '提交转接申请', '等组织人事部核对')
  const office = await school.phoneOf(people.PARTY_OFFICE)
  await open(office, NAME)
  await office.fillIn({ 介绍信编号: '2022-0123' })
  await office.turnTo('有效期至', '2022-09-10')
  await take(office, '登记转出', '已登记转出')
  await rowSays(student, '党组织关系转接', '6 月 10 日已登记转出')
}

/** 专转本: sealed, stamped and handed over in person. */
async function sendArchive(student: Phone, counsellor: Phone, secretary: Phone): Promise<void> {
  await openForm(student, '档案派遣', '填写档案派遣申请')
  await student.fillIn({
    档案接收单位全称: '南京工程学院',
    寄送地址: '南京市江宁区弘景大道 1 号',
    收件人: '招生办',
    联系电话: '025-86118000',
    邮政编码: '211167',
  })
  await handIn(student, '提交接收单位', '等辅导员整理材料')
  await counsellor.reopenDesk()
  await open(counsellor, NAME)
  await counsellor.press('成绩单')
  await counsellor.press('毕业生登记表')
  await take(counsellor, '材料齐了', '等学院移交')
  await secretary.reopenDesk()
  await open(secretary, NAME)
  await take(secretary, '已移交', '等招生就业处寄出')
  const archives = await school.phoneOf(people.ARCHIVES)
  await open(archives, NAME)
  await take(archives, '封口盖章，转交本人', '已派遣')
  await rowSays(student, '档案派遣', '6 月 10 日已派遣')
}

async function moveHukou(student: Phone): Promise<void> {
  await openForm(student, '户口迁移', '填写户口迁移申请')
  await student.press('要迁出，申请备案')
  await student.fillIn({ 迁往地址: '江苏省南通市崇川区' })
  await handIn(student, '要迁出，申请备案', '等后勤与安保处备案')
  const office = await school.phoneOf(people.SECURITY_OFFICE)
  await open(office, NAME)
  await take(office, '备案许可', '备案已许可，请去派出所')
  await student.pullDown()
  await student.shows('备案已许可')
  await student.turnTo('迁移证办理日期', '2022-06-10')
  await handIn(student, '迁移证办好了', '已迁出')
  await rowSays(student, '户口迁移', '6 月 10 日已迁出')
}

/** 步骤 2: of a class that has others ready, only this one. */
async function beVerified(student: Phone, counsellor: Phone): Promise<void> {
  await counsellor.reopenDesk()
  await counsellor.press('学院核验')
  await counsellor.press('软件技术 1902 班')
  await counsellor.press('全不选')
  await counsellor.press(`选 ${NAME}`)
  await counsellor.press('核验所选 1 人')
  await counsellor.shows('1 人已核验')
  await rowSays(student, '学院核验', '6 月 10 日已核验')
}

async function leave(student: Phone): Promise<void> {
  await student.reopen()
  await student.shows('可以离校')
  await student.press('出示离校凭证')
  expect(await student.shows('可以离校')).toContain(NAME)
  const guard = await school.phoneOf(people.GUARD)
  await guard.openTool('扫离校凭证')
  await guard.wechat.seeCode(await school.ours.codeOn(XU))
  await guard.press('扫一扫')
  expect(await guard.shows('可以离校')).toContain(`${NAME} 软件技术 1902 班`)
}

onlyInOurSchool('the whole way out', 'DevTools 里只有一部手机', () => {
  test(
    'a student with all five traits finishes every item and leaves with the pass',
    async () => {
      const [student, counsellor, secretary] = await Promise.all([
        school.phoneOf(XU),
        school.phoneOf(people.COUNSELLOR),
        school.phoneOf(people.SECRETARY),
      ])
      await settleWithCampus(student)
      await beReminded(student, counsellor)
      await leaveTheDorm(student, counsellor, secretary)
      await moveLeague(student)
      await moveParty(student)
      await sendArchive(student, counsellor, secretary)
      await moveHukou(student)
      await beVerified(student, counsellor)
      await leave(student)
    },
    FIVE_MINUTES,
  )

  test(
    'a student with none of the traits has four grey items',
    async () => {
      const student = await school.phoneOf(people.SHEN)
      for (const item of ['退宿', '团组织关系转接', '党组织关系转接', '户口迁移']) {
        expect(await student.row(item)).toContain('无需办理')
      }
      await student.openItem('团组织关系转接')
      expect(await student.shows('无需办理')).not.toContain('填写团组织')
    },
    FIVE_MINUTES,
  )
})
