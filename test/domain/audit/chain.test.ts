import fc from 'fast-check'
import { sha256 } from '../../../cloudfunctions/shared/sha256'
import { nextRecord, verifyChain } from '../../../domain/audit/chain'
import type { AuditRecord } from '../../../domain/audit/record'
import { append, instant, stored, trails, type Trail } from './trails'

/** A chain of one person with at least two records, and the place of one of them. */
const chainAndPlace = trails(1, 2).chain(({ records, heads }) =>
  fc.record({
    records: fc.constant(records),
    head: fc.constant(heads[0] ?? null),
    place: fc.nat(records.length - 1),
  }),
)

test('an untouched chain is whole, also as a database gives it back', () => {
  fc.assert(
    fc.property(chainAndPlace, ({ records, head }) => {
      expect(verifyChain(records.map(stored), head && stored(head), sha256)).toEqual([])
    }),
  )
})

test('a person about whom nothing was written is whole', () => {
  expect(verifyChain([], null, sha256)).toEqual([])
})

test('a removed record is found', () => {
  fc.assert(
    fc.property(chainAndPlace, ({ records, head, place }) => {
      expect(verifyChain(records.toSpliced(place, 1), head, sha256)).not.toEqual([])
    }),
  )
})

test('all records removed are found', () => {
  fc.assert(
    fc.property(chainAndPlace, ({ head }) => {
      expect(verifyChain([], head, sha256)).toHaveLength(1)
    }),
  )
})

const changes: ((record: AuditRecord) => AuditRecord)[] = [
  (record) => ({ ...record, by: `${record.by}1` }),
  (record) => ({ ...record, role: 'administrator' }),
  (record) => ({ ...record, why: `${record.why}。` }),
  (record) => ({ ...record, at: '2022-06-09T00:00:00.000Z' }),
  (record) => ({ ...record, before: { ...record.before, 别的: '1' } }),
  (record) => ({ ...record, after: { ...record.after, 别的: '1' } }),
  (record) => ({ ...record, previous: sha256('') }),
  (record) => ({ ...record, hash: sha256('') }),
  (record) => ({ ...record, seq: record.seq + 1 }),
  (record) => ({ ...record, _id: `${record._id}0` }),
  (record) => ({ ...record, more: 'a field of its own' }) as AuditRecord,
]

test('a changed record is found, whichever field it is', () => {
  fc.assert(
    fc.property(chainAndPlace, fc.constantFrom(...changes), ({ records, head, place }, change) => {
      const changed = records.map((record, index) => (index === place ? change(record) : record))
      expect(verifyChain(changed, head, sha256)).not.toEqual([])
    }),
  )
})

test('a changed record whose hash was made anew is found by the next one, or by the head', () => {
  fc.assert(
    fc.property(chainAndPlace, ({ records, head, place }) => {
      const before = records[place - 1]
      const at = records[place]?.at ?? instant(0)
      const previous = before
        ? { _id: before.person, seq: before.seq, at, hash: before.hash }
        : null
      const entry = { ...(records[place] ?? failed()), why: '另一个原因，比原来的长' }
      const forged = nextRecord(previous, entry, at, sha256)
      expect(verifyChain(records.with(place, forged), head, sha256)).not.toEqual([])
    }),
  )
})

test('an inserted record is found', () => {
  fc.assert(
    fc.property(chainAndPlace, ({ records, head, place }) => {
      const copy = records[place] ?? failed()
      expect(verifyChain(records.toSpliced(place, 0, copy), head, sha256)).not.toEqual([])
    }),
  )
})

test('a record added after the head is found', () => {
  fc.assert(
    fc.property(chainAndPlace, ({ records, head }) => {
      const more = nextRecord(head, records[0] ?? failed(), instant(50), sha256)
      expect(verifyChain([...records, more], head, sha256)).not.toEqual([])
    }),
  )
})

test('records in another order are found', () => {
  fc.assert(
    fc.property(chainAndPlace, fc.nat(), ({ records, head, place }, other) => {
      const target = other % records.length
      fc.pre(target !== place)
      const [moved, there] = [records[place] ?? failed(), records[target] ?? failed()]
      const swapped = records.with(place, there).with(target, moved)
      expect(verifyChain(swapped, head, sha256)).not.toEqual([])
    }),
  )
})

test('the fault names the person and the record', () => {
  const entry = { person: 'student:1907010216', by: 'system', role: 'system', action: 'test' }
  const once = { ...entry, why: '', before: {}, after: {} }
  const empty: Trail = { records: [], heads: [] }
  const { records, heads } = [0, 1, 2, 3].reduce((trail, n) => append(trail, once, n), empty)
  const faults = (left: AuditRecord[]) => verifyChain(left, heads[0], sha256)
  expect(faults(records.slice(1))).toEqual(['student:1907010216 的第 1 条记录不见了。'])
  expect(faults(records.slice(0, 2))).toEqual(['student:1907010216 的第 3 到 4 条记录不见了。'])
})

function failed(): never {
  throw new Error('no record there')
}
