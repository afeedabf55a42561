import fc from 'fast-check'
import { sha256 } from '../../../cloudfunctions/shared/sha256'
import { headOf, nextRecord } from '../../../domain/audit/chain'
import type { AuditEntry, AuditRecord, ChainHead } from '../../../domain/audit/record'

/** Records of some persons with the ends of their chains, as the functions write them. */
export interface Trail {
  records: AuditRecord[]
  heads: ChainHead[]
}

const START = Date.parse('2022-06-10T01:00:00Z')

/** The instant of the nth thing that happened, an hour apart. */
export const instant = (n: number): string => new Date(START + n * 3_600_000).toISOString()

/** Appends an entry as the functions do; `n` says when. */
export function append({ records, heads }: Trail, entry: AuditEntry, n: number): Trail {
  const head = heads.find(({ _id }) => _id === entry.person) ?? null
  const record = nextRecord(head, entry, instant(n), sha256)
  const others = heads.filter(({ _id }) => _id !== entry.person)
  return { records: [...records, record], heads: [...others, headOf(record)] }
}

const fields = fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), {
  maxKeys: 3,
})

const entry = (people: number): fc.Arbitrary<AuditEntry> =>
  fc.record({
    person: fc.nat(people - 1).map((n) => `student:19070102${n}`),
    by: fc.constantFrom('system', 'staff:20081001'),
    role: fc.constantFrom('system', 'counsellor'),
    action: fc.constantFrom('identity.unbindStudent', 'nightly.erase'),
    why: fc.string({ unit: 'binary' }),
    before: fields,
    after: fields,
  })

/** Trails of up to `people` persons, each record an hour after the one before. */
export function trails(people: number, minLength: number): fc.Arbitrary<Trail> {
  return fc
    .array(entry(people), { minLength, maxLength: 12 })
    .map((entries) =>
      entries.reduce<Trail>((trail, next, n) => append(trail, next, n), { records: [], heads: [] }),
    )
}

/** What a database keeps of a document: the order of keys is its own, and text is UTF-8. */
export function stored<T extends object>(document: T): T {
  const reversed = Object.fromEntries(Object.entries(document).reverse())
  return JSON.parse(Buffer.from(JSON.stringify(reversed), 'utf8').toString('utf8')) as T
}
