import type { Input, Output } from '../../domain/api'
import { FILED_CODES } from '../../domain/procedures/codes'
import { readersOf } from '../../domain/procedures/situation'
import { placeOf, toWorkRow } from '../../domain/procedures/view'
import type { Post } from '../../domain/roles/posts'
import { PERMISSIONS } from '../../domain/roles/permissions'
import { memberOf } from '../shared/caller'
import type { Call } from '../shared/gate'
import { store } from '../shared/store'
import { contains, oneOf, startsWith, type Where } from '../shared/where'
import { postsNow, requestsIn, studentsIn } from './scope'

const MOST = 20

/** Finds students and requests by name, number, class or room, within the caller's scope. */
export async function search(
  { text }: Input<'desk.search'>,
  { caller, now }: Call,
): Promise<Output<'desk.search'>> {
  const posts = await postsNow(memberOf(caller), now)
  const roles = posts.map(({ role }) => role)
  const [requests, students] = await Promise.all([
    findRequests(posts, text),
    findStudents(posts, text),
  ])
  return {
    requests: requests.map((request) => toWorkRow(request, roles, now)),
    students: students.map(({ _id: studentNo, name, className, facts }) => ({
      studentNo,
      name,
      className,
      place: placeOf(facts.residence?.value ?? {}),
    })),
  }
}

async function findRequests(posts: readonly Post[], text: string) {
  const reached = posts.flatMap(requestsReadBy)
  const matches: Where<'requests'>[] = [
    { 'student.name': contains(text) },
    { 'student.studentNo': startsWith(text) },
    { 'student.className': contains(text) },
    roomOf(text, 'student.building', 'student.room'),
  ]
  const where = reached.flatMap((scope) => matches.map((match) => ({ allOf: [scope, match] })))
  return store.find('requests', { where, orderBy: [['since', 'desc']], limit: MOST })
}

async function findStudents(posts: readonly Post[], text: string) {
  const { by } = PERMISSIONS['desk.student']
  const reached = posts.filter(({ role }) => by.includes(role)).map(studentsIn)
  if (reached.length === 0) return []
  const matches: Where<'students'>[] = [
    { name: contains(text) },
    { _id: startsWith(text) },
    { className: contains(text) },
    roomOf(text, 'facts.residence.value.building', 'facts.residence.value.room'),
  ]
  const where = reached.flatMap((scope) => matches.map((match) => ({ allOf: [scope, match] })))
  return store.find('students', { where, orderBy: [['_id', 'asc']], limit: MOST })
}

/** The requests that a post may read: of its procedures, and of the items that it registers. */
function requestsReadBy(post: Post): Where<'requests'>[] {
  const { role } = post
  const within = requestsIn(post)
  const filed = FILED_CODES.filter((code) => readersOf(code).includes(role))
  const registered = role === 'studentAffairs' ? {} : { 'item.registrar': role }
  return [
    { ...within, procedure: oneOf(filed) },
    { ...within, procedure: 'register', ...registered },
  ]
}

/** `3-412` and `3 号楼 412` are a room of a building, `412` that room of any. */
function roomOf(text: string, buildingField: string, roomField: string): object {
  const [, building, room] = /^(.+?)[\s-]+(\w+)$/.exec(text) ?? []
  return building && room
    ? { [buildingField]: startsWith(building), [roomField]: room }
    : { [roomField]: text }
}
