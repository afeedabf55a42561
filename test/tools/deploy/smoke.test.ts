import { declaredFunctions } from '../../../tools/build/declared-functions'
import { smokeTest } from '../../../tools/deploy/smoke'
import { SmallSchool } from '../../cloudfunctions/small-school'
import { FakeCloud } from './fake-cloud'

test('every real function refuses a call from nowhere politely, and one without its variable is named', async () => {
  const school = await SmallSchool.open({ FEEDS: '' })
  const cloud = new FakeCloud()
  for (const { name } of declaredFunctions()) {
    const outcome = await school.cloud.invoke(name, {}).then(
      (answer) => ({ answer: JSON.stringify(answer) }),
      (error: unknown) => ({ error: String(error) }),
    )
    cloud.answers.set(name, outcome)
  }
  await school.close()
  const { said, faults } = await smokeTest(cloud)
  expect(said).toHaveLength(12)
  expect(faults).toEqual([
    expect.stringMatching(/✗ feed 没有起来：.*缺少环境变量 FEEDS/),
    expect.stringMatching(/✗ sync 没有起来：.*缺少环境变量 FEEDS/),
  ])
})
