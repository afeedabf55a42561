import { canonical, type Sha256 } from './canonical'
import type { AuditEntry, AuditRecord, ChainHead } from './record'

/** The record of an entry, next in the chain of its person. `at` is an instant, ISO. */
export function nextRecord(
  head: ChainHead | null,
  entry: AuditEntry,
  at: string,
  sha256: Sha256,
): AuditRecord {
  const seq = (head?.seq ?? 0) + 1
  const { person, by, role, action, why, before, after } = entry
  const unhashed = {
    _id: `${person}#${seq}`,
    person,
    by,
    role,
    action,
    why: storable(why),
    before: storableFields(before),
    after: storableFields(after),
    seq,
    at,
    previous: head?.hash ?? '',
  }
  return { ...unhashed, hash: hashOf(unhashed, sha256) }
}

export function headOf({ person, seq, at, hash }: AuditRecord): ChainHead {
  return { _id: person, seq, at, hash }
}

/**
 * What is wrong with the chain of one person, in sentences that name the person and the place; empty
 * when it is whole.
 * @param records all records of the person, by `seq`
 * @param head what the chain is said to end with; without it the end is not checked
 */
export function verifyChain(
  records: readonly AuditRecord[],
  head: ChainHead | null | undefined,
  sha256: Sha256,
): string[] {
  const person = records[0]?.person ?? head?._id ?? ''
  const faults: string[] = []
  let before: AuditRecord | undefined
  for (const record of records) {
    faults.push(...faultsOf(record, before, person, sha256))
    before = record
  }
  return head === undefined ? faults : [...faults, ...faultsAtEnd(before, head, person)]
}

function faultsOf(
  record: AuditRecord,
  before: AuditRecord | undefined,
  person: string,
  sha256: Sha256,
): string[] {
  const { hash, ...unhashed } = record
  const expected = (before?.seq ?? 0) + 1
  if (record.person !== person || record._id !== `${person}#${record.seq}`) {
    return [`${person} 的记录里混进了 ${record._id}，它不属于这里。`]
  }
  if (record.seq > expected) return [`${person} 的${span(expected, record.seq - 1)}不见了。`]
  if (record.seq < expected) return [`${person} 的第 ${record.seq} 条记录重复了，或者次序不对。`]
  if (hash !== hashOf(unhashed, sha256)) {
    return [`${person} 的第 ${record.seq} 条记录被改过，内容和它的哈希对不上。`]
  }
  if (record.previous !== (before?.hash ?? '')) {
    return [`${person} 的第 ${record.seq} 条记录接不上前一条，这里换过或者加过记录。`]
  }
  return []
}

function faultsAtEnd(
  last: AuditRecord | undefined,
  head: ChainHead | null,
  person: string,
): string[] {
  if (!last && !head) return []
  if (!head) return [`${person} 有记录，却没有链头。`]
  const seq = last?.seq ?? 0
  if (seq < head.seq) return [`${person} 的${span(seq + 1, head.seq)}不见了。`]
  if (seq > head.seq) return [`${person} 在链头之后多出了${span(head.seq + 1, seq)}。`]
  if (last?.hash !== head.hash) return [`${person} 的第 ${seq} 条记录和链头对不上。`]
  return []
}

function span(from: number, to: number): string {
  return from === to ? `第 ${from} 条记录` : `第 ${from} 到 ${to} 条记录`
}

/** Over every field there is but the hash itself, so that an added field is a change too. */
function hashOf(unhashed: Omit<AuditRecord, 'hash'>, sha256: Sha256): string {
  return sha256(canonical(unhashed))
}

/** UTF-8 has no lone surrogates; a database would put U+FFFD there, and the hash would not hold. */
function storable(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}

function storableFields(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [storable(name), storable(value)]),
  )
}
