import type { Arrear, Fact, Facts, Loan, Residence } from '../../domain/student/facts'
import { FEES } from '../../domain/student/facts'
import type { Trait } from '../../domain/student/traits'
import type { Random } from './random'
import synthetic from './synthetic.json'

/** The systems and departments that say something of a student, as students read their names. */
export const SOURCES = {
  finance: '财务系统',
  card: '一卡通系统',
  library: '图书馆系统',
  dorm: '宿舍系统',
} as const

const COMPLETED_BY: Record<string, string> = {
  league: '校团委',
  archive: '招生就业处',
  party: '组织人事部',
  hukou: '后勤与安保处',
}

/**
 * All facts of one invented student.
 * @param diligence from 0 (nothing done yet) to 1 (everything done)
 */
export function inventFacts(
  random: Random,
  traits: readonly Trait[],
  diligence: number,
  asOf: string,
): Facts {
  const done = (): boolean => random.chance(diligence)
  const said = <Value>(value: Value, source: string): Fact<Value> => ({ value, asOf, source })
  const recorded = Object.entries(COMPLETED_BY).filter(() => done())
  // Only who has nothing left to do can have been verified.
  if (diligence === 1 && random.chance(0.5)) recorded.push(['verification', '二级学院'])
  return {
    arrears: said(inventArrears(random, done), SOURCES.finance),
    card: said({ balanceFen: done() ? 0 : 1 + random.below(20_000) }, SOURCES.card),
    loans: said(done() ? [] : inventLoans(random), SOURCES.library),
    ...(traits.includes('boarder') && {
      residence: said(inventResidence(random, done()), SOURCES.dorm),
    }),
    completions: Object.fromEntries(
      recorded.map(([code, by]) => [code, said({ on: '2022-06-09', note: '' }, by)]),
    ),
  }
}

function inventArrears(random: Random, paid: () => boolean): Arrear[] {
  const yearly = { tuition: 520_000, lodging: 120_000, insurance: 35_000 }
  return FEES.flatMap((fee) => {
    const settled = paid()
    return [2019, 2020, 2021].map((year) => ({
      fee,
      year,
      owedFen: settled || (year !== 2021 && random.chance(0.7)) ? 0 : yearly[fee],
    }))
  })
}

function inventLoans(random: Random): Loan[] {
  return Array.from({ length: 1 + random.below(4) }, () => ({
    barcode: `N${String(random.below(10_000_000)).padStart(7, '0')}`,
    title: random.pick(synthetic.books),
  }))
}

function inventResidence(random: Random, left: boolean): Residence {
  return {
    building: random.pick(synthetic.buildings),
    room: `${1 + random.below(6)}${String(1 + random.below(30)).padStart(2, '0')}`,
    bed: String(1 + random.below(4)),
    checkedOutOn: left ? '2022-06-08' : null,
  }
}
