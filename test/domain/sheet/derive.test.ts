import { deriveSheet } from '../../../domain/sheet/derive'
import type { RequestBriefs } from '../../../domain/procedures/request'
import type { SheetItem } from '../../../domain/sheet/sheet'
import type { Facts } from '../../../domain/student/facts'
import type { Trait } from '../../../domain/student/traits'
import { cohort2022 } from '../cohort2022'
import { clearedFacts, fact, finishedRequests, NOW, verifiedRequests } from './students'

function derive(traits: Trait[], facts: Facts, now = NOW, requests: RequestBriefs = {}) {
  const sheet = deriveSheet(cohort2022, { traits }, facts, requests, now)
  const items = sheet.steps.flatMap((step) => step.items)
  return {
    sheet,
    item(code: string): SheetItem {
      const found = items.find((candidate) => candidate.code === code)
      if (!found) throw new Error(`no item ${code}`)
      return found
    },
  }
}

/** The same for who has finished all that is filed for. */
const done = (traits: Trait[], facts: Facts) => derive(traits, facts, NOW, finishedRequests())

describe('grey', () => {
  test.each<[string, Trait, string]>([
    ['dorm', 'boarder', '没有住校'],
    ['league', 'leagueMember', '不是共青团员'],
    ['party', 'partyMember', '不是学生党员'],
    ['hukou', 'campusHukou', '户口不在学校'],
  ])('%s is for students with the trait %s only', (code, trait, reason) => {
    expect(derive([], {}).item(code)).toMatchObject({ status: 'exempt', reason, overdue: false })
    expect(derive([trait], {}).item(code).status).toBe('pending')
  })

  test('a student with no traits has exactly four grey items', () => {
    const { sheet } = derive([], clearedFacts())
    const grey = sheet.steps.flatMap(({ items }) => items.filter((i) => i.status === 'exempt'))
    expect(grey.map(({ code }) => code).sort()).toEqual(['dorm', 'hukou', 'league', 'party'])
  })

  test('who moved out of the dorm years ago still pays what was owed for it', () => {
    const facts = {
      ...clearedFacts(),
      arrears: fact([{ fee: 'lodging' as const, year: 2019, owedFen: 60000 }]),
    }
    expect(derive([], facts).item('lodging').status).toBe('pending')
  })
})

describe('fees', () => {
  test('one year owed is named with its year', () => {
    const facts = {
      arrears: fact([
        { fee: 'lodging' as const, year: 2021, owedFen: 0 },
        { fee: 'lodging' as const, year: 2020, owedFen: 120000 },
      ]),
    }
    expect(derive(['boarder'], facts).item('lodging')).toMatchObject({
      status: 'pending',
      turn: 'student',
      reason: '欠 2020–2021 学年住宿费 1,200.00 元',
      headline: '还欠 1,200.00 元',
      lines: [
        { label: '2020–2021 学年　住宿费', value: '1,200.00' },
        { label: '2021–2022 学年　住宿费', value: '0.00' },
      ],
      total: '1,200.00 元',
      next: '请在 6 月 15 日前缴清住宿费，还有 5 天。',
    })
  })

  test('prior years add up', () => {
    const facts = {
      arrears: fact([
        { fee: 'tuition' as const, year: 2019, owedFen: 100 },
        { fee: 'tuition' as const, year: 2020, owedFen: 520000 },
      ]),
    }
    expect(derive([], facts).item('tuition').reason).toBe('欠 2 个学年学费，共 5,201.00 元')
  })

  test('one fee does not colour another', () => {
    const facts = { arrears: fact([{ fee: 'insurance' as const, year: 2021, owedFen: 1 }]) }
    const { item } = derive([], facts)
    expect(item('insurance').status).toBe('pending')
    expect(item('tuition').status).toBe('done')
  })
})

describe('library, card and dorm', () => {
  test('books on loan are counted and listed by title and barcode', () => {
    const facts = {
      loans: fact([
        { barcode: 'N0412345', title: '数据结构' },
        { barcode: 'N0498765', title: '边城' },
      ]),
    }
    expect(derive([], facts).item('library')).toMatchObject({
      reason: '在借 2 本',
      headline: '还有 2 本书没还',
      lines: [
        { label: '数据结构', value: 'N0412345' },
        { label: '边城', value: 'N0498765' },
      ],
    })
  })

  test('a card with money on it can be refunded, an empty one is done', () => {
    expect(derive([], { card: fact({ balanceFen: 8640 }) }).item('card')).toMatchObject({
      status: 'pending',
      reason: '余额 86.40 元，可以退',
    })
    expect(derive([], { card: fact({ balanceFen: 0 }) }).item('card').status).toBe('done')
  })

  test('a boarder has checked out on the day the room was handed back', () => {
    const room = { building: '3 号楼', room: '412', bed: '2' }
    const living = { residence: fact({ ...room, checkedOutOn: null }) }
    const left = { residence: fact({ ...room, checkedOutOn: '2022-06-08' }) }
    expect(derive(['boarder'], living).item('dorm').reason).toBe('3 号楼 412 室 2 床，还没退宿')
    expect(derive(['boarder'], left).item('dorm')).toMatchObject({
      status: 'done',
      reason: '2022 年 6 月 8 日已退宿',
    })
  })
})

test('what no source has spoken about is never green and never the fault of the student', () => {
  const { sheet, item } = derive(['boarder'], {})
  for (const code of ['tuition', 'lodging', 'insurance', 'card', 'library', 'dorm']) {
    expect(item(code)).toMatchObject({ status: 'pending', turn: 'staff' })
    expect(item(code).reason).toMatch(/还没有传来$/)
  }
  expect(sheet.asOf).toBeNull()
})

describe('deadlines', () => {
  const owing = { arrears: fact([{ fee: 'tuition' as const, year: 2021, owedFen: 100 }]) }

  test.each([
    ['2022-06-10T09:00:00+08:00', 5, false, '请在 6 月 15 日前缴清学费，还有 5 天。'],
    ['2022-06-15T23:59:59+08:00', 0, false, '请在 6 月 15 日前缴清学费，今天截止。'],
    ['2022-06-16T00:00:00+08:00', -1, true, '应在 6 月 15 日前缴清学费，已逾期 1 天，请尽快办理。'],
  ])('at %s the fee has %i days left', (now, daysLeft, overdue, next) => {
    const tuition = derive([], owing, new Date(now)).item('tuition')
    expect(tuition).toMatchObject({ deadline: { daysLeft }, overdue, next })
  })

  test('what is done is never overdue', () => {
    const after = new Date('2022-08-01T09:00:00+08:00')
    expect(derive([], clearedFacts(), after).item('tuition').overdue).toBe(false)
  })

  test('a date that is still to be set says so in the words of the notice', () => {
    const archive = derive([], {}).item('archive')
    expect(archive.deadline).toEqual({ on: null, text: '具体时间待定', daysLeft: null })
    expect(archive.overdue).toBe(false)
  })
})

describe('学院核验', () => {
  test('opens when every ★ of 步骤1 is done or grey', () => {
    expect(done([], clearedFacts()).item('verification')).toMatchObject({
      status: 'pending',
      turn: 'staff',
      reason: '等学院核验',
    })
  })

  test('stays shut while one ★ is open, and says how many', () => {
    const facts = { ...clearedFacts(), loans: fact([{ barcode: 'N1', title: '边城' }]) }
    expect(done([], facts).item('verification')).toMatchObject({
      turn: 'later',
      headline: '还不能核验，前面还差 1 项',
    })
  })

  test('does not wait for what is not ★', () => {
    const facts = { ...clearedFacts(), card: fact({ balanceFen: 8640 }) }
    expect(done([], facts).item('verification').turn).toBe('staff')
  })
})

describe('the sheet as a whole', () => {
  test('one may leave when every ★ is done or grey, the verification included', () => {
    const facts = clearedFacts()
    expect(done([], facts).sheet.mayLeave).toBe(false)
    expect(derive([], facts, NOW, verifiedRequests()).sheet).toMatchObject({
      mayLeave: true,
      missing: 0,
      nearest: null,
      progress: { required: 6, done: 6 },
    })
  })

  test('missing comes first, then what waits, then done, then grey', () => {
    const facts = { ...clearedFacts(), loans: fact([{ barcode: 'N1', title: '边城' }]) }
    delete facts.card
    const [step] = done([], facts).sheet.steps
    expect(step?.items.map(({ code }) => code)).toEqual([
      'library',
      'card',
      'tuition',
      'lodging',
      'insurance',
      'archive',
      'league',
      'dorm',
      'party',
      'hukou',
    ])
  })

  test('the nearest deadline is that of the most urgent missing ★', () => {
    const facts: Facts = {
      ...clearedFacts(),
      loans: fact([{ barcode: 'N1', title: '边城' }]),
      arrears: fact([{ fee: 'lodging', year: 2020, owedFen: 120000 }]),
    }
    expect(derive([], facts).sheet.nearest).toEqual({
      code: 'lodging',
      title: '住宿费',
      daysLeft: 5,
    })
  })

  test('the data is as old as its oldest feed; what a person put on record does not age it', () => {
    const facts = clearedFacts()
    facts.card = { value: { balanceFen: 0 }, asOf: '2022-06-09T22:00:00Z', source: '一卡通系统' }
    facts.loans = { value: [], asOf: '2022-06-10T05:00:00+08:00', source: '图书馆系统' }
    expect(done([], facts).sheet.asOf).toBe('2022-06-10T05:00:00+08:00')
  })
})
