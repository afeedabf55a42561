import { faultsIn } from './check-variables'
import { DeployFailure } from './failure'
import { smokeTest } from './smoke'
import type { Situation, Step } from './step'
import { access, accessPaths } from './steps/access'
import { administrator } from './steps/administrator'
import { collections } from './steps/collections'
import { firstCohort } from './steps/first-cohort'
import { functions } from './steps/functions'
import { keys } from './steps/keys'
import { storage } from './steps/storage'
import { failedTrials } from './trials'

/** In this order: each may need what those before it have made. */
const SYSTEM: readonly Step[] = [keys, collections, access, functions, accessPaths, storage]
/** Only into a database that is as it should be. */
const DATA: readonly Step[] = [firstCohort, administrator]

/** Says what a deployment would change, and changes nothing. @returns how many changes */
export async function plan(situation: Situation): Promise<number> {
  let count = 0
  for (const step of [...SYSTEM, ...DATA]) {
    const { changes, remarks } = await looked(step, situation)
    for (const { what } of changes) situation.say(`+ ${what}`)
    for (const remark of remarks) situation.say(`! ${remark}`)
    count += changes.length
  }
  for (const fault of faultsIn(situation.variables)) situation.say(`✗ ${fault}`)
  return count
}

/**
 * Makes an environment what it should be, looks again, and tries every function. Made twice, the second
 * changes nothing.
 * @returns what is not as it should be, in sentences; nothing when all is
 * @throws DeployFailure for the first thing that could not be done; what was done before stays
 */
export async function deploy(situation: Situation): Promise<string[]> {
  const { variables, cloud, database, say } = situation
  const unready = faultsIn(variables)
  if (unready.length > 0) return unready
  for (const step of SYSTEM) await make(step, situation)
  const left = await leftOver(situation)
  const faults = [...left, ...(await named('试写数据库', () => failedTrials(database)))]
  if (faults.length > 0) return faults
  for (const step of DATA) await make(step, situation)
  const smoke = await named('试每个函数', () => smokeTest(cloud))
  for (const line of smoke.said) say(line)
  return smoke.faults
}

async function make(step: Step, situation: Situation): Promise<void> {
  const { changes, remarks } = await looked(step, situation)
  for (const { what, make: change } of changes) {
    await named(what, change)
    situation.say(`✓ ${what}`)
  }
  for (const remark of remarks) situation.say(`! ${remark}`)
}

/** What the cloud took without an error, and still does not have. */
async function leftOver(situation: Situation): Promise<string[]> {
  const looks = await Promise.all(SYSTEM.map((step) => looked(step, situation)))
  return looks.flatMap(({ changes }) =>
    changes.map(({ what }) => `云上答应了，再看还没有：${what}。请过一分钟再运行一次。`),
  )
}

function looked(step: Step, situation: Situation): ReturnType<Step['look']> {
  return named(`看${step.title}`, () => step.look(situation))
}

async function named<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new DeployFailure(what, error)
  }
}
