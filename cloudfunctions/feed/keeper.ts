import { ClearanceError } from '../../domain/errors'
import { sourcesOf } from '../../domain/feeds/keepers'
import type { Run } from '../../domain/feeds/run'
import type { SourceCode } from '../../domain/feeds/source'
import type { StaffMember } from '../../domain/roles/people'
import type { Call } from '../shared/gate'
import { store } from '../shared/store'

/**
 * The staff member who asks about a source that they answer for.
 * @throws ClearanceError `FORBIDDEN` when it is another department's
 */
export function keeperOf({ caller, now }: Call, source: SourceCode): StaffMember {
  const staff = staffOf(caller)
  if (sourcesOf(staff, now).includes(source)) return staff
  const message = '这份数据归别的部门管，需要的话请联系管理员。'
  throw new ClearanceError({ code: 'FORBIDDEN', message })
}

/** @throws Error when the permission table lets anybody else through, which is a bug */
export function staffOf(caller: Call['caller']): StaffMember {
  if (caller.kind === 'staff') return caller.staff
  throw new Error(`a ${caller.kind} caller got to the feeds`)
}

/** A run of a source that the caller answers for. @throws ClearanceError `NOT_FOUND`, `FORBIDDEN` */
export async function ownRun(call: Call, id: string): Promise<Run> {
  const run = await store.findOne('runs', { _id: id })
  if (!run) {
    const message = '没有这次数据同步，可能已经过了保存的时间。'
    throw new ClearanceError({ code: 'NOT_FOUND', message })
  }
  keeperOf(call, run.source)
  return run
}
