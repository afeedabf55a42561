import { ADMINISTRATOR, STUDENT_AFFAIRS } from './people'
import type { Phone } from './phone'
import { useSchool } from './school'
import { onlyInOurSchool } from './where'

const TWO_MINUTES = 120_000

const school = useSchool()

const LIBRARY = '质量管理与科研处（图书馆）'

/** From the desk to a copy of 2022 届. */
async function copyTo(year: string, admin: Phone): Promise<void> {
  await admin.openTool('届别和离校单')
  await admin.shows('正在用的是 2022 届')
  await admin.press('2022 届')
  await admin.shows('做下一届')
  await admin.fillIn({ 新的一届是哪一年: year })
  await admin.press('复制成新的一届')
  await admin.shows(`${year} 届，还有 12 处要看`)
}

/** What changes every year: days, people, and the texts that name days. */
async function bringUpToDate(admin: Phone): Promise<void> {
  await admin.press('16 个日期是从 2022 届推过来的，请改成今年的')
  await admin.shows('学费的截止日期')
  await admin.turnTo('2022 届是 6 月 9 日', '2027-06-07')
  await admin.turnTo('2022 届是 6 月 15 日', '2027-06-18')
  await admin.turnTo('2022 届是 6 月 22 日', '2027-06-25')
  await admin.turnTo('2022 届是 7 月 2 日', '2027-07-01')
  await admin.turnTo('2022 届是 7 月 4 日', '2027-07-05')
  await admin.press('保存')
  await admin.shows('2027 届，还有 11 处要看')

  await admin.press('联系人和电话还是 2022 届的，请核对')
  await admin.fillIn({ [`${LIBRARY}联系人`]: '沈书言', [`${LIBRARY}电话`]: '8539' })
  await admin.press('保存')
  await admin.shows('应为带区号的座机')
  expect(await admin.filledIn(`${LIBRARY}联系人`)).toBe('沈书言')
  await admin.fillIn({ [`${LIBRARY}电话`]: '025-85395028' })
  await admin.press('保存')
  await admin.shows('2027 届，还有 10 处要看')

  await admin.press('10 段文字里写着日期，请看一遍')
  await admin.fillIn({
    '重要事项 1': '6 月 18 日前缴清欠费',
    '重要事项 2': '7 月 5 日起一卡通实体卡和虚拟卡停用',
    一卡通清算的办完以后: '7 月 5 日后，余额退到你填写的借记卡。',
  })
  await admin.press('保存')
  await admin.shows('2027 届，可以发布了')
}

/** A ★ more, an item more, an item less. */
async function changeItems(admin: Phone): Promise<void> {
  await admin.press('一卡通清算')
  await admin.press('名称、★、给谁、部门')
  await admin.choose('学生一定要办吗', '★ 必办')
  await admin.press('保存')
  await admin.shows('必办，全部学生，提交一卡通退费申请')
  await admin.back()

  await admin.press('加一个环节')
  await admin.fillIn({
    环节叫什么: '归还毕业服',
    要学生做什么: '把毕业服还到学院',
    哪个部门负责: '学生处',
    办理说明: '洗净叠好，连同帽子一起交到学院办公室。',
  })
  await admin.press('保存')
  await admin.shows('归还毕业服')

  await admin.press('户口迁移')
  await admin.press('名称、★、给谁、部门')
  await admin.press('去掉')
  await admin.wechat.confirm()
  await admin.shows('2027 届，可以发布了')
  await admin.showsNoMore('户口迁移')
}

async function publish(admin: Phone): Promise<void> {
  await admin.press('预览')
  const preview = await admin.shows('归还毕业服')
  expect(preview).toContain('6 月 18 日前缴清欠费')
  expect(preview).not.toContain('户口迁移')
  await admin.back()
  await admin.press('核对并发布')
  const changes = await admin.shows('和 2022 届比')
  expect(changes).toContain('加了环节「归还毕业服」')
  expect(changes).toContain('去掉了环节「户口迁移」')
  await admin.press('发布')
  await admin.shows('2027 届第 1 版已发布')
}

/** A student who is in no list: the first of 2027 届. */
async function addStudent(admin: Phone): Promise<void> {
  await admin.reopen()
  await admin.openTool('学生')
  await admin.press('加一名学生')
  await admin.fillIn({
    学号: '2407010201',
    姓名: '陆秋白',
    哪一届: '2027',
    学院: '信息工程学院',
    班级: '软件技术 2402 班',
    身份证后六位: '20031X',
    为什么加: '转学来的，名单里没有',
  })
  await admin.press('住校')
  await admin.press('加这名学生')
  await admin.shows('陆秋白加好了')
}

/** The office that the new item names puts it on record. */
async function register(affairs: Phone): Promise<void> {
  await affairs.press('进度统计')
  await affairs.press('归还毕业服')
  await affairs.shows('归还毕业服还差 1 人')
  await affairs.press('选 陆秋白')
  await affairs.press('登记所选 1 人')
  await affairs.shows('1 人已登记')
}

onlyInOurSchool('next year', '测试要用管理员和学生的两部手机', () => {
  test(
    'is made out of last year’s by somebody who does not program, and its new item turns green',
    async () => {
      const admin = await school.phoneOf(ADMINISTRATOR)
      await copyTo('2027', admin)
      await bringUpToDate(admin)
      await changeItems(admin)
      await publish(admin)
      // Thirty-nine things in all: half an hour leaves forty-six seconds for each.
      expect(admin.done).toEqual({ taps: 23, inputs: 16 })
      await addStudent(admin)

      const student = await school.phoneOf('student-of-2027')
      await student.shows('先绑定学号')
      await student.fillIn({ 学号: '2407010201', 姓名: '陆秋白', 身份证后六位: '20031X' })
      await student.agree()
      await student.send()
      const sheet = await student.shows('6 月 18 日前缴清欠费')
      expect(sheet).not.toContain('户口迁移')
      expect(await student.row('归还毕业服')).toContain('学生处还没有登记办结')
      expect(await student.row('一卡通清算')).toContain('必办')

      await register(await school.phoneOf(STUDENT_AFFAIRS))
      await student.pullDown()
      await student.shows('已登记办结')
      expect(await student.row('归还毕业服')).toContain('已登记办结')
      await student.openItem('图书归还')
      expect(await student.shows('沈书言')).toContain('2027 年 7 月 1 日')
    },
    TWO_MINUTES,
  )
})
