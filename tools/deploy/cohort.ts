import { readFileSync } from 'node:fs'
import { record } from '../../cloudfunctions/shared/audit'
import { parseCohort } from '../../domain/cohort/parse'
import type { Cohort } from '../../domain/cohort/schema'
import type { Database } from './database'

const ACTION = 'deploy.cohort'

/** Reads a cohort file. @throws Error or ClearanceError with sentences that name every wrong place */
export function readCohortFile(file: string): Cohort {
  return parseCohort(parsed(textOf(file), file))
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Error(`读不到文件 ${file}，请核对文件名。`)
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    const [, position] = /position (\d+)/.exec(String(error)) ?? []
    const before = text.slice(0, position === undefined ? text.length : Number(position))
    const line = before.split('\n').length
    throw new Error(`${file} 第 ${line} 行附近不是正确的 JSON，多半是少了或多了逗号、引号、括号。`)
  }
}

/**
 * Publishes a cohort that came with the system; what comes later is published in the mini program.
 * @throws Error with a sentence when it is there already
 */
export async function putCohort(database: Database, cohort: Cohort): Promise<void> {
  await database.inTransaction(async (transaction) => {
    if (await transaction.get('cohorts', cohort._id)) {
      throw new Error(
        `${cohort.name}已经在那里了。要改它，请管理员在小程序「届别和离校单」里改，没有覆盖。`,
      )
    }
    await transaction.replace('cohorts', cohort)
    await record(transaction, {
      person: 'school',
      by: 'system',
      role: 'system',
      action: ACTION,
      why: `部署的人放入 ${cohort.name}`,
      before: { 版本: '没有' },
      after: { 版本: '随系统来的' },
    })
  })
}
