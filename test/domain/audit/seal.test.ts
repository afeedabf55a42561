import fc from 'fast-check'
import { sha256 } from '../../../cloudfunctions/shared/sha256'
import { headOf } from '../../../domain/audit/chain'
import type { AuditRecord, Seal } from '../../../domain/audit/record'
import { sealOf, verifySeals } from '../../../domain/audit/seal'
import { append, instant, stored, trails, type Trail } from './trails'

/** A trail of several persons, sealed when half of it was written and again at its end. */
const sealedTrail = trails(4, 2).map(({ records, heads }) => {
  const half = records.slice(0, Math.ceil(records.length / 2))
  const first = sealOf(headsOf(half), '2022-06-11', instant(half.length - 1), null, sha256)
  const second = sealOf(heads, '2022-06-12', instant(records.length - 1), first, sha256)
  return { records, heads, seals: [first, second] }
})

function headsOf(records: readonly AuditRecord[]) {
  return [...new Map(records.map((record) => [record.person, headOf(record)])).values()]
}

test('an untouched trail is whole under its seals, also when more is written after', () => {
  fc.assert(
    fc.property(sealedTrail, ({ records, heads, seals }) => {
      const trail: Trail = { records, heads }
      const later = append(trail, records[0] ?? failed(), records.length + 1)
      expect(verifySeals(seals.map(stored), later.records.map(stored), sha256)).toEqual([])
    }),
  )
})

test('a tail that was cut together with its head is found', () => {
  fc.assert(
    fc.property(sealedTrail, fc.nat(), ({ records, seals }, choice) => {
      const cut = records[choice % records.length] ?? failed()
      const left = records.filter(({ person, seq }) => person !== cut.person || seq < cut.seq)
      expect(verifySeals(seals, left, sha256)).not.toEqual([])
    }),
  )
})

test('a person added behind a seal is found', () => {
  fc.assert(
    fc.property(sealedTrail, ({ records, heads, seals }) => {
      const entry = { ...(records[0] ?? failed()), person: 'student:1999999999' }
      const forged = append({ records, heads }, entry, 0)
      expect(verifySeals(seals, forged.records, sha256)).not.toEqual([])
    }),
  )
})

const changes: ((seal: Seal) => Seal)[] = [
  (seal) => ({ ...seal, _id: '2022-06-30' }),
  (seal) => ({ ...seal, at: instant(99) }),
  (seal) => ({ ...seal, chains: seal.chains + 1 }),
  (seal) => ({ ...seal, root: sha256('') }),
  (seal) => ({ ...seal, previous: sha256('') }),
  (seal) => ({ ...seal, hash: sha256('') }),
]

test('a changed seal is found, whichever field it is', () => {
  fc.assert(
    fc.property(
      sealedTrail,
      fc.constantFrom(...changes),
      fc.nat(1),
      ({ records, seals }, change, place) => {
        const changed = seals.with(place, change(seals[place] ?? failed()))
        expect(verifySeals(changed, records, sha256)).not.toEqual([])
      },
    ),
  )
})

test('a removed seal is found by the one after it', () => {
  fc.assert(
    fc.property(sealedTrail, ({ records, seals }) => {
      expect(verifySeals(seals.slice(1), records, sha256)).not.toEqual([])
    }),
  )
})

function failed(): never {
  throw new Error('no record there')
}
