import * as v from 'valibot'
import { ClearanceError } from '../errors'
import { findFaults, type Fault } from './checks'
import { describePath } from './labels'
import { cohortShape, type Cohort } from './schema'

/**
 * Reads a cohort document.
 * @param input what a cohort file or the `cohorts` collection holds
 * @throws ClearanceError `INVALID`, naming every wrong field by its path in Chinese; `fields` has the
 *   dotted path of each
 */
export function parseCohort(input: unknown): Cohort {
  const result = v.safeParse(cohortShape, input)
  const faults = result.success ? findFaults(result.output) : result.issues.map(toFault)
  if (result.success && faults.length === 0) return result.output
  throw new ClearanceError({
    code: 'INVALID',
    message: [`批次文件有 ${faults.length} 处要改：`, ...faults.map(sentence)].join('\n'),
    fields: Object.fromEntries(faults.map(({ path, message }) => [path.join('.'), message])),
  })

  function sentence({ path, message }: Fault): string {
    return `${describePath(path, input) || '整个文件'}：${message}`
  }
}

function toFault(issue: v.BaseIssue<unknown>): Fault {
  const path = (issue.path ?? []).map((part) => part.key as string | number)
  return { path, message: issue.message }
}
