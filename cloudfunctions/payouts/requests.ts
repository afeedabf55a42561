import type { RequestOf } from '../../domain/procedures/request'
import type { Student } from '../../domain/student/student'
import { store } from '../shared/store'
import { oneOf } from '../shared/where'
import type { Secret } from '../shared/documents'

export type CardRefund = RequestOf<'cardRefund'>

/** As many as the database answers at once. */
const PAGE = 100

export async function requestsBy(ids: readonly string[]): Promise<CardRefund[]> {
  const found = await inPages(ids, (_id) => store.find('requests', { where: { _id } }))
  return found as CardRefund[]
}

export function studentsBy(ids: readonly string[]): Promise<Student[]> {
  return inPages(ids, (_id) => store.find('students', { where: { _id } }))
}

export function secretsBy(ids: readonly string[]): Promise<Secret[]> {
  return inPages(ids, (_id) => store.find('secrets', { where: { _id } }))
}

async function inPages<Found>(
  ids: readonly string[],
  find: (page: ReturnType<typeof oneOf>) => Promise<Found[]>,
): Promise<Found[]> {
  const starts = Array.from({ length: Math.ceil(ids.length / PAGE) }, (_, page) => page * PAGE)
  const found = await Promise.all(
    starts.map((start) => find(oneOf(ids.slice(start, start + PAGE)))),
  )
  return found.flat()
}
