import { ClearanceError } from '../../../domain/errors'
import { advance, type Actor, type Advanced, type Move } from '../../../domain/procedures/advance'
import type { ProcedureCode, Request } from '../../../domain/procedures/request'
import { briefOf } from '../../../domain/procedures/request'
import { situationOf } from '../../../domain/procedures/situation'
import { tableOf } from '../../../domain/procedures/tables'
import type { Role } from '../../../domain/roles/people'
import type { Student } from '../../../domain/student/student'
import { cohort2022 } from '../cohort2022'
import { clearedFacts, fact, student as someStudent } from '../sheet/students'

export const MORNING = new Date('2022-06-10T09:00:00+08:00')

/** A boarder with 86.40 yuan on the card and a bed in 3 号楼. */
export function boarder(): Student {
  return someStudent(['boarder'], {
    ...clearedFacts(),
    card: fact({ balanceFen: 8_640 }, '一卡通系统'),
    residence: fact({ building: '3 号楼', room: '412', bed: '2', checkedOutOn: null }, '宿舍系统'),
  })
}

export const STUDENT: Actor = { person: 'student:1907010216', name: '林知夏', roles: ['student'] }

export function staff(role: Role, name: string = role): Actor {
  return { person: `staff:${name}`, name, roles: [role] }
}

/** What a piece of work is refused with. @throws Error when it is not refused */
export function refusal(work: () => unknown): ClearanceError {
  try {
    work()
  } catch (error) {
    if (error instanceof ClearanceError) return error
    throw error
  }
  throw new Error('it was not refused')
}

export const dormForm = {
  leaveOn: '2022-06-18',
  slot: 'morning',
  keys: 2,
  phone: '13800000000',
  checklist: [
    { thing: '床', condition: 'good' },
    { thing: '桌', condition: 'damaged' },
  ],
  photos: [],
  remarks: '',
}

/** A debit card number of 中国农业银行 with a right check digit; it is nobody's. */
export const DEBIT_CARD = '6228480000000000000'

export const cardForm = {
  consent: true,
  holder: '林知夏',
  bank: '中国农业银行',
  cardNumber: DEBIT_CARD,
  phone: '13800000000',
}

export const inspection = {
  checklist: dormForm.checklist,
  damages: [{ thing: '桌', owedFen: 5_000, priceFen: 5_000, sharedBy: 1 }],
  keysReturned: 2,
  photos: [],
  remarks: '',
}

/** One student's way through one procedure, step by step. */
export class Walk {
  request: Request | null = null
  last: Advanced | null = null
  cohort = cohort2022

  constructor(
    readonly procedure: ProcedureCode,
    readonly student = boarder(),
  ) {}

  /** Takes a step from the version as it is, unless told otherwise. */
  step(actor: Actor, transition: string, move: Partial<Move> = {}, now: Date = MORNING): Request {
    const situation = situationOf(this.cohort, this.student, this.procedure, now)
    const version = this.request?.version ?? 0
    const whole = { transition, version, note: '', ...move }
    const table = tableOf(this.procedure)
    this.last = advance(table, situation, this.request, whole, actor, () => 'TS220610-TEST00')
    this.request = this.last.request
    this.student.requests = { ...this.student.requests, [this.procedure]: briefOf(this.request) }
    return this.request
  }
}
