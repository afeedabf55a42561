import { useSchool } from './school'
import { onlyInOurSchool } from './where'

const school = useSchool()

test('the last sheet stays, marked as old, and is renewed when the cloud answers again', async () => {
  const phone = await school.anyPhone()
  await phone.shows('必办')
  await phone.wechat.breakCloud()
  await phone.pullDown()
  expect(await phone.shows('没有连上，这是')).toContain('必办')
  await phone.wechat.mendCloud()
  await phone.pullDown()
  await phone.showsNoMore('没有连上')
})

test('a phone that never had a sheet says so and tries again when asked', async () => {
  const phone = await school.anyPhone()
  await phone.shows('必办')
  await phone.wechat.clearStorage()
  await phone.wechat.breakCloud()
  await phone.reopen()
  await phone.shows('没有连上学校的服务，请过一会儿再试。')
  await phone.wechat.mendCloud()
  await phone.tryAgain()
  await phone.shows('必办')
})

test('an answer that makes no sense is told in plain words, and is an error to us', async () => {
  const phone = await school.anyPhone()
  await phone.shows('必办')
  await phone.wechat.garbleCloud()
  await phone.reopen()
  await phone.shows('小程序出了错，请关闭后重新打开。')
  expect(phone.takeErrors()).toEqual([expect.stringContaining('TypeError')])
})

onlyInOurSchool('without a network', 'DevTools 的网络只能在它的界面里断开', () => {
  test('the last sheet stays, with the time it is of', async () => {
    const phone = await school.phoneOf('demo-student-zhouyuan')
    await phone.shows('可以离校')
    await school.ours.setOffline('demo-student-zhouyuan', true)
    await phone.pullDown()
    expect(await phone.shows('没有连上，这是 6 月 10 日 09:0')).toContain('周予安，可以离校')
    await school.ours.setOffline('demo-student-zhouyuan', false)
    await phone.pullDown()
    await phone.showsNoMore('没有连上')
  })

  test('a phone that never had a sheet says that it is the network', async () => {
    const phone = await school.phoneOf('demo-student-shenqinghe')
    await phone.shows('沈清和')
    await phone.wechat.clearStorage()
    await school.ours.setOffline('demo-student-shenqinghe', true)
    await phone.reopen()
    await phone.shows('手机没有连上网络，连上以后再试。')
  })
})
