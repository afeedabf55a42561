import * as v from 'valibot'
import {
  api,
  type ActionName,
  type ActionOf,
  type Answer,
  type FunctionName,
  type Input,
  type Output,
} from '../../domain/api'
import { ClearanceError, type Refusal } from '../../domain/errors'
import { subjectOfRequest } from '../../domain/messages/compose'
import type { Request } from '../../domain/procedures/request'
import { readersOf } from '../../domain/procedures/situation'
import {
  isAboutSomebody,
  PERMISSIONS,
  roleFor,
  type Caller,
  type Concern,
  type Permission,
} from '../../domain/roles/permissions'
import type { Role } from '../../domain/roles/people'
import { isCurrent, subjectOf } from '../../domain/roles/scope'
import type { Student } from '../../domain/student/student'
import { findCaller } from './caller'
import { clock } from './clock'
import { log } from './log'
import { refuseCaller, refuseSubject } from './refusals'
import { callerOpenid, store } from './store'

/** What a use case knows about the call that it serves; the gate has checked all of it. */
export interface Call {
  /** The WeChat account, as the platform vouches for it. */
  openid: string
  caller: Caller
  /** The role in which the caller acts. */
  role: Role | 'nobody'
  /** The student whom the action is about, for actions `about: 'student'`. */
  subject: Student | null
  /** The request that the action is about, for actions `about: 'request'`. */
  request: Request | null
  now: Date
}

/** The use cases of one function, one for each of its actions in the contract. */
export type UseCases<Name extends FunctionName> = {
  [Action in ActionOf<Name>]: (input: Input<Action>, call: Call) => Promise<Output<Action>>
}

interface CallEvent {
  action?: unknown
  input?: unknown
}

/**
 * The one gate in front of every function: a known action → who is calling → may they do this at all →
 * valid input → may they do it to this student → the use case. Whatever goes wrong inside, the caller
 * gets a refusal with a sentence, never a stack.
 */
export function serve<Name extends FunctionName>(name: Name, useCases: UseCases<Name>) {
  return async (event: CallEvent): Promise<Answer<unknown>> => {
    const action = `${name}.${String(event.action)}`
    try {
      if (!isActionOf(action, useCases)) throw unknownAction()
      const run = useCases[action] as (input: unknown, call: Call) => Promise<unknown>
      const { input, call } = await admit(action, event.input)
      return { ok: true, data: await run(input, call) }
    } catch (error) {
      return { ok: false, error: toRefusal(error, name) }
    }
  }
}

async function admit(action: ActionName, given: unknown): Promise<{ input: unknown; call: Call }> {
  const { by, about } = PERMISSIONS[action]
  const now = clock.now()
  const openid = callerOpenid()
  const caller: Caller = openid ? await findCaller(openid, by) : { kind: 'unbound' }
  if (!openid || !couldEver(action, caller, now)) throw refuseCaller(action, caller)
  const input = validInput(action, given)
  const target = await whatItIsAbout(about, input)
  const role = roleFor(action, caller, target.concern, now)
  if (!role || (isAboutSomebody(about) && !target.concern)) throw refuseSubject(about, role)
  return {
    input,
    call: { openid, caller, role, subject: target.subject, request: target.request, now },
  }
}

/** Whether the caller may do the action to anybody; asked before the input is looked at. */
function couldEver(action: ActionName, caller: Caller, now: Date): boolean {
  const { by, about } = PERMISSIONS[action]
  if (!isAboutSomebody(about) || caller.kind !== 'staff' || by === 'everybody') {
    return roleFor(action, caller, null, now) !== null
  }
  return caller.staff.grants.some((grant) => isCurrent(grant, now) && by.includes(grant.role))
}

type About = Pick<Call, 'subject' | 'request'> & { concern: Concern | null }

async function whatItIsAbout(about: Permission['about'], input: unknown): Promise<About> {
  const { studentNo, id } = input as { studentNo?: string; id?: string }
  if (about === 'student') {
    const subject = await store.findOne('students', { _id: studentNo })
    return { subject, request: null, concern: subject && subjectOf(subject) }
  }
  if (about === 'request') {
    const request = await store.findOne('requests', { _id: id })
    const concern = request && {
      ...subjectOfRequest(request),
      roles: readersOf(request),
    }
    return { subject: null, request, concern }
  }
  return { subject: null, request: null, concern: null }
}

function isActionOf<Name extends FunctionName>(
  action: string,
  useCases: UseCases<Name>,
): action is ActionOf<Name> {
  return Object.hasOwn(useCases, action)
}

function unknownAction(): ClearanceError {
  return new ClearanceError({
    code: 'NOT_FOUND',
    message: '小程序的版本和服务器不一致，请关闭小程序后重新打开。',
  })
}

/** Where a schema has no words of its own, what came is not what our pages send. */
v.setGlobalMessage('收到的内容不完整，请关闭小程序后重新打开再试')

function validInput(action: ActionName, input: unknown): unknown {
  const result = v.safeParse(api[action].input, input ?? {})
  if (result.success) return result.output
  const fields: Record<string, string> = {}
  for (const issue of result.issues) fields[v.getDotPath(issue) ?? ''] ??= issue.message
  throw new ClearanceError({ code: 'INVALID', message: result.issues[0].message, fields })
}

function toRefusal(error: unknown, functionName: FunctionName): Refusal {
  if (error instanceof ClearanceError) {
    const { code, message, fields } = error
    log('info', { function: functionName, refused: code })
    return { code, message, ...(fields && { fields }) }
  }
  log('error', {
    function: functionName,
    error: error instanceof Error ? error.stack : String(error),
  })
  return { code: 'UNAVAILABLE', message: '服务暂时没有答复，已经记下来了。请过一会儿再试。' }
}
