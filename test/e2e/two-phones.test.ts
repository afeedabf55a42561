import { useSchool } from './school'
import { onlyInOurSchool } from './where'

const school = useSchool()

onlyInOurSchool('two phones in one school', 'DevTools 里只有一部手机', () => {
  test('each sees their own sheet, and what one pays changes nothing for the other', async () => {
    const [lin, zhou] = await Promise.all([
      school.phoneOf('demo-student-linzhixia'),
      school.phoneOf('demo-student-zhouyuan'),
    ])
    expect(await lin.shows('林知夏，还差 3 项')).not.toContain('周予安')
    const before = await zhou.shows('周予安，可以离校')
    expect(before).not.toContain('林知夏')

    await school.ours.campus('demo-student-linzhixia', 'pay-lodging')
    await Promise.all([lin.pullDown(), zhou.reopen()])
    await lin.shows('林知夏，还差 2 项')
    expect(await zhou.shows('周予安，可以离校')).toBe(before)
  })
})
