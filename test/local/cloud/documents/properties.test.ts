import { rmSync } from 'node:fs'
import fc from 'fast-check'
import { Database } from '../../../../local/cloud/documents/database'
import { Journal } from '../../../../local/cloud/documents/journal'
import { find, insert, put, remove, update } from '../../../../local/cloud/documents/session'
import { Transactions } from '../../../../local/cloud/documents/transactions'
import { emptyFolder } from '../laboratory'

interface Thing {
  _id: string
  n: number
  code?: string
}

let folder: string
let database: Database
const open = () => (database = new Database(new Journal(folder)))
const reopen = () => {
  database.journal.close()
  open()
}
beforeEach(() => {
  folder = emptyFolder()
  open()
})
afterEach(() => {
  database.journal.close()
  rmSync(folder, { recursive: true })
})

describe('random operations', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const numbers = fc.integer({ min: -2, max: 2 })
  const codes = fc.constantFrom('x', 'y', undefined)
  const things = fc
    .record({ _id: ids, n: numbers, code: codes })
    .map(({ code, ...thing }): Thing => (code ? { ...thing, code } : thing))

  /** An operation on the cloud's documents, and the same on a plain map. Both answer what they did. */
  interface Operation {
    name: string
    real: () => unknown
    model: (map: Map<string, Thing>) => unknown
  }

  const refused = 'refused'
  const attempt = (work: () => unknown) => {
    try {
      return work()
    } catch {
      return refused
    }
  }
  const clashes = (map: Map<string, Thing>) => {
    const codes = [...map.values()].flatMap(({ code }) => code ?? [])
    return new Set(codes).size < codes.length
  }
  /** Changes the map unless that would repeat a code. */
  const change = (map: Map<string, Thing>, work: (next: Map<string, Thing>) => unknown) => {
    const next = new Map([...map].map(([id, thing]) => [id, { ...thing }]))
    const answer = work(next)
    if (clashes(next)) return refused
    map.clear()
    for (const [id, thing] of next) map.set(id, thing)
    return answer
  }

  const operations: fc.Arbitrary<Operation> = fc.oneof(
    fc.array(things, { minLength: 1, maxLength: 3 }).map((list) => ({
      name: `insert ${JSON.stringify(list)}`,
      real: () => attempt(() => insert(database, 'things', [...list.map((t) => ({ ...t }))])),
      model: (map: Map<string, Thing>) =>
        list.some(({ _id }, i) => map.has(_id) || list.findIndex((t) => t._id === _id) < i)
          ? refused
          : change(map, (next) =>
              list.map((thing) => {
                next.set(thing._id, thing)
                return thing._id
              }),
            ),
    })),
    things.map((thing) => ({
      name: `put ${JSON.stringify(thing)}`,
      real: () => attempt(() => put(database, 'things', [{ ...thing }])),
      model: (map: Map<string, Thing>) => change(map, (next) => void next.set(thing._id, thing)),
    })),
    fc.tuple(numbers, numbers).map(([from, by]) => ({
      name: `n >= ${from}: inc ${by}`,
      real: () =>
        update(database, 'things', {
          filter: { n: { $gte: from } },
          modifier: { $inc: { n: by } },
          multi: true,
        }).updated,
      model: (map: Map<string, Thing>) => {
        const matching = [...map.values()].filter(({ n }) => n >= from)
        for (const thing of matching) thing.n += by
        return by === 0 ? 0 : matching.length
      },
    })),
    fc.tuple(numbers, codes).map(([n, code]) => ({
      name: `n = ${n}: code ${code}`,
      real: () =>
        attempt(() =>
          update(database, 'things', {
            filter: { n },
            modifier: code ? { $set: { code } } : { $unset: { code: '' } },
            multi: true,
          }),
        ) === refused,
      model: (map: Map<string, Thing>) =>
        change(map, (next) => {
          for (const thing of next.values()) {
            if (thing.n === n) {
              if (code) thing.code = code
              else delete thing.code
            }
          }
        }) === refused,
    })),
    numbers.map((n) => ({
      name: `remove n = ${n}`,
      real: () => remove(database, 'things', { filter: { n }, multi: true }),
      model: (map: Map<string, Thing>) => {
        const matching = [...map.values()].filter((thing) => thing.n === n)
        for (const { _id } of matching) map.delete(_id)
        return matching.length
      },
    })),
    fc.tuple(numbers, codes).map(([n, code = null]) => ({
      name: `find n = ${n}, code = ${code}`,
      real: () => find(database, 'things', { filter: { n, code }, order: { _id: 1 } }),
      model: (map: Map<string, Thing>) =>
        [...map.values()]
          .filter((thing) => thing.n === n && (thing.code ?? null) === code)
          .sort((a, b) => (a._id < b._id ? -1 : 1)),
    })),
    fc.constant({ name: 'close and open', real: reopen, model: () => undefined }),
  )

  test('do the same as on a plain map, and are still there after reopening', () => {
    let run = 0
    fc.assert(
      fc.property(fc.array(operations, { maxLength: 25 }), (steps) => {
        if (run++ > 0) {
          database.journal.close()
          rmSync(folder, { recursive: true })
          folder = emptyFolder()
          open()
        }
        const declare = () => {
          database.declare('things', [
            { name: 'code', keys: { code: 1 }, unique: true, sparse: true },
            { name: 'n', keys: { n: 1, code: 1 } },
          ])
        }
        const map = new Map<string, Thing>()
        for (const { name, real, model } of steps) {
          declare()
          expect({ name, answer: real() }).toEqual({ name, answer: model(map) })
        }
        declare()
        reopen()
        const all = find(database, 'things', { order: { _id: 1 } })
        expect(all).toEqual([...map.values()].sort((a, b) => (a._id < b._id ? -1 : 1)))
      }),
      { numRuns: 150 },
    )
  })
})

describe('random transactions at the same time', () => {
  const ACCOUNTS = ['a', 'b', 'c']
  const account = fc.constantFrom(...ACCOUNTS)
  const transfers = fc.array(fc.tuple(account, account, fc.integer({ min: 1, max: 9 })), {
    minLength: 2,
    maxLength: 8,
  })

  const balance = (name: string, session = database as Parameters<typeof find>[0]) =>
    Number(find(session, 'money', { filter: { _id: name } })[0]?.n)

  test('move money without making or losing any', async () => {
    const transactions = new Transactions(database)
    database.declare('money', [])
    const property = fc.asyncProperty(transfers, fc.scheduler(), async (list, scheduler) => {
      put(
        database,
        'money',
        ACCOUNTS.map((_id) => ({ _id, n: 100 })),
      )
      const moved = Object.fromEntries(ACCOUNTS.map((name) => [name, 100]))

      const transfer = async ([from, to, amount]: [string, string, number]) => {
        const id = transactions.start()
        const add = async (name: string, more: number) => {
          const n = transactions.run(id, (session) => balance(name, session))
          await scheduler.schedule(Promise.resolve(), 'between reading and writing')
          const change = {
            filter: { _id: name },
            modifier: { $set: { n: n + more } },
            multi: false,
          }
          transactions.run(id, (session) => update(session, 'money', change))
          await scheduler.schedule(Promise.resolve(), 'after writing')
        }
        try {
          await add(from, -amount)
          await add(to, amount)
          transactions.commit(id)
        } catch (error) {
          expect(error).toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
          transactions.abort(id)
          return
        }
        moved[from] = Number(moved[from]) - amount
        moved[to] = Number(moved[to]) + amount
      }

      const all = Promise.all(list.map(transfer))
      await scheduler.waitFor(all)
      expect(Object.fromEntries(ACCOUNTS.map((name) => [name, balance(name)]))).toEqual(moved)
      expect(ACCOUNTS.reduce((sum, name) => sum + balance(name), 0)).toBe(300)
    })
    await fc.assert(property, { numRuns: 200 })
  })
})
