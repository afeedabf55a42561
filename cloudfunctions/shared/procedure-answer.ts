import type { ProcedureAnswer, ContactView } from '../../domain/procedures/answers'
import { stateOf } from '../../domain/procedures/advance'
import type { Situation } from '../../domain/procedures/procedure'
import type { FiledCode, Request } from '../../domain/procedures/request'
import { situationOf } from '../../domain/procedures/situation'
import { tableOf } from '../../domain/procedures/tables'
import { filesOf, filingOf, viewOf, type Reader } from '../../domain/procedures/view'
import { ROLE_NAMES, type StaffRole } from '../../domain/roles/people'
import { holdersOf, subjectOf } from '../../domain/roles/scope'
import type { Student } from '../../domain/student/student'
import { clock } from './clock'
import { publishedCohort } from './cohorts'
import { files } from './files'
import { knownStaff } from './staff'
import { store } from './store'
import { templates } from './templates'

/** How long the photos of an opened page can be seen. */
export const PHOTO_SECONDS = 10 * 60

/**
 * The page of a procedure, for the student or for a counsellor who files for them.
 * @throws ClearanceError as `situationOf` does
 */
export async function procedureAnswer(
  student: Student,
  procedure: FiledCode,
  reader: Reader,
): Promise<ProcedureAnswer> {
  const now = clock.now()
  const situation = situationOf(await publishedCohort(student.cohort), student, procedure, now)
  const brief = student.requests?.[procedure]
  const request = brief ? await store.findOne('requests', { _id: brief.id }) : null
  const links = request ? await files.linksTo(filesOf(request), PHOTO_SECONDS) : {}
  return {
    ...filingOf(situation, procedure, request, reader.roles),
    request: request && viewOf(request, reader, links, now),
    contacts: await contactsOf(situation, request),
    templates: [templates.result.id],
    now: now.toISOString(),
  }
}

/** Whom to call: whoever's turn it is, if they want to be called, then the item's own contacts. */
async function contactsOf(
  { item, student, now }: Situation,
  request: Request | null,
): Promise<ContactView[]> {
  const own = item.contacts.map(({ name, phones }) => ({
    name: `${item.department} ${name}`,
    phones,
  }))
  if (!request) return own
  const { waitsFor } = stateOf(tableOf(request.procedure), request.state)
  if (waitsFor === 'nobody' || waitsFor === 'student') return own
  return [...(await called(waitsFor, student, now)), ...own]
}

async function called(role: StaffRole, student: Student, now: Date): Promise<ContactView[]> {
  const { holders } = holdersOf(role, subjectOf(student), await knownStaff(), now)
  return holders.flatMap(({ name, phone }) =>
    phone ? [{ name: `${ROLE_NAMES[role]} ${name}`, phones: [phone] }] : [],
  )
}
