import type { Arrear, Fact, Facts, Loan, Residence } from '../../domain/student/facts'
import { FEES } from '../../domain/student/facts'
import type { Trait } from '../../domain/student/traits'
import type { FinishedCode } from './finished'
import type { Random } from './random'
import synthetic from './synthetic.json'

/** The systems and departments that say something of a student, as students read their names. */
export const SOURCES = {
  finance: '财务系统',
  card: '一卡通系统',
  library: '图书馆系统',
  dorm: '宿舍系统',
} as const

/** What is finished by requests, with the trait of those whom it is for. */
const ASKED_OF: [code: FinishedCode, trait?: Trait][] = [
  ['league', 'leagueMember'],
  ['archive'],
  ['party', 'partyMember'],
  ['hukou', 'campusHukou'],
]

/**
 * All facts of one invented student, and what they have finished besides.
 * @param diligence from 0 (nothing done yet) to 1 (everything done)
 */
export function inventFacts(
  random: Random,
  traits: readonly Trait[],
  diligence: number,
  asOf: string,
): { facts: Facts; finished: FinishedCode[] } {
  const done = (): boolean => random.chance(diligence)
  const said = <Value>(value: Value, source: string): Fact<Value> => ({ value, asOf, source })
  const asked = ASKED_OF.filter(() => done())
  const finished = asked.flatMap(([code, trait]) => (!trait || traits.includes(trait) ? code : []))
  // Only who has nothing left to do can have been verified.
  if (diligence === 1 && random.chance(0.5)) finished.push('verification')
  const facts: Facts = {
    arrears: said(inventArrears(random, done), SOURCES.finance),
    card: said({ balanceFen: done() ? 0 : 1 + random.below(20_000) }, SOURCES.card),
    loans: said(done() ? [] : inventLoans(random), SOURCES.library),
    ...(traits.includes('boarder') && {
      residence: said(inventResidence(random, done()), SOURCES.dorm),
    }),
  }
  return { facts, finished }
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
