import type { SourceCode } from '../../../domain/feeds/source'
import { SOURCES } from '../../../domain/feeds/sources'
import type { Student } from '../../../domain/student/student'
import type { IdentityProof } from '../documents'
import { hashProof } from '../proof'
import { store } from '../store'
import type { Transaction } from '../transaction'
import { oneOf } from '../where'
import type { Change } from './staging'

/** Those of a page of students for whom a run brings a proof where there is none. */
export async function unproved(
  source: SourceCode,
  students: readonly Student[],
  words: ReadonlyMap<string, unknown>,
): Promise<Set<string>> {
  const { proofOf } = SOURCES[source]
  if (!proofOf) return new Set()
  const brought = students.flatMap(({ _id }) =>
    words.has(_id) && proofOf(words.get(_id)) !== undefined ? _id : [],
  )
  if (brought.length === 0) return new Set()
  const proofs = await store.find('proofs', { where: { _id: oneOf(brought.map(personOf)) } })
  const proved = new Set(proofs.map(({ _id }) => _id))
  return new Set(brought.filter((studentNo) => !proved.has(personOf(studentNo))))
}

/** By what a student binds; kept as long as they may have to, through the year of the cohort. */
export async function identityProof(
  studentNo: string,
  cohort: string,
  idCardTail: string,
): Promise<IdentityProof> {
  return {
    _id: personOf(studentNo),
    ...(await hashProof(idCardTail)),
    eraseOn: `${cohort}-12-31`,
  }
}

/** The proofs of a group, hashed: that takes long, so it is done before the transaction begins. */
export async function hashProofs(
  source: SourceCode,
  group: readonly Change[],
  words: ReadonlyMap<string, unknown>,
): Promise<IdentityProof[]> {
  const proofs = group.map(async ({ studentNo, cohort, proves }) => {
    const tail = proves ? SOURCES[source].proofOf?.(words.get(studentNo)) : undefined
    if (tail === undefined) return []
    return identityProof(studentNo, cohort, tail)
  })
  return (await Promise.all(proofs)).flat()
}

/** A proof that is there already stays: the student may have bound by it. */
export async function keepProofs(
  transaction: Transaction,
  proofs: readonly IdentityProof[],
): Promise<void> {
  for (const proof of proofs) {
    if (!(await transaction.get('proofs', proof._id))) await transaction.insert('proofs', proof)
  }
}

function personOf(studentNo: string): string {
  return `student:${studentNo}`
}
