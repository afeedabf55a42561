import { rmSync } from 'node:fs'
import { Database } from '../../../../local/cloud/documents/database'
import { Journal } from '../../../../local/cloud/documents/journal'
import { find, insert, put, remove, update } from '../../../../local/cloud/documents/session'
import { emptyFolder } from '../laboratory'

let folder: string
let database: Database
beforeEach(() => {
  folder = emptyFolder()
  database = new Database(new Journal(folder))
})
afterEach(() => {
  database.journal.close()
  rmSync(folder, { recursive: true })
})

const reopen = () => {
  database.journal.close()
  database = new Database(new Journal(folder))
}

test('documents come back after reopening, in the order of their insertion', () => {
  database.declare('things', [])
  const documents = [
    { _id: 'b', at: new Date(5), list: [1.5, null, { x: 'ä' }] },
    { _id: 1, n: Number.MAX_SAFE_INTEGER },
    { _id: '1', n: -0.25 },
  ]
  insert(database, 'things', documents)
  remove(database, 'things', { filter: { _id: '1' }, multi: false })
  insert(database, 'things', [{ _id: '0' }])
  update(database, 'things', { filter: { _id: 'b' }, modifier: { $set: { n: 2 } }, multi: true })
  const before = find(database, 'things')
  reopen()
  expect(find(database, 'things')).toEqual(before)
  expect(before.map(({ _id }) => _id)).toEqual(['b', 1, '0'])
})

describe('unique indexes', () => {
  const unique = (sparse: boolean) => [
    { name: 'who', keys: { who: 1 as const }, unique: true, sparse },
  ]

  test('count a missing field as null, so that only one document may lack it', () => {
    database.declare('things', unique(false))
    insert(database, 'things', [{ _id: 'a' }])
    expect(() => insert(database, 'things', [{ _id: 'b' }])).toThrow('dup key: { : null }')
  })

  test('leave out documents without the field when sparse, but not those with null', () => {
    database.declare('things', unique(true))
    insert(database, 'things', [{ _id: 'a' }, { _id: 'b' }, { _id: 'c', who: null }])
    expect(() => insert(database, 'things', [{ _id: 'd', who: null }])).toThrow('E11000')
  })

  test('hold for each element of an array', () => {
    database.declare('things', unique(true))
    insert(database, 'things', [{ who: ['x', 'y'] }])
    expect(() => insert(database, 'things', [{ who: 'y' }])).toThrow('E11000')
  })

  test('hold for an update, which then changes no document at all', () => {
    database.declare('things', unique(true))
    insert(database, 'things', [{ _id: 'a', who: 1 }, { _id: 'b', who: 2 }, { _id: 'c' }])
    const everyone = { modifier: { $set: { who: 3 } }, multi: true }
    expect(() => update(database, 'things', everyone)).toThrow('E11000')
    expect(find(database, 'things').map(({ who }) => who)).toEqual([1, 2, undefined])
    reopen()
    expect(find(database, 'things').map(({ who }) => who)).toEqual([1, 2, undefined])
  })

  test('declared over documents that break them are refused', () => {
    database.declare('things', [])
    insert(database, 'things', [{ who: 1 }, { who: 1 }])
    expect(() => {
      database.declare('things', unique(true))
    }).toThrow('E11000')
  })

  test('let a document be replaced by itself', () => {
    database.declare('things', unique(true))
    insert(database, 'things', [{ _id: 'a', who: 1 }])
    put(database, 'things', [{ _id: 'a', who: 1, more: true }])
    expect(find(database, 'things')).toEqual([{ _id: 'a', who: 1, more: true }])
  })
})

describe('an index finds what a search through all documents finds', () => {
  const documents = [
    { _id: 1, a: 1, b: 'x', c: 1 },
    { _id: 2, a: 1, b: 'y' },
    { _id: 3, a: [1, 2], b: 'x' },
    { _id: 4, a: null, b: 'x' },
    { _id: 5, b: 'x' },
    { _id: 6, a: { k: 1 }, b: ['x', 'y'] },
    { _id: 7, list: [{ k: 1 }, { k: 2 }] },
  ]
  test.each([
    { a: 1 },
    { a: 1, b: 'x' },
    { a: { $in: [1, null] }, b: { $eq: 'x' } },
    { a: null },
    { a: { k: 1 } },
    { b: 'y' },
    { 'list.k': 2 },
    { a: { $gt: 0 }, b: 'x' },
    { a: { $ne: 1 } },
    { _id: 3, a: 2 },
    { _id: { $in: [1, 3, 99] } },
    { c: null },
  ])('%j', (filter) => {
    database.declare('plain', [])
    database.declare('indexed', [
      { name: 'ab', keys: { a: 1, b: 1 } },
      { name: 'b', keys: { b: 1 } },
      { name: 'k', keys: { 'list.k': 1 } },
      { name: 'c', keys: { c: 1 }, sparse: true },
    ])
    insert(database, 'plain', documents)
    insert(database, 'indexed', documents)
    const order = { _id: 1 } as const
    const expected = find(database, 'plain', { filter, order })
    expect(find(database, 'indexed', { filter, order })).toEqual(expected)
    expect(expected.length).toBeGreaterThan(0)
  })
})

test('an index is asked only for documents that can match', () => {
  database.declare('things', [{ name: 'ab', keys: { a: 1, b: 1 } }])
  insert(database, 'things', [
    { _id: 1, a: 1, b: 1 },
    { _id: 2, a: 1, b: 2 },
    { _id: 3, a: 2, b: 1 },
  ])
  const candidates = (filter: object) => [...database.candidates('things', { ...filter })]
  expect(candidates({ a: 1 })).toHaveLength(2)
  expect(candidates({ a: 1, b: 2 })).toHaveLength(1)
  expect(candidates({ b: 1 })).toHaveLength(3)
})

test('orders values of all types as MongoDB does, arrays by their least or greatest element', () => {
  database.declare('things', [])
  const values = [
    undefined,
    -1,
    [0, 9],
    2,
    'A',
    'a',
    '张',
    '李',
    { x: 1 },
    false,
    true,
    new Date(1),
  ]
  insert(
    database,
    'things',
    values.map((v, _id) => (v === undefined ? { _id } : { _id, v })).reverse(),
  )
  const ids = (way: 1 | -1) => find(database, 'things', { order: { v: way } }).map(({ _id }) => _id)
  expect(ids(1)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  expect(ids(-1)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 2, 3, 1, 0])
})
