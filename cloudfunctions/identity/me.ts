import type { Output } from '../../domain/api'
import { toGrantView } from '../../domain/identity/answers'
import { isCurrent } from '../../domain/roles/scope'
import type { Call } from '../shared/gate'
import { campusLogin } from './campus-login'

/** Whom the calling WeChat account belongs to. */
export function me({ caller, now }: Call): Output<'identity.me'> {
  const entrance = campusLogin()?.entrance ?? null
  if (caller.kind === 'unbound') {
    return { kind: 'unbound', name: '', grants: [], campusLogin: entrance }
  }
  if (caller.kind === 'student') {
    return { kind: 'student', name: caller.student.name, grants: [], campusLogin: entrance }
  }
  const { name, grants } = caller.staff
  const current = grants.filter((grant) => isCurrent(grant, now)).map(toGrantView)
  return { kind: 'staff', name, grants: current, campusLogin: entrance }
}
