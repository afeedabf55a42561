import { rmSync } from 'node:fs'
import { Database, LockedByTransaction } from '../../../../local/cloud/documents/database'
import { Journal } from '../../../../local/cloud/documents/journal'
import { find, insert, remove, update } from '../../../../local/cloud/documents/session'
import type { Session } from '../../../../local/cloud/documents/session'
import { Transactions } from '../../../../local/cloud/documents/transactions'
import { unlocked } from '../../../../local/cloud/documents/store'
import { emptyFolder } from '../laboratory'

let folder: string
let database: Database
let transactions: Transactions

beforeEach(() => {
  folder = emptyFolder()
  database = new Database(new Journal(folder))
  transactions = new Transactions(database)
  database.declare('things', [{ name: 'code', keys: { code: 1 }, unique: true, sparse: true }])
  insert(database, 'things', [
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ])
})
afterEach(() => {
  transactions.close()
  database.journal.close()
  rmSync(folder, { recursive: true })
})

const add = (session: Session, _id: string, amount: number) =>
  update(session, 'things', { filter: { _id }, modifier: { $inc: { n: amount } }, multi: false })
const n = (session: Session, _id: string) => find(session, 'things', { filter: { _id } })[0]?.n
const inside = <T>(id: string, work: (session: Session) => T) => transactions.run(id, work)
const CONFLICT = { code: 'DATABASE_TRANSACTION_CONFLICT' }
const ENDED = { code: 'DATABASE_TRANSACTION_NOT_EXIST' }

const errorOf = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

test('a transaction sees its own writes, others see them after the commit', () => {
  const t = transactions.start()
  inside(t, (session) => add(session, 'a', 5))
  expect(inside(t, (session) => n(session, 'a'))).toBe(6)
  expect(n(database, 'a')).toBe(1)
  transactions.commit(t)
  expect(n(database, 'a')).toBe(6)
})

test('a transaction reads the documents as they were when it started', () => {
  const t = transactions.start()
  add(database, 'a', 10)
  insert(database, 'things', [{ _id: 'c', n: 1 }])
  remove(database, 'things', { filter: { _id: 'b' }, multi: false })
  const seen = inside(t, (session) => find(session, 'things', { order: { _id: 1 } }))
  expect(seen).toEqual([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ])
})

test('an aborted transaction leaves nothing behind', () => {
  const t = transactions.start()
  inside(t, (session) => {
    add(session, 'a', 5)
    insert(session, 'things', [{ _id: 'c' }])
    remove(session, 'things', { filter: { _id: 'b' }, multi: false })
  })
  transactions.abort(t)
  expect(find(database, 'things')).toEqual([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ])
})

test('of two transactions that write one document, the second gets a conflict', () => {
  const [first, second] = [transactions.start(), transactions.start()]
  inside(first, (session) => add(session, 'a', 5))
  const conflict = errorOf(() => inside(second, (session) => add(session, 'a', 7)))
  expect(conflict).toMatchObject(CONFLICT)
  expect(String(conflict)).toContain('[ResourceUnavailable.TransactionConflict]')
  transactions.commit(first)
  expect(n(database, 'a')).toBe(6)
})

test('a write to a document that someone changed since the start is a conflict', () => {
  const t = transactions.start()
  add(database, 'a', 1)
  expect(errorOf(() => inside(t, (session) => add(session, 'a', 1)))).toMatchObject(CONFLICT)
})

test('a conflict ends its transaction and frees what it held', () => {
  const [first, second] = [transactions.start(), transactions.start()]
  inside(first, (session) => add(session, 'a', 1))
  inside(second, (session) => add(session, 'b', 1))
  expect(errorOf(() => inside(second, (session) => add(session, 'a', 1)))).toMatchObject(CONFLICT)
  inside(first, (session) => add(session, 'b', 1))
  transactions.commit(first)
  expect(errorOf(() => inside(second, (session) => n(session, 'a')))).toMatchObject(ENDED)
  transactions.abort(second)
  expect([n(database, 'a'), n(database, 'b')]).toEqual([2, 2])
})

test('two transactions that insert one unique key: the second gets a conflict', () => {
  const [first, second] = [transactions.start(), transactions.start()]
  inside(first, (session) => insert(session, 'things', [{ code: 'x' }]))
  const insertion = errorOf(() => inside(second, (s) => insert(s, 'things', [{ code: 'x' }])))
  expect(insertion).toMatchObject(CONFLICT)
})

test('a duplicate key is refused at the write, not at the commit', () => {
  insert(database, 'things', [{ _id: 'c', code: 'x' }])
  const t = transactions.start()
  const insertion = errorOf(() => inside(t, (s) => insert(s, 'things', [{ code: 'x' }])))
  expect(String(insertion)).toContain('E11000')
})

test('a transaction may free a unique key and take it', () => {
  insert(database, 'things', [{ _id: 'c', code: 'x' }])
  const t = transactions.start()
  inside(t, (session) => {
    remove(session, 'things', { filter: { _id: 'c' }, multi: false })
    insert(session, 'things', [{ _id: 'd', code: 'x' }])
  })
  transactions.commit(t)
  expect(find(database, 'things', { filter: { code: 'x' } })).toEqual([{ _id: 'd', code: 'x' }])
})

test('an ended transaction takes neither commit nor operation', () => {
  const t = transactions.start()
  transactions.commit(t)
  expect(errorOf(() => transactions.commit(t))).toMatchObject(ENDED)
  expect(errorOf(() => inside(t, (session) => n(session, 'a')))).toMatchObject(ENDED)
})

test('a write outside waits until the transaction that holds the document is over', async () => {
  const t = transactions.start()
  inside(t, (session) => add(session, 'a', 5))
  expect(errorOf(() => add(database, 'a', 1))).toBeInstanceOf(LockedByTransaction)
  const waiting = unlocked(() => add(database, 'a', 1))
  transactions.commit(t)
  await waiting
  expect(n(database, 'a')).toBe(7)
})

test('a transaction left open for 30 seconds is aborted', () => {
  jest.useFakeTimers()
  try {
    const t = transactions.start()
    inside(t, (session) => add(session, 'a', 5))
    jest.advanceTimersByTime(29_999)
    expect(inside(t, (session) => n(session, 'a'))).toBe(6)
    jest.advanceTimersByTime(1)
    expect(errorOf(() => transactions.commit(t))).toMatchObject(ENDED)
    add(database, 'a', 1)
    expect(n(database, 'a')).toBe(2)
  } finally {
    jest.useRealTimers()
  }
})
