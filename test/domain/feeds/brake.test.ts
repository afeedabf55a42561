import fc from 'fast-check'
import { brakeReasons, USUAL_LIMITS } from '../../../domain/feeds/brake'
import type { Feed } from '../../../domain/feeds/feed'

type Weighed = Parameters<typeof brakeReasons>[0]

const AS_OF = '2022-06-10T09:00:00+08:00'
const NOW = new Date('2022-06-10T09:05:00+08:00')
const usual: Weighed = {
  source: 'finance',
  mode: 'snapshot',
  asOf: AS_OF,
  cohort: '2022',
  named: 100,
  nameless: 0,
  cleared: 0,
  silent: 0,
  open: 100,
}
const spoken = (asOf: string, named: number): Feed['cohorts'] => ({
  2022: { asOf, named, open: 100, spoiled: [] },
})
const known = {
  cohorts: spoken('2022-06-10T08:00:00+08:00', 100),
  brake: USUAL_LIMITS,
  cleared: [],
}

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
  [
    '10 turn green of whom it has never spoken',
    { cleared: 10, silent: 10 },
    ['有 10 名学生财务系统从来没有说到过，这次也没有，采用以后会当作没有要办的。'],
  ],
  ['a late newcomer', { cleared: 1, silent: 1 }, []],
  ['a late delta', { mode: 'delta', asOf: '2022-06-09T00:00:00Z', named: 1 }, []],
])('%s', (_, changes, reasons) => {
  expect(brakeReasons({ ...usual, ...changes }, known, NOW)).toEqual(reasons)
})

test('the first snapshot of a cohort is held where silence says that nothing is open', () => {
  const first = { ...known, cohorts: {} }
  expect(brakeReasons({ ...usual, open: 0, named: 1 }, first, NOW)).toEqual([
    '这是财务系统第一次传来 2022 届全部学生的数据，里面有 1 人，其余的人会当作没有要办的。',
  ])
  expect(brakeReasons({ ...usual, open: 0, named: 0 }, first, NOW)).toHaveLength(1)
  expect(brakeReasons({ ...usual, cohort: '2023' }, known, NOW)).toHaveLength(1)
  for (const source of ['card', 'dorm', 'roster'] as const) {
    expect(brakeReasons({ ...usual, source }, first, NOW)).toEqual([])
  }
  expect(brakeReasons({ ...usual, mode: 'delta' }, first, NOW)).toEqual([])
})

test('small steps are added up for an hour, and whoever brings only bad news is let through', () => {
  const step = (at: string) => ({ at: `2022-06-10T${at}:00+08:00`, count: 8 })
  const delta: Weighed = { ...usual, mode: 'delta', named: 8, cleared: 8, open: 24 }
  const lately = { ...known, cleared: [step('08:00'), step('08:30'), step('08:45')] }
  expect(brakeReasons(delta, lately, NOW)).toEqual([
    '「欠费」没办完的有 40 人，一小时里一共办完 24 人，占 60%，超过 30%。',
  ])
  expect(brakeReasons({ ...delta, cleared: 0 }, lately, NOW)).toEqual([])
  expect(brakeReasons(delta, lately, new Date('2022-06-10T09:45:00+08:00'))).toEqual([])
})

const count = fc.nat({ max: 30_000 })
const percent = fc.integer({ min: 1, max: 100 })
const run = fc.record({
  source: fc.constantFrom('finance' as const, 'library' as const, 'dorm' as const),
  mode: fc.constantFrom('snapshot' as const, 'delta' as const),
  asOf: fc.constant(AS_OF),
  named: count,
  nameless: count,
  cleared: count,
  silent: count,
  open: count,
  cohort: fc.constantFrom('2022', '2023'),
})
const LATER = '2022-06-10T10:00:00+08:00'
const feed = fc.record({
  cohorts: fc.oneof(
    fc.constant<Feed['cohorts']>({}),
    fc.tuple(fc.constantFrom('2022-06-10T08:00:00+08:00', LATER), count).map((of) => spoken(...of)),
  ),
  brake: fc.record({ shrink: percent, clear: percent }),
  cleared: fc.array(fc.record({ at: fc.constant(AS_OF), count }), { maxLength: 3 }),
})

test('whatever comes, no snapshot that is empty, old or clears too much gets through', () => {
  fc.assert(
    fc.property(run, feed, (weighed, before) => {
      const { mode, named, cleared, silent, open } = weighed
      if (brakeReasons(weighed, before, NOW).length > 0) return
      const most = Math.max(open + silent, cleared) * before.brake.clear
      if (cleared >= 10 && before.cleared.length === 0) {
        expect(cleared * 100).toBeLessThanOrEqual(most)
      }
      if (mode === 'delta') return
      expect(named).toBeGreaterThan(0)
      const spokenOf = before.cohorts[weighed.cohort]
      if (weighed.source !== 'dorm') expect(spokenOf).toBeDefined()
      expect(spokenOf?.asOf).not.toBe(LATER)
      const fewer = (spokenOf?.named ?? 0) - named
      if (fewer + named < 10) return
      expect(fewer * 100).toBeLessThanOrEqual((fewer + named) * before.brake.shrink)
    }),
  )
})

test('looser limits never hold what stricter ones let through', () => {
  fc.assert(
    fc.property(run, feed, percent, (weighed, before, more) => {
      const { shrink, clear } = before.brake
      const brake = { shrink: shrink + more, clear: clear + more }
      const loose = brakeReasons(weighed, { ...before, brake }, NOW).length
      expect(loose).toBeLessThanOrEqual(brakeReasons(weighed, before, NOW).length)
    }),
  )
})

test('every reason is a sentence', () => {
  fc.assert(
    fc.property(run, feed, (weighed, before) => {
      for (const reason of brakeReasons(weighed, before, NOW)) {
        expect(reason).toMatch(/。$/)
        expect(reason).not.toMatch(/NaN|Infinity|undefined|null/)
      }
    }),
  )
})
