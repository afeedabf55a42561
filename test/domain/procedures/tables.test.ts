import { PROCEDURE_CODES } from '../../../domain/procedures/codes'
import type { Procedure } from '../../../domain/procedures/procedure'
import { tableOf } from '../../../domain/procedures/tables'
import { ROLE_NAMES } from '../../../domain/roles/people'
import { pageOf } from '../../../domain/procedures/tables'
import { matterOf } from '../../../domain/procedures/matter'
import { withRegistered } from '../cohort2022'

/** The states that can be come to from one, itself included. */
function reachable(table: Procedure, start: string): Set<string> {
  const seen = new Set([start])
  for (let grown = true; grown;) {
    const next = table.transitions
      .filter(({ from, to }) => from.some((state) => seen.has(state)) && !seen.has(to))
      .map(({ to }) => to)
    for (const state of next) seen.add(state)
    grown = next.length > 0
  }
  return seen
}

describe.each(PROCEDURE_CODES)('the table of %s', (code) => {
  const table = tableOf(code)
  const names = Object.keys(table.states)
  const isDone = (name: string) => table.states[name]?.item?.status === 'done'
  // What moves no item by itself is over when it waits for nobody any more.
  const isOver = (name: string) => table.states[name]?.waitsFor === 'nobody' && name !== 'withdrawn'
  const finished = names.filter(names.some(isDone) ? isDone : isOver)

  test('names its procedure, a page and an item of the cohort', () => {
    expect(table.code).toBe(code)
    const matters = withRegistered.items.flatMap((item) => matterOf(item) ?? [])
    const own = matters.filter(({ procedure }) => procedure === code)
    expect(own).not.toHaveLength(0)
    const page = code === 'register' ? /^\/pages\/item\// : /^\/packages\/requests\/pages\//
    for (const matter of own) expect(pageOf(matter)).toMatch(page)
  })

  test('leads between states that it has', () => {
    const used = table.transitions.flatMap(({ from, to }) => [...from, to])
    expect(used.filter((name) => name !== 'none' && !names.includes(name))).toEqual([])
    const said = table.way.map(({ state }) => state)
    const back = Object.values(table.states).flatMap(({ backTo }) => backTo ?? [])
    expect([...said, ...back].filter((name) => !names.includes(name))).toEqual([])
  })

  test('can come to every state from nothing', () => {
    expect(names.filter((name) => !reachable(table, 'none').has(name))).toEqual([])
  })

  test('has no trap: from every state it can still be finished', () => {
    const trapped = names.filter((name) => !finished.some((end) => reachable(table, name).has(end)))
    expect(trapped).toEqual([])
  })

  test('lets somebody do every transition, and only roles that there are', () => {
    const nobodys = table.transitions.filter(({ by }) => by.length === 0)
    expect(nobodys).toEqual([])
    const roles = table.transitions.flatMap(({ by }) => by)
    expect(roles.filter((role) => !(role in ROLE_NAMES))).toEqual([])
  })

  test('has one row for a transition from a state', () => {
    const keys = table.transitions.flatMap(({ name, from }) => from.map((at) => `${name} ${at}`))
    expect(keys).toEqual([...new Set(keys)])
  })

  test('makes whoever a state waits for able to move it', () => {
    const stuck = names.filter((name) => {
      const { waitsFor } = table.states[name] ?? { waitsFor: 'nobody' as const }
      if (waitsFor === 'nobody') return false
      return !table.transitions.some(({ from, by }) => from.includes(name) && by.includes(waitsFor))
    })
    expect(stuck).toEqual([])
  })

  test('lets whoever it waits for among the staff send it back, or say what has to be put right', () => {
    const stuck = names.filter((name) => {
      const { waitsFor } = table.states[name] ?? { waitsFor: 'nobody' as const }
      if (waitsFor === 'nobody' || waitsFor === 'student') return false
      const rows = table.transitions.filter(
        ({ from, by }) => from.includes(name) && by.includes(waitsFor),
      )
      return !rows.some(({ tone, note }) => tone === 'danger' || note === 'required')
    })
    expect(stuck).toEqual([])
  })

  test('undoes a finished request only with a reason', () => {
    const undoing = table.transitions.filter(
      ({ from, to }) => from.some(isDone) && !isDone(to) && !from.includes('none'),
    )
    expect(undoing.map(({ name, note }) => [name, note])).toEqual(
      undoing.map(() => ['revoke', 'required']),
    )
  })
})
