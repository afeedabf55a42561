import type { Permission, Caller } from '../../domain/roles/permissions'
import type { StaffMember } from '../../domain/roles/people'
import type { Student } from '../../domain/student/student'
import { store } from './store'

/**
 * The person behind a WeChat account. Their own document comes with it, so that a student's sheet
 * needs no second read; whoever the action is mostly for is looked for first.
 */
export async function findCaller(openid: string, by: Permission['by']): Promise<Caller> {
  const studentsFirst = by === 'everybody' || by.includes('student')
  const lookups = studentsFirst ? [asStudent, asStaff] : [asStaff, asStudent]
  for (const lookup of lookups) {
    const caller = await lookup(openid)
    if (caller) return caller
  }
  return { kind: 'unbound' }
}

async function asStudent(openid: string): Promise<Caller | null> {
  const student = await store.findOne('students', { openid })
  return student && { kind: 'student', student }
}

async function asStaff(openid: string): Promise<Caller | null> {
  const staff = await store.findOne('staff', { openid })
  return staff && { kind: 'staff', staff }
}

/**
 * The student that an action by students is called by.
 * @throws Error when the permission table lets anybody else through, which is a bug
 */
export function ownStudent(caller: Caller): Student {
  if (caller.kind === 'student') return caller.student
  throw new Error(`a ${caller.kind} caller got to a student's own action`)
}

/**
 * The staff member that an action by staff is called by.
 * @throws Error when the permission table lets anybody else through, which is a bug
 */
export function memberOf(caller: Caller): StaffMember {
  if (caller.kind === 'staff') return caller.staff
  throw new Error(`a ${caller.kind} caller got to an action of the staff`)
}

/** A caller as the audit trail names them. */
export function callerKey(caller: Caller): string {
  if (caller.kind === 'student') return `student:${caller.student._id}`
  return caller.kind === 'staff' ? `staff:${caller.staff._id}` : 'nobody'
}
