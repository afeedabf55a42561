import { vacanciesOf, type SchoolParts, type Vacancy } from '../../domain/roles/vacancies'
import { clock } from './clock'
import { knownStaff } from './staff'
import { store } from './store'

const KEEP_MS = 60_000

let kept: { parts: SchoolParts; at: number } | null = null

/** Posts that nobody holds, whose work falls to student affairs. */
export async function vacancies(now: Date): Promise<Vacancy[]> {
  return vacanciesOf(await knownStaff(), await schoolParts(), now)
}

/** Every class, college and building that a student of the school belongs to; kept for a minute. */
export async function schoolParts(): Promise<SchoolParts> {
  const now = clock.now().getTime()
  if (kept && now >= kept.at && now - kept.at <= KEEP_MS) return kept.parts
  const [classes, colleges, buildings] = await Promise.all([
    store.distinct('students', 'className'),
    store.distinct('students', 'college'),
    store.distinct('students', 'facts.residence.value.building'),
  ])
  const parts = { class: classes, college: colleges, building: buildings }
  kept = { parts, at: now }
  return parts
}
