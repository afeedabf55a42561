import { useSchool } from './school'
import { onlyInOurSchool } from './where'

const school = useSchool()

onlyInOurSchool('who is who', 'DevTools 里没有还没绑定的人', () => {
  test('a form that is not filled in says so at each field and keeps what was typed', async () => {
    const phone = await school.phoneOf('new-wechat-user')
    await phone.shows('先绑定学号')
    await phone.fillIn({ 学号: '19070A', 姓名: '何以宁' })
    await phone.agree()
    await phone.send()
    await phone.shows('学号是 6 到 12 位数字')
    expect(await phone.screen()).toContain('请填写身份证后六位')
    expect(await phone.filledIn('姓名')).toBe('何以宁')
  })

  test('a student locked out after five wrong tries is let in after the wait, and lands on the sheet', async () => {
    const phone = await school.phoneOf('new-student')
    await phone.shows('先绑定学号')
    await phone.fillIn({ 学号: '1907010221', 姓名: '何以宁' })
    await phone.agree()
    for (let tries = 1; tries <= 5; tries += 1) {
      await phone.fillIn({ 身份证后六位: `00000${tries}` })
      await phone.send()
      await phone.shows('对不上，请核对后再试')
      // Typing again takes the sentence away, so that the next one is known to be new.
      await phone.fillIn({ 身份证后六位: '10021x' })
      await phone.showsNoMore('对不上，请核对后再试')
    }
    await phone.send()
    await phone.shows('一小时内试错了 5 次，请 60 分钟后再试')
    await school.ours.moveClockTo('2022-06-10T11:00:00+08:00')
    await phone.send()
    await phone.shows('何以宁，还差 3 项')
  })

  test('a counsellor binds with a code that the administrator has issued, and lands on the desk', async () => {
    const administrator = await school.phoneOf('demo-staff-administrator')
    await administrator.openTool('发一次性验证码')
    await administrator.fillIn({ 工号: '20081020' })
    await administrator.send()
    const code = await administrator.readCode()

    const counsellor = await school.phoneOf('new-staff')
    await counsellor.chooseWay('我是老师')
    await counsellor.fillIn({ 工号: '20081020', 一次性验证码: code })
    await counsellor.agree()
    await counsellor.send()
    await counsellor.openMine()
    const desk = await counsellor.shows('我的岗位')
    expect(desk).toContain('辅导员')
    expect(desk).toContain('软件技术 1902 班')
  })
})
