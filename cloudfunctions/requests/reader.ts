import type { Reader } from '../../domain/procedures/view'
import type { Student } from '../../domain/student/student'

export function readerOf({ _id }: Student): Reader {
  return { person: `student:${_id}`, roles: ['student'] }
}
