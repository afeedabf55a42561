import { aggregate } from '../../../../local/cloud/documents/aggregate'
import type { Document, Fields } from '../../../../local/cloud/documents/document'
import { matcher } from '../../../../local/cloud/documents/matcher'

const now = new Date('2022-06-10T01:00:00Z')

function run(documents: object[], pipeline: Fields[], others: Record<string, object[]> = {}) {
  const collections: Record<string, object[]> = { things: documents, ...others }
  const find = (name: string, filter: Fields) =>
    (collections[name] ?? []).filter(matcher(filter)) as Document[]
  return aggregate('things', pipeline, { find, now })
}

const numbered = (count: number) => Array.from({ length: count }, (_, i) => ({ _id: i }))

test('answers 20 rows when the pipeline names no limit, and as many as it names', () => {
  expect(run(numbered(50), [{ $match: {} }])).toHaveLength(20)
  expect(run(numbered(50), [{ $limit: 40 }])).toHaveLength(40)
})

test('groups, sorts and counts', () => {
  const sales = [
    { _id: 1, who: 'a', n: 1 },
    { _id: 2, who: 'b', n: 5 },
    { _id: 3, who: 'a', n: 2 },
  ]
  expect(
    run(sales, [{ $group: { _id: '$who', sum: { $sum: '$n' } } }, { $sort: { sum: -1 } }]),
  ).toEqual([
    { _id: 'b', sum: 5 },
    { _id: 'a', sum: 3 },
  ])
  expect(run(sales, [{ $match: { who: 'a' } }, { $count: 'total' }])).toEqual([{ total: 2 }])
})

test('joins another collection by fields and by a pipeline', () => {
  const students = [{ _id: 's1' }, { _id: 's2' }]
  const loans = [
    { _id: 'l1', student: 's1', late: true },
    { _id: 'l2', student: 's1' },
  ]
  const byField = { from: 'loans', localField: '_id', foreignField: 'student', as: 'loans' }
  const byPipeline = {
    from: 'loans',
    let: { id: '$_id' },
    pipeline: [{ $match: { late: true, $expr: { $eq: ['$student', '$$id'] } } }],
    as: 'loans',
  }
  expect(run(students, [{ $lookup: byField }], { loans })).toEqual([
    { _id: 's1', loans },
    { _id: 's2', loans: [] },
  ])
  expect(run(students, [{ $lookup: byPipeline }], { loans })).toEqual([
    { _id: 's1', loans: [loans[0]] },
    { _id: 's2', loans: [] },
  ])
})

test('reshapes documents without touching the stored ones', () => {
  const stored = [{ _id: 1, list: [{ n: 1 }, { n: 2 }], inner: { a: 1 } }]
  const rows = run(stored, [
    { $unwind: '$list' },
    { $addFields: { 'inner.b': '$list.n', 'list.seen': true } },
    { $project: { _id: 0, inner: 1 } },
  ])
  expect(rows).toEqual([{ inner: { a: 1, b: 1 } }, { inner: { a: 1, b: 2 } }])
  expect(stored).toEqual([{ _id: 1, list: [{ n: 1 }, { n: 2 }], inner: { a: 1 } }])
})

test("$$NOW is the cloud's time", () => {
  expect(run([{ _id: 1 }], [{ $project: { at: '$$NOW' } }])).toEqual([{ _id: 1, at: now }])
})

describe('where mingo differs from MongoDB', () => {
  test('$count of nothing is no row', () => {
    expect(run([], [{ $count: 'n' }])).toEqual([])
  })
  test('$count of nothing within a $facet is no row', () => {
    expect(run([], [{ $facet: { total: [{ $count: 'n' }] } }])).toEqual([{ total: [] }])
  })
  test('missing values are not pushed, null is', () => {
    const documents = [{ _id: 1, n: 1 }, { _id: 2 }, { _id: 3, n: null }]
    const group = { _id: 'all', list: { $push: '$n' }, set: { $addToSet: '$n' } }
    expect(run(documents, [{ $group: group }])).toEqual([
      { _id: 'all', list: [1, null], set: [1, null] },
    ])
  })
  test('a group computed by what is no accumulator is refused', () => {
    expect(() => run([{ _id: 1 }], [{ $group: { _id: 1, x: { $abs: -1 } } }])).toThrow(
      "The field 'x' must be an accumulator object",
    )
  })
  test('a boundary belongs to the bucket that it opens', () => {
    const documents = [{ _id: 1 }, { _id: 2 }, { _id: 3 }, { _id: 99 }]
    const bucket = { groupBy: '$_id', boundaries: [0, 2, 9] }
    expect(run(documents, [{ $bucket: { ...bucket, default: 'more' } }])).toEqual([
      { _id: 0, count: 1 },
      { _id: 2, count: 2 },
      { _id: 'more', count: 1 },
    ])
    expect(() => run(documents, [{ $bucket: bucket }])).toThrow('$switch')
  })
  test('a limit of 0 is refused', () => {
    expect(() => run([], [{ $limit: 0 }])).toThrow('the limit must be positive')
  })
  test('$size of what is no array is refused', () => {
    expect(() => run([{ _id: 1 }], [{ $project: { x: { $size: '$a' } } }])).toThrow(
      'The argument to $size must be an array',
    )
  })
  test('$lookup into a nested field is refused', () => {
    const lookup = { from: 'others', localField: 'a', foreignField: 'b', as: 'x.y' }
    expect(() => run([], [{ $lookup: lookup }])).toThrow('$lookup into the nested field "x.y"')
  })
  test('values of all types have one order', () => {
    const values = [null, -1, 2, 'a', { x: 1 }, true, new Date(0)]
    const documents = values.map((value, _id) => ({ _id, value })).reverse()
    const rows = run(documents, [{ $sort: { value: 1 } }]) as { value: unknown }[]
    expect(rows.map(({ value }) => value)).toEqual(values)
  })
})

test.each<[string, Fields]>([
  ['$geoNear', { $geoNear: {} }],
  ['$bucketAuto', { $bucketAuto: { groupBy: '$n', buckets: 2 } }],
  ['$out', { $out: 'others' }],
  ['$merge', { $merge: 'others' }],
  ['$foo', { $project: { x: { $foo: 1 } } }],
])('%s is refused by name', (name, stage) => {
  expect(() => run([{ _id: 1 }], [stage])).toThrow(name)
})
