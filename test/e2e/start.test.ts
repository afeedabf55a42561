import { ROLE_NAMES } from '../../domain/roles/people'
import { useSchool } from './school'
import { onlyInOurSchool } from './where'

const school = useSchool()

const call = (openid: string, data: object) =>
  school.ours.post('/call/clearance', data, { 'x-openid': openid })

onlyInOurSchool('the doors of the school', '云上没有这些只给测试和工具用的地址', () => {
  test('the second call of a sheet costs one database read', async () => {
    await call('demo-student-linzhixia', { action: 'sheet' })
    await school.ours.get('/dev/stats')
    await call('demo-student-linzhixia', { action: 'sheet' })
    expect(await school.ours.get('/dev/stats')).toEqual({
      reads: 1,
      writes: 0,
      actions: { 'database.getDocument': 1 },
    })
  })

  test('an item costs one database read too', async () => {
    await call('demo-student-linzhixia', { action: 'item', input: { code: 'dorm' } })
    await school.ours.get('/dev/stats')
    await call('demo-student-linzhixia', { action: 'item', input: { code: 'dorm' } })
    expect(await school.ours.get('/dev/stats')).toMatchObject({ reads: 1, writes: 0 })
  })

  test('an unknown OPENID gets UNBOUND for every action, never data', async () => {
    for (const data of [
      { action: 'sheet' },
      { action: 'item', input: { code: 'dorm' } },
      { action: 'notice' },
    ]) {
      expect(await call('nobody', data)).toMatchObject({
        result: { ok: false, error: { code: 'UNBOUND' } },
      })
    }
  })

  test('there is somebody of each role to be', async () => {
    const people = (await school.ours.get('/dev/people')) as { role: string; openid: string }[]
    expect(new Set(people.map(({ role }) => role))).toEqual(new Set(Object.keys(ROLE_NAMES)))
  })

  test('the clock starts on the morning of 2022-06-10', async () => {
    const { now } = (await school.ours.get('/dev/clock')) as { now: string }
    expect(now.slice(0, 14)).toBe('2022-06-10T01:')
  })
})
