import { sheetAnswer } from '../../../domain/sheet/answers'
import type { RequestBriefs } from '../../../domain/procedures/request'
import type { Facts } from '../../../domain/student/facts'
import type { Trait } from '../../../domain/student/traits'
import { toSheetView, type RowView } from '../../../miniprogram/pages/sheet/view'
import { cohort2022 } from '../../domain/cohort2022'
import { clearedFacts, fact, NOW, student, verifiedRequests } from '../../domain/sheet/students'

function view(traits: Trait[], facts: Facts, now = NOW, kept = false, requests?: RequestBriefs) {
  const whose = student(traits, facts, requests)
  const sheet = toSheetView(sheetAnswer(cohort2022, whose, now), kept)
  const rows = sheet.steps.flatMap((step) => step.rows)
  return {
    ...sheet,
    row(code: string): RowView {
      const found = rows.find((row) => row.code === code)
      if (!found) throw new Error(`no row ${code}`)
      return found
    },
  }
}

const owing: Facts = {
  ...clearedFacts(),
  arrears: fact([{ fee: 'lodging', year: 2020, owedFen: 120000 }]),
  loans: fact([
    { barcode: 'N1', title: '数据结构' },
    { barcode: 'N2', title: '边城' },
  ]),
}

test('the first line says how many are missing, by name', () => {
  expect(view(['boarder'], owing).headline).toBe('林知夏，还差 2 项')
})

test('with nothing missing it waits for the college, and verified one may leave', () => {
  expect(view([], clearedFacts()).headline).toBe('林知夏，等学院核验')
  expect(view([], clearedFacts(), NOW, false, verifiedRequests())).toMatchObject({
    headline: '林知夏，可以离校',
    mayLeave: true,
    countdown: null,
    percent: 100,
  })
})

test('data that has not come yet is nobody’s missing item', () => {
  const waiting = view([], { ...clearedFacts(), loans: undefined })
  expect(waiting.headline).toBe('林知夏，等各部门办理')
  expect(waiting.row('library')).toMatchObject({ tone: 'waiting', word: '等待中' })
})

test.each([
  ['2022-06-10T09:00:00+08:00', { number: '5', words: '天后住宿费截止', late: false }],
  ['2022-06-15T09:00:00+08:00', { number: '今天', words: '住宿费截止', late: false }],
  ['2022-06-18T09:00:00+08:00', { number: '3', words: '天前住宿费已截止', late: true }],
])('at %s the countdown is %p', (now, countdown) => {
  expect(view(['boarder'], owing, new Date(now)).countdown).toEqual(countdown)
})

test('a missing row says why and until when; after the deadline it says 逾期', () => {
  expect(view([], owing).row('lodging')).toMatchObject({
    tone: 'missing',
    dot: 'pending',
    word: '未办理',
    hint: '欠 2020–2021 学年住宿费 1,200.00 元',
    days: '还有 5 天',
    late: false,
    label: '住宿费，必办，未办理，欠 2020–2021 学年住宿费 1,200.00 元，还有 5 天',
  })
  expect(view([], owing, new Date('2022-06-18T09:00:00+08:00')).row('lodging')).toMatchObject({
    word: '逾期',
    hint: '欠 2020–2021 学年住宿费 1,200.00 元',
    days: '逾期 3 天',
    late: true,
  })
})

test('each tone has its dot and its word', () => {
  const sheet = view([], owing)
  const shown = ['tuition', 'dorm', 'verification'].map((code) => {
    const { tone, dot, word } = sheet.row(code)
    return [tone, dot, word]
  })
  expect(shown).toEqual([
    ['done', 'done', '已办理'],
    ['exempt', 'exempt', '无需办理'],
    ['later', 'exempt', '还不能办'],
  ])
})

test('the important notices of the day are one line, without those that are over', () => {
  expect(view([], owing).important).toBe(
    '6 月 15 日前缴清欠费；7 月 4 日起一卡通实体卡和虚拟卡停用',
  )
  const later = new Date('2022-06-16T09:00:00+08:00')
  expect(view([], owing, later).important).toBe('7 月 4 日起一卡通实体卡和虚拟卡停用')
})

test('the age of the data is its oldest feed; an old sheet says when it is from', () => {
  expect(view([], owing).asOf).toBe('数据截至 06:05')
  expect(view([], owing).keptNote).toBe('')
  expect(view([], owing, NOW, true).keptNote).toContain('6 月 10 日 09:00')
  expect(view([], {}).asOf).toBe('数据还没有传来')
})

test('the first sheet is at most 16 KB of setData', () => {
  const { row: _, ...data } = view(['boarder', 'leagueMember', 'partyMember', 'campusHukou'], owing)
  expect(Buffer.byteLength(JSON.stringify(data))).toBeLessThanOrEqual(16 * 1024)
})
