import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildFunctions } from './build/functions'
import { readCohortFile } from './deploy/cohort'
import { databaseAt } from './deploy/database'
import { deploy, plan } from './deploy/deploy'
import { EnvironmentFile } from './deploy/environment-file'
import { managedCloud } from './deploy/manager'
import { redactor } from './deploy/redact'
import type { Situation } from './deploy/step'
import { LOCAL_FILE } from './deploy/variables'
import { paths } from './paths'

const variables = new EnvironmentFile(LOCAL_FILE)
const shown = redactor(() => variables.secrets())
const say = (line: string) => console.log(shown(line))

/**
 * `npm run deploy`: builds, looks at the environment in `.env.local` and says what it would change;
 * `-- --yes` changes it. After it a staff number and a name: the first administrator. `--cohort <file>`
 * is the cohort for an environment that has none. docs/deploy.md has the whole way.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      yes: { type: 'boolean', default: false },
      cohort: {
        type: 'string',
        default: path.join(paths.root, 'cohorts', '2022', 'cohort.json'),
      },
    },
    allowPositionals: true,
  })
  const situation = situationOf(values.cohort, positionals)
  await buildFunctions()
  say(`云环境 ${variables.get('TCB_ENV') ?? ''}`)
  if (values.yes) await carryOut(situation)
  else await show(situation)
}

function situationOf(cohortFile: string, positionals: string[]): Situation {
  const [staffNo, name, ...rest] = positionals
  if (rest.length > 0 || (staffNo && !name)) {
    throw new Error('管理员要写工号和姓名，例如 npm run deploy -- --yes 20081012 程序云。')
  }
  const [env = '', secretId = '', secretKey = ''] = [
    'TCB_ENV',
    'TENCENTCLOUD_SECRETID',
    'TENCENTCLOUD_SECRETKEY',
  ].map((variable) => variables.get(variable))
  if (!env || !secretId || !secretKey) {
    throw new Error(
      '缺少 TCB_ENV、TENCENTCLOUD_SECRETID 或 TENCENTCLOUD_SECRETKEY。请把 .env.example 抄成 .env.local 再填，怎样填在 docs/deploy.md。',
    )
  }
  return {
    cloud: managedCloud({ env, secretId, secretKey }),
    database: databaseAt({ kind: 'cloud', env, secretId, secretKey }),
    variables,
    cohort: readCohortFile(cohortFile),
    administrator: staffNo && name ? { staffNo, name } : null,
    now: new Date(),
    say,
  }
}

async function show(situation: Situation): Promise<void> {
  const count = await plan(situation)
  say(
    count === 0
      ? '和仓库里的一样，没有要改的。'
      : `要改 ${count} 处，还什么都没有改。改：npm run deploy -- --yes`,
  )
}

async function carryOut(situation: Situation): Promise<void> {
  const faults = await deploy(situation)
  for (const fault of faults) say(fault)
  if (faults.length > 0) process.exitCode = 1
  else say('部署好了。剩下的几步要在微信里用手做，照 docs/deploy.md 往下走。')
}

main().catch((error: unknown) => {
  console.error(shown(error instanceof Error ? error.message : String(error)))
  process.exitCode = 1
})
