import fc from 'fast-check'
import { ClearanceError } from '../../../domain/errors'
import { stateOf, transitionsFrom, type Actor } from '../../../domain/procedures/advance'
import { PROCEDURE_CODES } from '../../../domain/procedures/codes'
import {
  briefOf,
  standingSteps,
  TAKE_BACK,
  type ProcedureCode,
  type Request,
} from '../../../domain/procedures/request'
import { matterOf } from '../../../domain/procedures/matter'
import { itemOf } from '../../../domain/procedures/situation'
import { tableOf } from '../../../domain/procedures/tables'
import type { Transition } from '../../../domain/procedures/procedure'
import { actionsFor } from '../../../domain/procedures/view'
import { undo } from '../../../domain/procedures/undo'
import type { Cohort } from '../../../domain/cohort/schema'
import { withRegistered } from '../cohort2022'
import type { Facts } from '../../../domain/student/facts'
import type { Student } from '../../../domain/student/student'
import { clearedFacts, fact, finishedRequests } from '../sheet/students'
import {
  boarder,
  MORNING,
  STUDENT,
  Walk,
  cardForm,
  dormForm,
  inspection,
  refusal,
  staff,
} from './school'

/** A form that each transition accepts. */
const INPUTS: Record<string, unknown> = {
  'dormCheckout file': dormForm,
  'dormCheckout pass': inspection,
  'dormCheckout repair': inspection,
  'dormCheckout confirm': { name: '林知夏' },
  'cardRefund file': cardForm,
  'cardRefund export': { batch: 'PF220705-000000', amountFen: 8_640 },
  'feeQuestion file': { question: '2020 年的住宿费我交过了' },
  'bookLoss file': { barcode: 'N0412345', way: 'pay' },
  'bookLoss price': { price: 3_500 },
  'bookLoss nameEdition': { edition: '数据结构，严蔚敏，清华大学出版社，第 2 版' },
  'league file': { kind: 'school', organisation: '南京工程学院团委', applied: true },
  'party file': { organisation: '中共南京工程学院委员会', letterHead: '中共江苏省委教育工委' },
  'party register': { letterNo: '2022-0123', validUntil: '2022-09-10' },
  'archive file': {
    unit: '南京人才服务中心',
    address: '南京市玄武区北京东路 63 号',
    contact: '档案室',
    phone: '025-83151200',
    postCode: '210008',
  },
  'archive pack': { materials: ['transcript', 'registration'] },
  'archive post': { tracking: '1234567890123' },
  'hukou file': { destination: '江苏省南通市崇川区' },
  'hukou stay': { reason: '工作单位还没有落实' },
  'hukou sign': {
    read: true,
    name: '林知夏',
    signature: 'cloud://local/photos/aaaaaaaaaaaaaaaaaaaaaaaa.png',
  },
  'hukou declare': { movedOn: '2022-06-10' },
  'verification verifyConditionally': { condition: '补交体检表', until: '2022-07-01' },
}

/** Nobody's, with every trait that a procedure asks for. */
function graduate(code: ProcedureCode): Student {
  const { facts } = boarder()
  const loans = fact([{ barcode: 'N0412345', title: '数据结构' }])
  const ready: Facts = code === 'verification' ? clearedFacts() : {}
  return {
    ...boarder(),
    traits: ['boarder', 'leagueMember', 'partyMember', 'campusHukou'],
    facts: { ...facts, ...(code === 'bookLoss' && { loans }), ...ready },
    requests: code === 'verification' ? finishedRequests() : {},
  }
}

type Look = (way: Walk, before: Request | null, row: Transition, actor: Actor) => void

/**
 * Walks at random, sometimes by the wrong person, from a stale version, or back.
 * @param look is shown each step of a table right after it was taken
 */
function walk(code: ProcedureCode, choices: readonly number[], look?: Look): Request[] {
  const way = new Walk(code, graduate(code))
  way.cohort = withConditions()
  const table = tableOf(matterOf(itemOf(way.cohort, code)) ?? code)
  const seen: Request[] = []
  for (const choice of choices) {
    const rows = transitionsFrom(table, way.request)
    const row = rows[choice % rows.length]
    if (!row) break
    const role = row.by[choice % row.by.length] ?? 'student'
    const actor = role === 'student' ? STUDENT : staff(role)
    const before = way.request
    try {
      way.step(actor, row.name, {
        note: '原因',
        input: INPUTS[`${code} ${row.name}`],
        ...(row.through && { through: row.through }),
        ...(choice % 7 === 0 && { version: choice }),
      })
      if (row.name !== TAKE_BACK) look?.(way, before, row, actor)
      if (choice % 5 === 0 && way.request && row.undoable) {
        const { version } = way.request
        way.request = undo(table, way.request, version, actor, MORNING).request
      }
    } catch (error) {
      if (!(error instanceof ClearanceError)) throw error
      continue
    }
    if (way.request) seen.push(way.request)
  }
  return seen
}

/** Cohort 2022 with what an office registers, in a college that verifies conditionally. */
function withConditions(): Cohort {
  const items = withRegistered.items.map((item) =>
    item.rule.kind === 'verification'
      ? { ...item, rule: { ...item.rule, conditional: true } }
      : item,
  )
  return { ...withRegistered, items }
}

const choices = fc.array(fc.nat(10_000), { maxLength: 40 })

function holds(code: ProcedureCode, check: (steps: Request[]) => void): void {
  fc.assert(
    fc.property(choices, (chosen) => check(walk(code, chosen))),
    { numRuns: 150 },
  )
}

test.each(PROCEDURE_CODES)('the walks through %s come to all of its states', (code) => {
  const seen = new Set<string>()
  const lists = fc.sample(choices, { numRuns: 800, seed: 2022 })
  for (const chosen of lists) for (const { state } of walk(code, chosen)) seen.add(state)
  expect([...seen].sort()).toEqual(Object.keys(tableOf(code).states).sort())
})

describe.each(PROCEDURE_CODES)('any walk through %s', (code) => {
  const table = tableOf(code)
  const isDone = (state: string) => table.states[state]?.item?.status === 'done'

  test('keeps its number, grows by one version a step, and waits for whom the state says', () => {
    holds(code, (steps) => {
      for (const { _id, version, history, state, waitsFor } of steps) {
        expect(_id).toBe('TS220610-TEST00')
        expect(version).toBe(history.length)
        expect(waitsFor).toBe(stateOf(table, state).waitsFor)
      }
    })
  })

  test('leaves done only by a revocation with a name and a reason', () => {
    holds(code, (steps) => {
      for (const { history } of steps) {
        const leaving = history.filter(({ from, to }) => isDone(from) && !isDone(to))
        for (const { transition, note, name } of leaving) {
          expect(['revoke', 'takeBack']).toContain(transition)
          expect(note && name).toBeTruthy()
        }
      }
    })
  })

  test('has a history that joins up', () => {
    holds(code, (steps) => {
      for (const { history, state } of steps) {
        const joints = history.slice(1).map(({ from }, index) => [history[index]?.to, from])
        expect(joints.filter(([to, from]) => to !== from)).toEqual([])
        expect(history[history.length - 1]?.to).toBe(state)
      }
    })
  })
})

/** Rows whose way back is not by a reason of the same role: what was handed in, or is the bank's. */
const closed = ({ files, through, final }: Transition) => files ?? through ?? final

test.each(PROCEDURE_CODES)(
  'every decision in %s is taken back by its role, to the letter',
  (code) => {
    const table = tableOf(code)
    fc.assert(
      fc.property(choices, (chosen) => {
        walk(code, chosen, (way, before, row, actor) => {
          const after = way.request
          if (!before || !after || actor === STUDENT || closed(row)) return
          const names = actionsFor(table, after, actor.roles).map(({ name }) => name)
          if (names.includes('revoke')) return
          expect(names).toContain('takeBack')
          const refused = refusal(() => way.step(actor, 'takeBack', { note: ' ' }))
          expect(refused.fields).toEqual({ note: '请写明原因' })
          const back = way.step(actor, 'takeBack', { note: '点错了人' })
          const { version: _, history: __, ...stood } = before
          expect(back).toEqual({ ...stood, version: after.version + 1, history: back.history })
          way.request = after
          way.student.requests = { [code]: briefOf(after) }
        })
      }),
      { numRuns: 40 },
    )
  },
)

test('a room is never inspected before both approvals of what was filed last', () => {
  holds('dormCheckout', (requests) => {
    for (const { history, state } of requests) {
      if (!['inspection', 'repair', 'confirmation', 'done'].includes(state)) continue
      const steps = standingSteps(history)
      const filed = steps.map(({ transition }) => transition).lastIndexOf('file')
      const approvals = steps.slice(filed).filter(({ transition }) => transition === 'approve')
      expect(approvals.map(({ role }) => role)).toEqual(['counsellor', 'secretary'])
    }
  })
})

test('money is never paid without a batch', () => {
  holds('cardRefund', (steps) => {
    for (const request of steps) {
      if (request.procedure !== 'cardRefund' || !['exported', 'paid'].includes(request.state))
        continue
      expect(request.outcome.payout?.amountFen).toBe(8_640)
    }
  })
})
