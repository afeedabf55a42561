import { matcher } from '../../../../local/cloud/documents/matcher'
import type { Fields } from '../../../../local/cloud/documents/document'

const matches = (filter: Fields, document: object) => matcher(filter)(document)
const day = (n: number) => new Date(n * 86_400_000)

test.each<[string, Fields, object, boolean]>([
  ['a value', { a: 1 }, { a: 1 }, true],
  ['an element of an array', { a: 1 }, { a: [1, 2] }, true],
  ['a whole array', { a: [1, 2] }, { a: [1, 2] }, true],
  ['not an element of an array', { a: { $ne: 1 } }, { a: [1, 2] }, false],
  ['null for a missing field', { a: null }, {}, true],
  ['a date', { a: day(1) }, { a: day(1) }, true],
  ['a later date', { a: { $gt: day(1) } }, { a: day(2) }, true],
  ['a field in objects of an array', { 'a.b': 2 }, { a: [{ b: 1 }, { b: 2 }] }, true],
  ['a numbered element', { 'a.1.b': 2 }, { a: [{ b: 1 }, { b: 2 }] }, true],
  ['no number greater than a string', { a: { $gt: 1 } }, { a: 'x' }, false],
  ['no missing field less than a number', { a: { $lt: 5 } }, {}, false],
  ['a field that exists as null', { a: { $exists: true } }, { a: null }, true],
  ['one of a list', { a: { $in: [1, 2] } }, { a: 2 }, true],
  ['a pattern in a list', { a: { $in: [/^x/] } }, { a: 'xy' }, true],
  ['none of a list', { a: { $nin: [1] } }, {}, true],
  ['a pattern', { a: /王/ }, { a: '小王' }, true],
  ['not a comparison', { a: { $not: { $gt: 1 } } }, {}, true],
  ['a remainder', { a: { $mod: [2, 1] } }, { a: 3 }, true],
  [
    'an element with several properties',
    { a: { $elemMatch: { x: 1, y: 2 } } },
    { a: [{ x: 1, y: 2 }] },
    true,
  ],
  [
    'no element with all properties',
    { a: { $elemMatch: { x: 1, y: 2 } } },
    { a: [{ x: 1 }, { y: 2 }] },
    false,
  ],
  ['the length of an array', { a: { $size: 2 } }, { a: [1, 2] }, true],
  ['either of two', { $or: [{ a: 1 }, { b: 1 }] }, { b: 1 }, true],
  ['neither of two', { $nor: [{ a: 1 }, { b: 1 }] }, { b: 1 }, false],
  ['null for a missing field named like a method', { toString: null }, {}, true],
  ['two fields compared', { $expr: { $gt: ['$a', '$b'] } }, { a: 2, b: 1 }, true],
])('a filter finds %s', (_, filter, document, expected) => {
  expect(matches(filter, document)).toBe(expected)
})

describe('where mingo differs from MongoDB', () => {
  test.each<[string, Fields, object, boolean]>([
    [
      "null: a field missing in one of an array's objects",
      { 'a.b': null },
      { a: [{ b: 1 }, {}] },
      true,
    ],
    ['$in null likewise', { 'a.b': { $in: [null] } }, { a: [{ b: 1 }, {}] }, true],
    ['$gte null holds for a missing field', { a: { $gte: null } }, {}, true],
    ['$lte null holds for null', { a: { $lte: null } }, { a: null }, true],
    ['$all of one holds for the bare value', { a: { $all: [1] } }, { a: 1 }, true],
    [
      'objects with another order of fields are unequal',
      { a: { x: 1, y: 2 } },
      { a: { y: 2, x: 1 } },
      false,
    ],
    [
      'a missing value in an expression is less than a number',
      { $expr: { $lt: ['$a', 1] } },
      {},
      true,
    ],
    ['a missing value in an expression is not null', { $expr: { $eq: ['$a', null] } }, {}, false],
  ])('%s', (_, filter, document, expected) => {
    expect(matches(filter, document)).toBe(expected)
  })

  test.each(['$or', '$and', '$nor'])('%s of nothing is refused', (operator) => {
    expect(() => matches({ [operator]: [] }, {})).toThrow(`${operator} must be a nonempty array`)
  })
})

test.each<[string, Fields]>([
  ['$nearSphere', { a: { $nearSphere: {} } }],
  ['$geoWithin', { a: { $geoWithin: {} } }],
  ['$geoIntersects', { a: { $geoIntersects: {} } }],
  ['$text', { $text: { $search: 'x' } }],
  ['$where', { $where: 'true' }],
  ['$jsonSchema', { $jsonSchema: {} }],
  ['$foo', { a: { $foo: 1 } }],
])('a filter with %s is refused by name', (name, filter) => {
  expect(() => matches(filter, { a: 1 })).toThrow(name)
})
