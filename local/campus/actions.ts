import { dayOf } from '../../domain/calendar'
import { FEES, FEE_TEXTS, type Fact, type Facts } from '../../domain/student/facts'
import { SOURCES } from '../roster/facts'

/** Something that happens to a student in one of the simulated campus systems. */
export interface CampusAction {
  id: string
  label: string
  /** What the system says afterwards. */
  said: string
  facts: Facts
}

/**
 * What can happen to a student now, each with the facts as they are afterwards.
 * @param at instant of the new facts, ISO
 */
export function campusActions(facts: Facts, at: string): CampusAction[] {
  const said = <Value>(value: Value, source: string): Fact<Value> => ({ value, asOf: at, source })
  return [
    ...paymentActions(facts, said),
    ...returnActions(facts, said),
    ...cardActions(facts, said),
    ...dormActions(facts, said, dayOf(at)),
  ]
}

type Say = <Value>(value: Value, source: string) => Fact<Value>

function paymentActions(facts: Facts, said: Say): CampusAction[] {
  const arrears = facts.arrears?.value ?? []
  const owed = FEES.filter((fee) => arrears.some((entry) => entry.fee === fee && entry.owedFen > 0))
  return owed.map((fee) => ({
    id: `pay-${fee}`,
    label: `缴清${FEE_TEXTS[fee]}`,
    said: `财务系统：${FEE_TEXTS[fee]}已缴清`,
    facts: {
      ...facts,
      arrears: said(
        arrears.map((entry) => (entry.fee === fee ? { ...entry, owedFen: 0 } : entry)),
        SOURCES.finance,
      ),
    },
  }))
}

function returnActions(facts: Facts, said: Say): CampusAction[] {
  const loans = facts.loans?.value ?? []
  return loans.map(({ barcode, title }) => ({
    id: `return-${barcode}`,
    label: `归还《${title}》`,
    said: `图书馆系统：《${title}》已归还`,
    facts: {
      ...facts,
      loans: said(
        loans.filter((loan) => loan.barcode !== barcode),
        SOURCES.library,
      ),
    },
  }))
}

function cardActions(facts: Facts, said: Say): CampusAction[] {
  if (!facts.card?.value.balanceFen) return []
  return [
    {
      id: 'spend-card',
      label: '把一卡通余额用完',
      said: '一卡通系统：余额 0.00 元',
      facts: { ...facts, card: said({ balanceFen: 0 }, SOURCES.card) },
    },
  ]
}

function dormActions(facts: Facts, said: Say, today: string): CampusAction[] {
  const residence = facts.residence?.value
  if (!residence || residence.checkedOutOn) return []
  return [
    {
      id: 'check-out',
      label: '交还宿舍',
      said: '宿舍系统：已退宿',
      facts: {
        ...facts,
        residence: said({ ...residence, checkedOutOn: today }, SOURCES.dorm),
      },
    },
  ]
}
