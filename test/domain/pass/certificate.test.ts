import { paperOf } from '../../../domain/pass/certificate'
import { standingOf } from '../../../domain/pass/pass'
import type { RequestBriefs } from '../../../domain/procedures/request'
import { cohort2022 } from '../cohort2022'
import { clearedFacts, fact, NOW, student } from '../sheet/students'

const brief = { id: 'X', version: 4, since: '2022-06-10T08:40:00+08:00', note: '' }

const requests: RequestBriefs = {
  archive: { ...brief, state: 'done', by: 'archives' },
  dormCheckout: { ...brief, state: 'done', by: 'student' },
  verification: { ...brief, state: 'verified', by: 'counsellor' },
}

/** Somebody whose room the dorm system still counts as theirs, and who has done everything here. */
function leaver() {
  const room = { building: '3 号楼', room: '412', bed: '2', checkedOutOn: null }
  const facts = { ...clearedFacts(), residence: fact(room, '宿舍系统') }
  return student(['boarder'], facts, requests)
}

const basisOf = (title: string) =>
  paperOf(cohort2022, leaver(), NOW).items.find((item) => item.title === title)?.basis

test('a finished item is printed with who put it on record and the day', () => {
  expect(basisOf('档案派遣')).toBe('招生就业处登记，2022 年 6 月 10 日')
  expect(basisOf('学院核验')).toBe('辅导员登记，2022 年 6 月 10 日')
})

test('a check-out that the student confirmed does not carry the day of the dorm’s data', () => {
  expect(basisOf('退宿')).toBe('本人登记，2022 年 6 月 10 日')
})

test('an item that a system answers for is printed with the system and the day of its data', () => {
  expect(basisOf('图书归还')).toBe('测试，2022 年 6 月 10 日')
})

test('what is grey has nobody who put it on record', () => {
  const grey = paperOf(cohort2022, leaver(), NOW).items.filter(({ state }) => state === '无需办理')
  expect(grey.map(({ basis }) => basis)).toEqual(['', '', ''])
})

test('when everything was done is the last entry that a person made', () => {
  expect(standingOf(cohort2022, leaver(), NOW)).toMatchObject({
    mayLeave: true,
    missing: [],
    doneAt: brief.since,
  })
})
