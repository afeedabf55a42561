import fc from 'fast-check'
import { addDays, isDay } from '../../../domain/calendar'
import { ALL_SEEN, copyForYear, stillUnseen } from '../../../domain/cohort/copy'
import { daysIn, textsIn, withLeaves } from '../../../domain/cohort/leaves'
import { parseCohort } from '../../../domain/cohort/parse'
import type { Cohort } from '../../../domain/cohort/schema'
import { cohort2022 } from '../cohort2022'

/** 2022 届 with all of its days moved and its texts ending in other words: still a cohort. */
const cohorts = fc
  .record({ moved: fc.integer({ min: -150, max: 200 }), words: fc.string({ maxLength: 20 }) })
  .map(({ moved, words }) => {
    const days = new Set(daysIn(cohort2022).map(({ path }) => path.join('.')))
    const texts = new Set(textsIn(cohort2022).map(({ path }) => path.join('.')))
    return parseCohort(
      withLeaves(cohort2022, ({ path, value }) => {
        if (days.has(path.join('.'))) return addDays(value, moved)
        return texts.has(path.join('.')) ? `${value}${words}。` : value
      }),
    )
  })

const years = fc.integer({ min: 2020, max: 2060 }).map(String)

test('a copy is a cohort, and nothing of the old year stands but in texts to be looked at', () => {
  fc.assert(
    fc.property(cohorts, years, (source, year) => {
      const { cohort, unseen } = copyForYear(source, year)
      expect(parseCohort(cohort)).toEqual(cohort)
      expect(cohort._id).toBe(year)
      if (year === '2022') return
      const byYears = Number(year) - 2022
      expect(daysIn(cohort).map(({ value }) => Number(value.slice(0, 4)))).toEqual(
        daysIn(source).map(({ value }) => Number(value.slice(0, 4)) + byYears),
      )
      const marked = unseen.texts.map(({ text }) => text)
      for (const { value } of textsIn(cohort)) {
        if (/(^|\D)2022(\D|$)/.test(value)) expect(marked).toContain(value)
      }
    }),
    { numRuns: 50 },
  )
})

test('each marked text tells how it stood, and stands in the copy', () => {
  const { cohort, unseen } = copyForYear(cohort2022, '2027')
  const there = (of: Cohort) => textsIn(of).map(({ value }) => value)
  for (const { text, was } of unseen.texts) {
    expect(there(cohort)).toContain(text)
    expect(there(cohort2022)).toContain(was)
  }
  expect(unseen.texts).toContainEqual({
    text: '关于做好 2027 届毕业生离校手续办理的通知',
    was: '关于做好 2022 届毕业生离校手续办理的通知',
  })
})

test('a document number keeps its year, for a person to correct', () => {
  const { unseen } = copyForYear(cohort2022, '2027')
  expect(unseen.texts.some(({ text }) => text.includes('〔2022〕7 号'))).toBe(true)
})

test('29 February becomes a day that exists', () => {
  const leap = withLeaves(cohort2022, ({ path, value }) =>
    path.join('.') === 'notice.issuedOn' ? '2024-02-29' : value,
  )
  const { cohort } = copyForYear(parseCohort(leap), '2027')
  expect(isDay(cohort.notice.issuedOn)).toBe(true)
})

test('the same year is taken as it is, with nothing to look at', () => {
  expect(copyForYear(cohort2022, '2022')).toEqual({ cohort: cohort2022, unseen: ALL_SEEN })
})

test('a text is looked at when it was sent, and forgotten when it is gone', () => {
  const { cohort, unseen } = copyForYear(cohort2022, '2027')
  const [first, second] = unseen.texts
  const without = withLeaves(cohort, ({ value }) =>
    value === second?.text ? '没有日期了' : value,
  ) as Cohort
  const left = stillUnseen(unseen, without, { texts: [first?.text ?? ''] })
  expect(left.texts).toEqual(unseen.texts.slice(2))
  expect(stillUnseen(unseen, cohort, { days: true, texts: [] })).toMatchObject({
    days: false,
    contacts: true,
  })
})
