/**
 * What other systems said about a student; what people decide is in requests. A fact is only ever replaced by a newer one;
 * nobody sets a status (`deriveSheet` does).
 */
export interface Fact<Value> {
  value: Value
  /** Instant at which the source said so, ISO. */
  asOf: string
  /** Who said so, as a student reads it: 财务系统. */
  source: string
}

export const FEES = ['tuition', 'lodging', 'insurance'] as const
export type Fee = (typeof FEES)[number]

export const FEE_TEXTS: Record<Fee, string> = {
  tuition: '学费',
  lodging: '住宿费',
  insurance: '大学生医保',
}

/** One fee of one school year; `owedFen` is 0 when it is paid. */
export interface Arrear {
  fee: Fee
  /** First calendar year of the school year: 2020 means 2020–2021. */
  year: number
  owedFen: number
}

export interface Card {
  balanceFen: number
}

export interface Loan {
  barcode: string
  title: string
}

/** A library card that the library has cancelled (借书证注销). */
export interface LibraryCard {
  /** YYYY-MM-DD, Asia/Shanghai. */
  cancelledOn: string
}

export interface Residence {
  building: string
  room: string
  bed: string
  /** Day the room was handed back, or null while the student still has it. */
  checkedOutOn: string | null
}

/** Everything known about one student. What no source has said yet is absent, and never counts as fine. */
export interface Facts {
  arrears?: Fact<Arrear[]>
  card?: Fact<Card>
  /** The card's balance in the report that refunds are paid by. */
  cardReport?: Fact<Card>
  loans?: Fact<Loan[]>
  libraryCard?: Fact<LibraryCard>
  residence?: Fact<Residence>
}

/**
 * The balance that is paid back: that of the report day, once the report is in, else the last that the
 * card system said.
 */
export function refundable({ cardReport, card }: Facts): Facts['card'] {
  return cardReport ?? card
}
