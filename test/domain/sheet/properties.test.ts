import fc from 'fast-check'
import { deriveSheet } from '../../../domain/sheet/derive'
import type { ProcedureCode, RequestBriefs } from '../../../domain/procedures/request'
import { tableOf } from '../../../domain/procedures/tables'
import type { Facts } from '../../../domain/student/facts'
import { FEES } from '../../../domain/student/facts'
import { TRAITS } from '../../../domain/student/traits'
import { cohort2022 } from '../cohort2022'

const asOf = fc
  .date({ min: new Date('2022-05-01'), max: new Date('2022-07-31'), noInvalidDate: true })
  .map((date) => date.toISOString())

function factOf<Value>(value: fc.Arbitrary<Value>) {
  return fc.option(fc.record({ value, asOf, source: fc.constant('测试') }), { nil: undefined })
}

const facts = fc.record({
  arrears: factOf(
    fc.array(
      fc.record({
        fee: fc.constantFrom(...FEES),
        year: fc.integer({ min: 2019, max: 2021 }),
        owedFen: fc.nat(1_000_000),
      }),
    ),
  ),
  card: factOf(fc.record({ balanceFen: fc.nat(50_000) })),
  loans: factOf(fc.array(fc.record({ barcode: fc.string(), title: fc.string() }))),
  residence: factOf(
    fc.record({
      building: fc.constant('3 号楼'),
      room: fc.constant('412'),
      bed: fc.constant('2'),
      checkedOutOn: fc.constantFrom(null, '2022-06-08'),
    }),
  ),
}) as unknown as fc.Arbitrary<Facts>

/** Where each request stands, in any state of its table, or that nothing was filed. */
function briefsOf(code: ProcedureCode): fc.Arbitrary<RequestBriefs> {
  const brief = fc.record({
    id: fc.constant('X'),
    version: fc.nat(),
    since: asOf,
    note: fc.string(),
    state: fc.constantFrom(...Object.keys(tableOf(code).states)),
    by: fc.constantFrom('student' as const, 'archives' as const),
  })
  return fc.option(brief, { nil: undefined }).map((filed) => (filed ? { [code]: filed } : {}))
}

const FILED = ['league', 'archive', 'party', 'hukou', 'verification'] as const
const requests = fc
  .tuple(...FILED.map(briefsOf))
  .map((briefs): RequestBriefs => Object.assign({}, ...briefs) as RequestBriefs)

const traits = fc.subarray([...TRAITS])
const now = fc.date({
  min: new Date('2022-06-01'),
  max: new Date('2022-08-01'),
  noInvalidDate: true,
})

function holds(check: (sheet: ReturnType<typeof deriveSheet>, given: Facts) => void): void {
  fc.assert(
    fc.property(traits, facts, requests, now, (own, known, filed, at) => {
      check(deriveSheet(cohort2022, { traits: own }, known, filed, at), known)
    }),
    { numRuns: 300 },
  )
}

test('every item of the cohort stands on every sheet exactly once', () => {
  const codes = cohort2022.items.map(({ code }) => code).sort()
  holds((sheet) => {
    expect(sheet.steps.flatMap(({ items }) => items.map(({ code }) => code)).sort()).toEqual(codes)
  })
})

test('a pending item says whose turn it is and what is next; no other does', () => {
  holds((sheet) => {
    for (const item of sheet.steps.flatMap(({ items }) => items)) {
      expect(item.turn !== undefined).toBe(item.status === 'pending')
      expect(item.next !== undefined).toBe(item.status === 'pending')
      expect(item.reason.length).toBeGreaterThan(0)
    }
  })
})

test('one may leave exactly when no ★ is pending', () => {
  holds((sheet) => {
    const items = sheet.steps.flatMap((step) => step.items)
    const open = items.filter((item) => item.required && item.status === 'pending')
    expect(sheet.mayLeave).toBe(open.length === 0)
    expect(sheet.progress.required - sheet.progress.done).toBe(open.length)
    expect(sheet.missing).toBeLessThanOrEqual(open.length)
  })
})

test('money owed is never green', () => {
  holds((sheet, known) => {
    for (const arrear of known.arrears?.value ?? []) {
      const item = sheet.steps.flatMap(({ items }) => items).find(({ code }) => code === arrear.fee)
      if (arrear.owedFen > 0) expect(item?.status).toBe('pending')
    }
  })
})

test('time alone changes no status', () => {
  fc.assert(
    fc.property(traits, facts, requests, now, now, (own, known, filed, one, other) => {
      const statuses = [one, other].map((at) =>
        deriveSheet(cohort2022, { traits: own }, known, filed, at).steps.flatMap(({ items }) =>
          items.map(({ code, status }) => `${code} ${status}`),
        ),
      )
      expect(statuses[0]).toEqual(statuses[1])
    }),
  )
})

test('facts are not changed by being read', () => {
  fc.assert(
    fc.property(traits, facts, now, (own, known, at) => {
      const before = structuredClone(known)
      deriveSheet(cohort2022, { traits: own }, known, {}, at)
      expect(known).toEqual(before)
    }),
  )
})
