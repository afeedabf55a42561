import {
  dayOf,
  daysBetween,
  formatDay,
  formatFullDay,
  formatMoment,
  isDay,
  startOfDaySeconds,
} from '../../domain/calendar'

test('a day begins at midnight in Shanghai', () => {
  expect(dayOf('2022-06-14T15:59:59Z')).toBe('2022-06-14')
  expect(dayOf('2022-06-14T16:00:00Z')).toBe('2022-06-15')
})

test.each([
  ['2022-06-10', '2022-06-15', 5],
  ['2022-06-15', '2022-06-15', 0],
  ['2022-06-15', '2022-06-10', -5],
  ['2022-02-28', '2022-03-01', 1],
  ['2024-02-28', '2024-03-01', 2],
])('from %s to %s are %i days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days)
})

test.each(['2022-02-30', '2022-6-1', '6月22日', '', '2022-13-01'])('%p is not a day', (text) => {
  expect(isDay(text)).toBe(false)
})

test('days read as people write them', () => {
  expect(formatDay('2022-06-05')).toBe('6 月 5 日')
  expect(formatFullDay('2022-06-05')).toBe('2022 年 6 月 5 日')
})

test('a moment of today is a time, an earlier one has its day', () => {
  const now = '2022-06-10T09:00:00+08:00'
  expect(formatMoment('2022-06-10T00:05:00+08:00', now)).toBe('00:05')
  expect(formatMoment('2022-06-09T14:05:00+08:00', now)).toBe('6 月 9 日 14:05')
})

test('the start of a day for the calendar of the phone is midnight in Shanghai', () => {
  expect(new Date(startOfDaySeconds('2022-06-15') * 1000).toISOString()).toBe(
    '2022-06-14T16:00:00.000Z',
  )
})
