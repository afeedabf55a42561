import { useSchool } from './school'
import { onlyInOurSchool } from './where'

const school = useSchool()

onlyInOurSchool('five people, five sheets', 'DevTools 里只有登录的那一个人', () => {
  test('林知夏 sees at once what is missing, why and until when', async () => {
    const phone = await school.phoneOf('demo-student-linzhixia')
    const screen = await phone.shows('林知夏，还差 3 项')
    expect(screen).toContain('软件技术 1902 班 1907010216')
    expect(screen).toContain('5 天后住宿费截止')
    expect(screen).toContain('必办 8 项，已办 4 项 数据截至 08:35')
    expect(screen).toContain('6 月 15 日前缴清欠费；7 月 4 日起一卡通实体卡和虚拟卡停用。')
    expect(await phone.row('住宿费')).toBe(
      '住宿费，必办，未办理，欠 2020–2021 学年住宿费 1,200.00 元，还有 5 天',
    )
    expect(await phone.row('图书归还')).toContain('在借 2 本，还有 22 天')
    expect(await phone.row('户口迁移')).toBe('户口迁移，无需办理，户口不在学校')
  })

  test('周予安 may leave', async () => {
    const phone = await school.phoneOf('demo-student-zhouyuan')
    await phone.shows('周予安，可以离校')
    expect(await phone.row('学院核验')).toContain('已办理')
  })

  test('许沐阳, with all five traits and nothing done, has nothing grey but the verification', async () => {
    const phone = await school.phoneOf('demo-student-xumuyang')
    await phone.shows('许沐阳，还差 7 项')
    expect(await phone.row('党组织关系转接')).toContain('未办理')
    expect(await phone.row('户口迁移')).toContain('未办理')
    expect(await phone.row('学院核验')).toBe('学院核验，必办，还不能办，步骤 1 办完后，由学院核验')
  })

  test('沈清和, with no traits, has four grey items and waits for the college', async () => {
    const phone = await school.phoneOf('demo-student-shenqinghe')
    await phone.shows('沈清和，等学院核验')
    for (const item of ['团组织关系转接', '退宿', '党组织关系转接', '户口迁移']) {
      expect(await phone.row(item)).toContain('无需办理')
    }
    expect(await phone.row('学院核验')).toContain('等待中')
  })

  test('陆言之, of whom no system has spoken yet, has nothing green', async () => {
    const phone = await school.phoneOf('demo-student-luyanzhi')
    const screen = await phone.shows('数据还没有传来')
    expect(await phone.row('学费')).toContain('等待中，缴费数据还没有传来')
    expect(screen).not.toContain('没有欠费')
  })
})

onlyInOurSchool('whoever is no student', 'DevTools 里登录的是一个学生', () => {
  test('somebody whom nobody knows is told what to do, and sees no data', async () => {
    const phone = await school.phoneOf('somebody')
    expect(await phone.shows('先绑定学号，才能看离校单')).not.toContain('必办')
  })

  test('a staff member lands on their own desk', async () => {
    const phone = await school.phoneOf('demo-staff-counsellor')
    expect(await phone.shows('王海棠，现在没有待办')).toContain('本班学生交来退宿、档案派遣的申请')
    await phone.press('我的')
    expect(await phone.shows('我的岗位')).toContain('软件技术 1902 班')
  })
})

onlyInOurSchool('as time goes by', '云上的时钟和财务系统不归测试管', () => {
  test('a fee paid in the finance system is green after pulling down', async () => {
    const phone = await school.phoneOf('demo-student-linzhixia')
    await phone.shows('还差 3 项')
    await school.ours.campus('demo-student-linzhixia', 'pay-lodging')
    await phone.pullDown()
    await phone.shows('林知夏，还差 2 项')
    expect(await phone.row('住宿费')).toBe('住宿费，必办，已办理，没有欠费')
  })

  test('books brought back are green on the open sheet, which nobody has touched', async () => {
    const phone = await school.phoneOf('demo-student-linzhixia')
    await phone.shows('还差 2 项')
    await school.ours.campus('demo-student-linzhixia', 'return-N0412345')
    await school.ours.campus('demo-student-linzhixia', 'return-N0498765')
    await phone.shows('林知夏，还差 1 项')
    expect(await phone.row('图书归还')).toBe('图书归还，必办，已办理，没有在借图书')
  })

  test('after the deadline the sheet says 逾期', async () => {
    await school.ours.moveClockTo('2022-06-18T09:00:00+08:00')
    const phone = await school.phoneOf('demo-student-xumuyang')
    await phone.shows('天前学费已截止')
    expect(await phone.row('学费')).toContain('逾期，欠 3 个学年学费，共 15,600.00 元，逾期 3 天')
  })
})
