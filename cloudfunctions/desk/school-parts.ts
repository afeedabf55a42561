import type { SchoolParts } from '../../domain/roles/vacancies'
import { store } from '../shared/store'

/** Every class, college and building that a student of the school belongs to. */
export async function schoolParts(): Promise<SchoolParts> {
  const [classes, colleges, buildings] = await Promise.all([
    store.distinct('students', 'className'),
    store.distinct('students', 'college'),
    store.distinct('students', 'facts.residence.value.building'),
  ])
  return { class: classes, college: colleges, building: buildings }
}
