import fc from 'fast-check'
import { brakeReasons, USUAL_LIMITS } from '../../../domain/feeds/brake'

type Weighed = Parameters<typeof brakeReasons>[0]

const AS_OF = '2022-06-10T09:00:00+08:00'
const usual: Weighed = {
  ...{ source: 'finance', mode: 'snapshot', asOf: AS_OF },
  ...{ named: 100, nameless: 0, cleared: 0, open: 100 },
}
const known = { asOf: '2022-06-10T08:00:00+08:00', named: 100, brake: USUAL_LIMITS }

test.each<[string, Partial<Weighed>, string[]]>([
  ['the usual', {}, []],
  ['a fifth fewer', { named: 80 }, []],
  [
    'more than a fifth fewer',
    { named: 79 },
    ['上次有 100 名学生，这次只有 79 名，少了 21%，超过 20%。'],
  ],
  ['none', { named: 0, cleared: 100 }, ['这份数据里没有名单上的任何一名学生。']],
  ['30 of 100 clear up', { cleared: 30 }, []],
  [
    '31 of 100 clear up',
    { cleared: 31 },
    ['「欠费」没办完的有 100 人，这次一下子办完 31 人，占 31%，超过 30%。'],
  ],
  ['few clear up', { cleared: 9, open: 9 }, []],
  [
    'an older one',
    { asOf: '2022-06-10T07:59:00+08:00' },
    ['这份数据是 6 月 10 日 07:59 的，比已经有的（6 月 10 日 08:00）还旧。'],
  ],
  ['the same instant again', { asOf: '2022-06-10T00:00:00.000Z' }, []],
  [
    'rows of nobody where being absent says something',
    { nameless: 2 },
    ['有 2 行看不出是谁的，采用以后这些学生会被当作不在表里。'],
  ],
  ['rows of nobody where it does not', { source: 'card', nameless: 2 }, []],
  ['an empty delta', { mode: 'delta', named: 0 }, []],
  ['a delta that clears many', { mode: 'delta', named: 40, cleared: 40 }, [expect.any(String)]],
  ['a late delta', { mode: 'delta', asOf: '2022-06-09T00:00:00Z', named: 1 }, []],
])('%s', (_, changes, reasons) => {
  expect(brakeReasons({ ...usual, ...changes }, known)).toEqual(reasons)
})

test('the first snapshot of all is taken, unless it is empty', () => {
  const first = { asOf: null, named: 0, brake: USUAL_LIMITS }
  expect(brakeReasons({ ...usual, open: 0 }, first)).toEqual([])
  expect(brakeReasons({ ...usual, open: 0, named: 0 }, first)).toHaveLength(1)
})

const count = fc.nat({ max: 30_000 })
const percent = fc.integer({ min: 1, max: 100 })
const run = fc.record({
  ...{ source: fc.constantFrom('finance' as const, 'library' as const, 'dorm' as const) },
  ...{ mode: fc.constantFrom('snapshot' as const, 'delta' as const), asOf: fc.constant(AS_OF) },
  ...{ named: count, nameless: count, cleared: count, open: count },
})
const feed = fc.record({
  asOf: fc.constantFrom(null, '2022-06-10T08:00:00+08:00', '2022-06-10T10:00:00+08:00'),
  named: count,
  brake: fc.record({ shrink: percent, clear: percent }),
})

test('whatever comes, no snapshot that is empty, old or clears too much gets through', () => {
  fc.assert(
    fc.property(run, feed, (weighed, before) => {
      const { mode, named, cleared, open } = weighed
      if (brakeReasons(weighed, before).length > 0) return
      const most = Math.max(open, cleared) * before.brake.clear
      if (cleared >= 10) expect(cleared * 100).toBeLessThanOrEqual(most)
      if (mode === 'delta') return
      expect(named).toBeGreaterThan(0)
      expect(before.asOf).not.toBe('2022-06-10T10:00:00+08:00')
      if (before.named >= 10) {
        const fewer = before.named - named
        expect(fewer * 100).toBeLessThanOrEqual(before.named * before.brake.shrink)
      }
    }),
  )
})

test('looser limits never hold what stricter ones let through', () => {
  fc.assert(
    fc.property(run, feed, percent, (weighed, before, more) => {
      const { shrink, clear } = before.brake
      const brake = { shrink: shrink + more, clear: clear + more }
      const loose = brakeReasons(weighed, { ...before, brake }).length
      expect(loose).toBeLessThanOrEqual(brakeReasons(weighed, before).length)
    }),
  )
})

test('every reason is a sentence', () => {
  fc.assert(
    fc.property(run, feed, (weighed, before) => {
      for (const reason of brakeReasons(weighed, before)) {
        expect(reason).toMatch(/。$/)
        expect(reason).not.toMatch(/NaN|Infinity|undefined|null/)
      }
    }),
  )
})
