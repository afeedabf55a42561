import { parseArgs } from 'node:util'
import { formatDayTime } from '../domain/calendar'
import { databaseAt } from './deploy/database'
import { administrators, appoint } from './deploy/first-administrator'
import { useLocalVariables } from './deploy/variables'
import { nameOf, placeOf } from './place'

/**
 * `npm run administrator -- <工号> <姓名>`: makes the first administrator of an environment and prints
 * the code to bind with. With `--again` also when there is one: for a code that ran out, or a phone and
 * an administrator that are both gone. Without the keys of a real environment it is the local cloud.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { local: { type: 'string' }, again: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [staffNo = '', name = ''] = positionals
  if (positionals.length !== 2)
    throw new Error('要写工号和姓名：npm run administrator -- 工号 姓名')
  useLocalVariables()
  const place = placeOf(values.local)
  console.log(nameOf(place))
  const database = databaseAt(place)
  const now = new Date()
  const there = await administrators(database, now)
  if (there.length > 0 && !values.again) {
    throw new Error('已经有管理员了，请让管理员在小程序里授予岗位。确实要再设一位，加上 --again')
  }
  const { code, expiresAt } = await appoint(database, { staffNo, name }, now)
  console.log(`管理员的一次性验证码：${code}`)
  console.log(
    `${formatDayTime(expiresAt)} 以前，在小程序里选「我是老师」，用工号和它绑定，只能用一次。`,
  )
}

main().catch((error: unknown) => {
  console.error(`没有设成管理员：${error instanceof Error ? error.message : String(error)}。`)
  process.exitCode = 1
})
