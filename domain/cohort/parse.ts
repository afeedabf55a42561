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
  const faults = faultsOf(input)
  if (faults.length === 0) return readCohort(input)
  throw new ClearanceError({
    code: 'INVALID',
    message: [`批次文件有 ${faults.length} 处要改：`, ...sentencesOf(faults, input)].join('\n'),
    fields: Object.fromEntries(faults.map(({ path, message }) => [path.join('.'), message])),
  })
}

/** What is wrong with a cohort document; nothing when it can be read. */
export function faultsOf(input: unknown): Fault[] {
  const result = v.safeParse(cohortShape, input)
  return result.success ? findFaults(result.output) : result.issues.map(toFault)
}

/** Faults in words, each after where it is: `环节 8（退宿） › 截止日期：应为 2022-06-22 这样的日期`. */
export function sentencesOf(faults: readonly Fault[], input: unknown): string[] {
  return faults.map(({ path, message }) => `${describePath(path, input) || '整个文件'}：${message}`)
}

/** A cohort in which no fault was found, with what may be absent filled in. */
export function readCohort(faultless: unknown): Cohort {
  return v.parse(cohortShape, faultless)
}

function toFault(issue: v.BaseIssue<unknown>): Fault {
  const path = (issue.path ?? []).map((part) => part.key as string | number)
  return { path, message: issue.message }
}
