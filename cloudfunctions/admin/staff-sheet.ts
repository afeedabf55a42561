import type { Input, Output } from '../../domain/api'
import type { StaffMember } from '../../domain/roles/people'
import type { StaffSheetAnswer } from '../../domain/roles/staff-answers'
import { readStaff, withLines, type Rejected, type StaffLine } from '../../domain/roles/staff-sheet'
import { answeredBefore, changeOnce } from '../shared/change'
import { keepFor } from '../shared/downloads'
import { files } from '../shared/files'
import type { Call } from '../shared/gate'
import { all } from '../shared/pages'
import { readSent } from '../shared/spreadsheet/sent'
import { inTransaction } from '../shared/transaction'
import { schoolParts } from '../shared/vacancies'
import { note } from './member'

const ROWS_MOST = 2000

/** Whoever has not imported a sheet by the next day sends it up anew. */
const SHEET_KEPT_SECONDS = 24 * 60 * 60

/**
 * What a sheet of staff would do. Nobody is changed; the file is kept for a day, for the import.
 * @throws ClearanceError `INVALID`, `NOT_FOUND`
 */
export async function previewStaff(
  { fileId }: Input<'admin.previewStaff'>,
  _: Call,
): Promise<Output<'admin.previewStaff'>> {
  const { answer } = await plan(fileId)
  await keepFor(fileId, SHEET_KEPT_SECONDS)
  return answer
}

/**
 * Takes a sheet of staff in, each person in a transaction of their own: rights are added, none is taken
 * away. The file is removed; the same sheet again changes nothing.
 */
export async function importStaff(
  { fileId, requestId }: Input<'admin.importStaff'>,
  call: Call,
): Promise<Output<'admin.importStaff'>> {
  const attempt = { by: call.openid, action: 'admin.importStaff', requestId } as const
  const before = await answeredBefore<StaffSheetAnswer>(attempt)
  if (before) return before
  const { people, answer } = await plan(fileId)
  for (const lines of people) await takeIn(lines, call)
  await files.remove(fileId)
  return changeOnce(attempt, () => Promise.resolve(answer))
}

async function takeIn(lines: readonly StaffLine[], call: Call): Promise<void> {
  const [first] = lines
  if (!first) return
  await inTransaction(async (transaction) => {
    const before = await transaction.get('staff', first.staffNo)
    const after = withLines(before, lines)
    if (before && isSame(before, after)) return
    await transaction.replace('staff', after)
    await note(transaction, call, 'admin.importStaff', after, { why: '从表格导入', before })
  })
}

async function plan(fileId: string): Promise<{ people: StaffLine[][]; answer: StaffSheetAnswer }> {
  const { lines, rejected } = await readSent(fileId, ROWS_MOST, readStaff)
  const [known, parts] = await Promise.all([all('staff'), schoolParts()])
  const named = new Map(known.map((each) => [each._id, each]))
  const misnamed = lines.filter(({ staffNo, name }) => (named.get(staffNo)?.name ?? name) !== name)
  const usable = lines.filter((line) => !misnamed.includes(line))
  const people = [...new Set(usable.map(({ staffNo }) => staffNo))].map((staffNo) =>
    usable.filter((line) => line.staffNo === staffNo),
  )
  const befores = people.map(([first]) => named.get(first?.staffNo ?? '') ?? null)
  const added = befores.filter((before) => before === null).length
  const same = people.filter((own, index) => {
    const before = befores[index]
    return before && isSame(before, withLines(before, own))
  }).length
  const scopes = usable.map(({ grant }) => grant.scope)
  const unknown = scopes.flatMap(({ kind, values }) =>
    kind === 'school' ? [] : values.filter((value) => !parts[kind].includes(value)),
  )
  const wrong = [...rejected, ...misnamed.map((line) => misnaming(line, named.get(line.staffNo)))]
  return {
    people,
    answer: {
      added,
      same,
      changed: people.length - added - same,
      rejected: wrong.sort((a, b) => a.line - b.line),
      unknown: [...new Set(unknown)],
    },
  }
}

function misnaming({ line, staffNo, name }: StaffLine, known?: StaffMember): Rejected {
  return { line, reason: `工号 ${staffNo} 登记的是${known?.name ?? ''}，表里写的是${name}` }
}

function isSame(before: StaffMember, after: StaffMember): boolean {
  const counts = ({ name, phone, grants }: StaffMember) => JSON.stringify([name, phone, grants])
  return counts(before) === counts(after)
}
