import type { Arrear, Card, Facts, Loan, Residence } from '../../domain/student/facts'

/** What the simulated systems of the campus hold of one student, each in its own books. */
export interface Holdings {
  finance: Arrear[]
  card: Card
  library: Loan[]
  dorm: Residence
}

/** The systems that answer for themselves. */
export const SYSTEMS = ['finance', 'card', 'library', 'dorm'] as const
export type System = (typeof SYSTEMS)[number]

/** The entry of a system's book for one student. */
export interface Entry<Of extends System = System> {
  /** Student number. */
  _id: string
  holding: Holdings[Of]
  /** Which change of the system this was, counted from 1; 0 for what was there from the beginning. */
  change: number
}

/** What the systems must have said for a student's facts to be as they are. */
export function holdingsOf({ arrears, card, loans, residence }: Facts): Partial<Holdings> {
  return {
    ...(arrears && { finance: arrears.value }),
    ...(card && { card: card.value }),
    ...(loans && { library: loans.value }),
    ...(residence && { dorm: residence.value }),
  }
}

type Records = Record<string, unknown>[]

const RECORDS: { [Of in System]: (holding: Holdings[Of]) => Records } = {
  finance: (arrears) => arrears.map((arrear) => ({ ...arrear })),
  card: (card) => [{ ...card }],
  library: (loans) => loans.map((loan) => ({ ...loan })),
  dorm: (residence) => [{ ...residence }],
}

/** A student's entry as the records that a system sends. */
export function recordsOf<Of extends System>(system: Of, { _id, holding }: Entry<Of>): Records {
  return RECORDS[system](holding).map((record) => ({ studentNo: _id, ...record }))
}
