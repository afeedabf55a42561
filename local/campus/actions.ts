import { FEES, FEE_TEXTS } from '../../domain/student/facts'
import type { Holdings } from './holdings'

/** Something that happens to a student in one of the simulated campus systems. */
export interface CampusAction {
  id: string
  label: string
  /** What the system says afterwards. */
  said: string
  /** What it holds afterwards. */
  holding: Partial<Holdings>
}

/**
 * What can happen to a student now.
 * @param today YYYY-MM-DD
 */
export function campusActions(holdings: Partial<Holdings>, today: string): CampusAction[] {
  return [
    ...paymentActions(holdings),
    ...returnActions(holdings),
    ...cardActions(holdings),
    ...dormActions(holdings, today),
  ]
}

function paymentActions({ finance = [] }: Partial<Holdings>): CampusAction[] {
  const owed = FEES.filter((fee) => finance.some((entry) => entry.fee === fee && entry.owedFen > 0))
  return owed.map((fee) => ({
    id: `pay-${fee}`,
    label: `缴清${FEE_TEXTS[fee]}`,
    said: `财务系统：${FEE_TEXTS[fee]}已缴清`,
    holding: {
      finance: finance.map((entry) => (entry.fee === fee ? { ...entry, owedFen: 0 } : entry)),
    },
  }))
}

function returnActions({ library = [] }: Partial<Holdings>): CampusAction[] {
  return library.map(({ barcode, title }) => ({
    id: `return-${barcode}`,
    label: `归还《${title}》`,
    said: `图书馆系统：《${title}》已归还`,
    holding: { library: library.filter((loan) => loan.barcode !== barcode) },
  }))
}

function cardActions({ card }: Partial<Holdings>): CampusAction[] {
  if (!card?.balanceFen) return []
  return [
    {
      id: 'spend-card',
      label: '把一卡通余额用完',
      said: '一卡通系统：余额 0.00 元',
      holding: { card: { balanceFen: 0 } },
    },
  ]
}

function dormActions({ dorm }: Partial<Holdings>, today: string): CampusAction[] {
  if (!dorm || dorm.checkedOutOn) return []
  return [
    {
      id: 'check-out',
      label: '交还宿舍',
      said: '宿舍系统：已退宿',
      holding: { dorm: { ...dorm, checkedOutOn: today } },
    },
  ]
}
