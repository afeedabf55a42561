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

/**
 * `npm run deploy`: builds, looks at the environment in `.env.local` and says what it would change;
 * `-- --yes` changes it. After it a staff number and a name: the first administrator. `--cohort <file>`
 * is the cohort for an environment that has none, `--variables <file>` another environment's variables.
 * docs/deploy.md has the whole way.
 */
async function main(): Promise<void> {
  const { values: options, positionals } = parseArgs({
    options: {
      yes: { type: 'boolean', default: false },
      cohort: { type: 'string', default: path.join(paths.root, 'cohorts', '2022', 'cohort.json') },
      variables: { type: 'string', default: LOCAL_FILE },
    },
    allowPositionals: true,
  })
  const variables = new EnvironmentFile(options.variables)
  const shown = redactor(() => variables.secrets())
  const say = (line: string) => console.log(shown(line))
  try {
    const situation: Situation = {
      ...environmentOf(variables),
      variables,
      say,
      now: new Date(),
      cohort: readCohortFile(options.cohort),
      administrator: administratorIn(positionals),
    }
    await buildFunctions()
    await (options.yes ? carryOut(situation) : show(situation))
  } catch (error) {
    throw new Error(shown(error instanceof Error ? error.message : String(error)))
  }
}

/** @throws Error with a sentence that says what to write where */
function environmentOf(variables: EnvironmentFile): Pick<Situation, 'cloud' | 'database'> {
  const names = ['TCB_ENV', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY']
  const [env, secretId, secretKey] = names.map((name) => variables.get(name))
  if (!env || !secretId || !secretKey) {
    throw new Error(
      `缺少 ${names.join(' 或 ')}。请把 .env.example 抄成 .env.local 再填，怎样填在 docs/deploy.md。`,
    )
  }
  const account = { env, secretId, secretKey }
  return { cloud: managedCloud(account), database: databaseAt({ kind: 'cloud', ...account }) }
}

function administratorIn([staffNo, name, ...rest]: string[]): Situation['administrator'] {
  if (staffNo === undefined) return null
  if (name !== undefined && rest.length === 0) return { staffNo, name }
  throw new Error('管理员要写工号和姓名，例如 npm run deploy -- --yes 20081012 程序云。')
}

async function show(situation: Situation): Promise<void> {
  const count = await plan(situation)
  const begin = `要改 ${count} 处，还什么都没有改。改：npm run deploy -- --yes`
  situation.say(count > 0 ? begin : '和仓库里的一样，没有要改的。')
}

async function carryOut(situation: Situation): Promise<void> {
  const faults = await deploy(situation)
  for (const fault of faults) situation.say(fault)
  if (faults.length > 0) process.exitCode = 1
  else situation.say('部署好了。剩下的几步要在微信里用手做，照 docs/deploy.md 往下走。')
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
