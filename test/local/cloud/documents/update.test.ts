import { updated, type Modifier } from '../../../../local/cloud/documents/update'

const after = (fields: object, modifier: Modifier, condition = {}) => {
  const { _id, ...rest } = updated({ _id: 'x', ...fields }, modifier, condition)
  expect(_id).toBe('x')
  return rest
}

describe('each operator does what MongoDB does', () => {
  test.each<[string, object, Modifier, object]>([
    ['$set creates what is missing on the way', {}, { $set: { 'a.b': 1 } }, { a: { b: 1 } }],
    ['$set keeps the other fields', { a: { c: 2 } }, { $set: { 'a.b': 1 } }, { a: { c: 2, b: 1 } }],
    ['$set by number', { a: [1, 2] }, { $set: { 'a.1': 5 } }, { a: [1, 5] }],
    ['$set past the end', { a: [1] }, { $set: { 'a.3': 5 } }, { a: [1, null, null, 5] }],
    ['$unset', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
    ['$unset of an element', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['$unset below nothing', { a: null }, { $unset: { 'a.b': '' } }, { a: null }],
    ['$inc', { n: 1 }, { $inc: { n: 2 } }, { n: 3 }],
    ['$inc of a missing field', {}, { $inc: { 'a.n': 2 } }, { a: { n: 2 } }],
    ['$mul', { n: 3 }, { $mul: { n: 2 } }, { n: 6 }],
    ['$mul of a missing field', {}, { $mul: { n: 2 } }, { n: 0 }],
    ['$min', { n: 3 }, { $min: { n: 2 } }, { n: 2 }],
    ['$min that is not less', { n: 1 }, { $min: { n: 2 } }, { n: 1 }],
    ['$max over null', { n: null }, { $max: { n: 2 } }, { n: 2 }],
    ['$max of a missing field', {}, { $max: { n: 2 } }, { n: 2 }],
    ['$bit', { n: 5 }, { $bit: { n: { and: 4 } } }, { n: 4 }],
    ['$rename', { a: 1 }, { $rename: { a: 'c.d' } }, { c: { d: 1 } }],
    ['$rename of a missing field', { b: 1 }, { $rename: { a: 'c' } }, { b: 1 }],
    ['$push', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
    [
      '$push at the front',
      { a: [1] },
      { $push: { a: { $each: [2], $position: 0 } } },
      { a: [2, 1] },
    ],
    ['$pull of a value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull by comparison', { a: [1, 2, 3] }, { $pull: { a: { $gt: 1 } } }, { a: [1] }],
    [
      '$pull by fields',
      { a: [{ x: 1, y: 1 }, { x: 2 }] },
      { $pull: { a: { x: 1 } } },
      { a: [{ x: 2 }] },
    ],
    ['$pull from a missing field', {}, { $pull: { a: 1 } }, {}],
    ['$pullAll', { a: [1, 2, 1, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    ['$pop', { a: [1, 2] }, { $pop: { a: 1 } }, { a: [1] }],
    ['$pop from the front', { a: [1, 2] }, { $pop: { a: -1 } }, { a: [2] }],
    ['$addToSet', { a: [1] }, { $addToSet: { a: { $each: [1, 2] } } }, { a: [1, 2] }],
    ['$[]', { a: [{ n: 1 }, { n: 2 }] }, { $inc: { 'a.$[].n': 1 } }, { a: [{ n: 2 }, { n: 3 }] }],
  ])('%s', (_, before, modifier, expected) => {
    expect(after(before, modifier)).toEqual(expected)
  })

  test('$ means the element that the filter found', () => {
    const before = {
      a: [
        { x: 1, n: 0 },
        { x: 2, n: 0 },
      ],
    }
    expect(after(before, { $inc: { 'a.$.n': 1 } }, { 'a.x': 2 })).toEqual({
      a: [
        { x: 1, n: 0 },
        { x: 2, n: 1 },
      ],
    })
  })
})

describe('where mingo goes on silently, MongoDB refuses and so do we', () => {
  const field = (value: unknown) => ({ a: value })
  test.each<[string, object, Modifier, string]>([
    [
      '$inc on a string',
      field('x'),
      { $inc: { a: 1 } },
      'Cannot apply $inc to a value of non-numeric type',
    ],
    ['$inc on null', field(null), { $inc: { a: 1 } }, "field 'a' of non-numeric type null"],
    [
      '$inc by a string',
      field(1),
      { $inc: { a: '1' } },
      'Cannot increment with non-numeric argument',
    ],
    ['$mul on a date', field(new Date(0)), { $mul: { a: 2 } }, 'of non-numeric type date'],
    [
      '$push on a number',
      field(1),
      { $push: { a: 1 } },
      "The field 'a' must be an array but is of type number",
    ],
    ['$push on null', field(null), { $push: { a: 1 } }, 'must be an array but is of type null'],
    ['$addToSet on a number', field(1), { $addToSet: { a: 1 } }, 'must be an array'],
    ['$pull from a number', field(1), { $pull: { a: 1 } }, 'must be an array'],
    ['$pullAll from a number', field(1), { $pullAll: { a: [1] } }, 'must be an array'],
    ['$pop from a number', field(1), { $pop: { a: 1 } }, 'must be an array'],
    ['$bit on a string', field('x'), { $bit: { a: { or: 1 } } }, 'non-integral type string'],
    [
      'a field inside null',
      field(null),
      { $set: { 'a.b': 1 } },
      "Cannot create field 'b' in element {a: null}",
    ],
    [
      'a field inside null, by $inc',
      field(null),
      { $inc: { 'a.b': 1 } },
      "Cannot create field 'b'",
    ],
    [
      'a field inside a number',
      field(1),
      { $set: { 'a.b': 1 } },
      "Cannot create field 'b' in element {a: 1}",
    ],
    ['a field inside an array', field([{}]), { $set: { 'a.b': 1 } }, "Cannot create field 'b'"],
    [
      'a new name inside null',
      { a: 1, c: null },
      { $rename: { a: 'c.d' } },
      "Cannot create field 'd'",
    ],
    ['an empty field name', {}, { $set: { 'a.': 1 } }, 'contains an empty field name'],
    [
      'two changes of one path',
      {},
      { $set: { a: 1 }, $inc: { 'a.b': 1 } },
      'would create a conflict',
    ],
    ['a change of _id', {}, { $set: { _id: 'y' } }, "would modify the immutable field '_id'"],
    ['$ without a match', field([1]), { $set: { 'a.$': 2 } }, 'did not find the match'],
    ['an unknown clause of $push', field([]), { $push: { a: { $each: [], $foo: 1 } } }, '$foo'],
    ['fields without operators', {}, { a: { b: 1 } }, 'must contain atomic operators: a'],
    ['$currentDate', {}, { $currentDate: { a: true } }, 'the update operator $currentDate'],
    ['array filters', field([1]), { $set: { 'a.$[x]': 1 } }, 'array filters (a.$[x])'],
  ])('%s', (_, before, modifier, reason) => {
    expect(() => after(before, modifier)).toThrow(reason)
  })
})

describe('what mingo loses is kept', () => {
  test('$addToSet adds to a list that has an element twice', () => {
    expect(after({ a: [1, 1] }, { $addToSet: { a: 2 } })).toEqual({ a: [1, 1, 2] })
  })
  test('$addToSet makes a new list without repetitions', () => {
    expect(after({}, { $addToSet: { a: { $each: [1, 1] } } })).toEqual({ a: [1] })
  })
  test('$addToSet knows objects by the order of their fields too', () => {
    const both = [
      { x: 1, y: 2 },
      { y: 2, x: 1 },
    ]
    expect(after({ a: both.slice(0, 1) }, { $addToSet: { a: both[1] } })).toEqual({ a: both })
  })
  test('$push sorts and slices a list that it creates', () => {
    const push = { $each: [3, 1, 2], $sort: 1, $slice: 2 }
    expect(after({}, { $push: { a: push } })).toEqual({ a: [1, 2] })
  })
  test('$push sorts by several fields', () => {
    const a = [
      { x: 1, y: 2 },
      { x: 1, y: 1 },
    ]
    expect(after({ a }, { $push: { a: { $each: [], $sort: { x: 1, y: 1 } } } })).toEqual({
      a: [a[1], a[0]],
    })
  })
  test('$set to the same fields in another order is a change', () => {
    const before = { _id: 'x', a: { x: 1, y: 2 } }
    expect(JSON.stringify(updated(before, { $set: { a: { y: 2, x: 1 } } }))).toBe(
      '{"_id":"x","a":{"y":2,"x":1}}',
    )
  })
})

test('an update that changes nothing answers the same document', () => {
  const document = { _id: 'x', a: { b: [1] } }
  expect(updated(document, { $set: { a: { b: [1] } }, $inc: { n: 0 } })).not.toBe(document)
  expect(updated(document, { $set: { a: { b: [1] } } })).toBe(document)
})

test('an update leaves the document before it alone', () => {
  const document = { _id: 'x', a: { b: [1] } }
  updated(document, { $push: { 'a.b': 2 } })
  expect(document).toEqual({ _id: 'x', a: { b: [1] } })
})

test('fields named like parts of JavaScript are fields like any other', () => {
  const document = updated(
    { _id: 'x' },
    { $set: { 'constructor.name': 'n' }, $inc: { toString: 1 } },
  )
  expect(JSON.stringify(document)).toBe('{"_id":"x","constructor":{"name":"n"},"toString":1}')
  updated({ _id: 'x' }, { $set: { '__proto__.polluted': 1 } })
  expect({}).not.toHaveProperty('polluted')
})
