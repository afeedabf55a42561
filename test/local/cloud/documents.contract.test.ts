import { inFunction, openLaboratory, type Kit, type Laboratory } from './laboratory'

let lab: Laboratory
beforeAll(async () => (lab = await openLaboratory({ now: '2022-06-10T01:00:00Z' })))
afterAll(() => lab.close())
beforeEach(() => Promise.all(['things', 'others', 'people'].map((c) => lab.cloud.store.remove(c))))

const numbered = (count: number) => Array.from({ length: count }, (_, n) => ({ _id: `t${n}`, n }))

describe.each(['wx', 'node'] as const)('%s SDK', (sdk) => {
  const run = <Argument, Result>(
    work: (kit: Kit, argument: Argument) => Promise<Result>,
    argument?: Argument,
  ) => inFunction(lab, sdk, work, argument)

  const stored = () => lab.cloud.store.find('things')

  describe('values come back as they went', () => {
    test('all types of JSON, dates and large numbers', async () => {
      const same = await run(async ({ things, fields, id, one }) => {
        const document = {
          text: '离校单',
          int: 1,
          float: 1.5,
          long: 2 ** 40,
          negative: -3,
          yes: true,
          nothing: null,
          list: [1, 'a', { b: [] }],
          inner: { a: { b: 1 } },
          date: new Date(1654822800000),
          undefined: undefined,
        }
        const added = id(await things.add(fields(document)))
        const back = one(await things.doc(added).get())
        return {
          equal: JSON.stringify({ _id: added, ...document }) === JSON.stringify(back),
          date: back.date instanceof Date,
          keys: Object.keys(back),
        }
      })
      expect(same).toMatchObject({ equal: true, date: true })
      expect(same.keys).not.toContain('undefined')
    })

    test("serverDate is the cloud's clock, plus an offset", async () => {
      const now = lab.cloud.clock.now().getTime()
      await run(async ({ db, things, fields }) => {
        await things.add(fields({ at: db.serverDate(), later: db.serverDate({ offset: 60_000 }) }))
      })
      const [{ at, later } = {}] = lab.cloud.store.find<{ at: Date; later: Date }>('things')
      expect(at?.getTime()).toBeGreaterThanOrEqual(now)
      expect(later?.toISOString().slice(0, 10)).toBe('2022-06-10')
      expect(Number(later) - Number(at)).toBe(60_000)
    })

    test('an added document gets an id of 32 hexadecimal digits, or keeps its own', async () => {
      const ids = await run(async ({ things, fields, id }) => [
        id(await things.add(fields({ n: 1 }))),
        id(await things.add(fields({ _id: 'mine' }))),
      ])
      expect(ids).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), 'mine'])
    })
  })

  describe('reading', () => {
    test('answers 100 rows unless asked, and 1000 at most', async () => {
      await lab.cloud.store.insert('things', numbered(1100))
      const counts = await run(async ({ things }) => {
        const sizes = [things, things.limit(250), things.limit(5000)]
        return Promise.all(sizes.map(async (query) => (await query.get()).data.length))
      })
      expect(counts).toEqual([100, 250, 1000])
    })

    test('filters, orders, skips, limits and selects fields', async () => {
      await lab.cloud.store.insert('things', numbered(20))
      const rows = await run(async ({ things, _ }) => {
        const query = things.where({ n: _.gte(5).and(_.lt(15)) })
        return (
          await query.orderBy('n', 'desc').skip(2).limit(3).field({ n: true, _id: false }).get()
        ).data
      })
      expect(rows).toEqual([{ n: 12 }, { n: 11 }, { n: 10 }])
    })

    test('counts what matches', async () => {
      await lab.cloud.store.insert('things', numbered(150))
      expect(
        await run(async ({ things, _ }) => (await things.where({ n: _.lt(120) }).count()).total),
      ).toBe(120)
    })

    test('knows every query command', async () => {
      await lab.cloud.store.insert('things', [
        { _id: 'a', n: 1, name: '王小明', tags: ['x', 'y'], inner: { m: 1 } },
        {
          _id: 'b',
          n: 2,
          name: '李雷',
          tags: ['y'],
          list: [
            { k: 1, v: 5 },
            { k: 2, v: 1 },
          ],
        },
        { _id: 'c', n: 3, name: 'Han', at: new Date(5000) },
      ])
      const found = await run(async ({ db, things, _ }) => {
        const filters = {
          eq: { n: _.eq(1) },
          neq: { n: _.neq(1) },
          between: { n: _.gt(1).and(_.lte(3)) },
          in: { n: _.in([1, 3]) },
          nin: { n: _.nin([1, 3]) },
          exists: { list: _.exists(true) },
          size: { tags: _.size(2) },
          all: { tags: _.all(['x', 'y']) },
          mod: { n: _.mod(2, 1) },
          elemMatch: { list: _.elemMatch({ k: 1, v: _.gt(2) }) },
          either: _.or([{ n: 1 }, { name: 'Han' }]),
          both: _.and([{ n: _.gt(1) }, { tags: 'y' }]),
          neither: _.nor([{ n: 1 }, { n: 2 }]),
          not: { n: _.not(_.gt(1)) },
          nested: { inner: { m: 1 } },
          pattern: { name: /^王/ },
          regExp: { name: db.RegExp({ regexp: '^h', options: 'i' }) },
          date: { at: new Date(5000) },
          dateRange: { at: _.lt(new Date(6000)) },
          expr: _.expr({ $gt: ['$n', 2] }),
        }
        const ids = async (filter: object) =>
          (await things.where(filter).get()).data.map((row: { _id: string }) => row._id).join('')
        const entries = Object.entries(filters).map(async ([name, f]) => [name, await ids(f)])
        return Object.fromEntries(await Promise.all(entries))
      })
      expect(found).toEqual({
        eq: 'a',
        neq: 'bc',
        between: 'bc',
        in: 'ac',
        nin: 'b',
        exists: 'b',
        size: 'a',
        all: 'a',
        mod: 'ac',
        elemMatch: 'b',
        either: 'ac',
        both: 'b',
        neither: 'c',
        not: 'a',
        nested: 'a',
        pattern: 'a',
        regExp: 'c',
        date: 'c',
        dateRange: 'c',
        expr: 'c',
      })
    })

    test('refuses a geo query by name', async () => {
      const near = run(async ({ db, things, _ }) =>
        things
          .where({ place: _.geoNear({ geometry: new db.Geo.Point(1, 2), maxDistance: 9 }) })
          .get(),
      )
      await expect(near).rejects.toThrow('$nearSphere')
    })
  })

  describe('changing', () => {
    test('knows every update command', async () => {
      await lab.cloud.store.insert('things', [
        {
          _id: 'x',
          n: 1,
          twice: 2,
          low: 5,
          high: 5,
          bits: 5,
          old: 1,
          gone: 1,
          whole: { a: 1, b: 2 },
          inner: { a: 1 },
          pushed: [1],
          front: [1],
          popped: [1, 2],
          shifted: [1, 2],
          pulled: [1, 2, 3],
          pulledAll: [1, 2, 3],
          set: [1],
          ranked: [{ k: 2 }],
        },
      ])
      const updated = await run(async ({ things, fields, updated, _ }) =>
        updated(
          await things.doc('x').update(
            fields({
              n: _.inc(4),
              twice: _.mul(2),
              low: _.min(3),
              high: _.max(9),
              bits: _.bit({ and: 4 }),
              old: _.rename('fresh'),
              gone: _.remove(),
              whole: _.set({ c: 3 }),
              inner: { z: 2 },
              pushed: _.push([2, 3]),
              front: _.unshift([0]),
              popped: _.pop(),
              shifted: _.shift(),
              pulled: _.pull(_.gt(1)),
              pulledAll: _.pullAll([1, 3]),
              set: _.addToSet({ $each: [1, 2] }),
              ranked: _.push({ each: [{ k: 1 }, { k: 3 }], sort: { k: 1 }, slice: 2 }),
            }),
          ),
        ),
      )
      expect(updated).toBe(1)
      expect(stored()).toEqual([
        {
          _id: 'x',
          n: 5,
          twice: 4,
          low: 3,
          high: 9,
          bits: 4,
          fresh: 1,
          whole: { c: 3 },
          inner: { a: 1, z: 2 },
          pushed: [1, 2, 3],
          front: [0, 1],
          popped: [1],
          shifted: [2],
          pulled: [1],
          pulledAll: [2],
          set: [1, 2],
          ranked: [{ k: 1 }, { k: 2 }],
        },
      ])
    })

    test('update by dotted path keeps what is beside it', async () => {
      await lab.cloud.store.insert('things', [{ _id: 'x', a: { b: { c: 1 }, d: 2 } }])
      await run(async ({ things, fields }) => {
        await things.doc('x').update(fields({ 'a.b.c': 9, 'a.e': 3 }))
      })
      expect(stored()).toEqual([{ _id: 'x', a: { b: { c: 9 }, d: 2, e: 3 } }])
    })

    test('update changes all that match and says how many became different', async () => {
      await lab.cloud.store.insert('things', numbered(10))
      const updated = await run(async ({ things, fields, updated, _ }) => [
        updated(await things.where({ n: _.lt(4) }).update(fields({ small: true }))),
        updated(await things.where({ n: _.lt(6) }).update(fields({ small: true }))),
      ])
      expect(updated).toEqual([4, 2])
      expect(lab.cloud.store.count('things', { small: true })).toBe(6)
    })

    test('update of a document that is not there changes nothing and makes none', async () => {
      expect(
        await run(async ({ things, fields, updated }) =>
          updated(await things.doc('none').update(fields({ n: 1 }))),
        ),
      ).toBe(0)
      expect(stored()).toEqual([])
    })

    test('set replaces the whole document, or makes it', async () => {
      await lab.cloud.store.insert('things', [{ _id: 'x', a: 1, b: 2 }])
      await run(async ({ things, fields }) => {
        await things.doc('x').set(fields({ c: 3 }))
        await things.doc('y').set(fields({ d: 4 }))
      })
      expect(stored()).toEqual([
        { _id: 'x', c: 3 },
        { _id: 'y', d: 4 },
      ])
    })

    test('remove takes one by id, or all that match', async () => {
      await lab.cloud.store.insert('things', numbered(10))
      const removed = await run(async ({ things, removed, _ }) => [
        removed(await things.doc('t0').remove()),
        removed(await things.doc('none').remove()),
        removed(await things.where({ n: _.gte(5) }).remove()),
      ])
      expect(removed).toEqual([1, 0, 5])
      expect(stored().map(({ n }) => n)).toEqual([1, 2, 3, 4])
    })

    test('a field inside null is refused with the reason of the real database', async () => {
      await lab.cloud.store.insert('things', [{ _id: 'x', a: null }])
      const update = run(async ({ things, fields }) =>
        things.doc('x').update(fields({ a: { b: 1 } })),
      )
      await expect(update).rejects.toThrow("Cannot create field 'b' in element {a: null}")
    })
  })

  describe('aggregating', () => {
    test('answers 20 rows unless the pipeline says otherwise', async () => {
      await lab.cloud.store.insert('things', numbered(60))
      const sizes = await run(async ({ things, rows }) => {
        const all = await things.aggregate().match({}).end()
        const more = await things.aggregate().limit(50).end()
        return [rows(all).length, rows(more).length]
      })
      expect(sizes).toEqual([20, 50])
    })

    test('runs through every stage of the SDK', async () => {
      await lab.cloud.store.insert('things', [
        { _id: 'a', college: '计算机', n: 1, tags: ['x', 'y'], inner: { m: 1 } },
        { _id: 'b', college: '计算机', n: 2, tags: ['y'], inner: { m: 2 } },
        { _id: 'c', college: '艺术', n: 3, inner: { m: 3 } },
      ])
      await lab.cloud.store.insert('others', [{ _id: 'o', thing: 'a', late: true }])
      const results = await run(async ({ things, rows, _, $ }) => {
        const start = () => things.aggregate()
        const stages = {
          group: start()
            .group({ _id: '$college', total: $.sum('$n') })
            .sort({ total: 1, _id: 1 }),
          match: start()
            .match({ n: _.gt(1) })
            .count('n'),
          project: start()
            .match({ n: 1 })
            .project({ _id: 0, more: $.add(['$n', 1]) }),
          unwind: start().unwind('$tags').sortByCount('$tags'),
          lookup: start()
            .lookup({ from: 'others', localField: '_id', foreignField: 'thing', as: 'others' })
            .match({ 'others.late': true })
            .project({ _id: 1 }),
          addFields: start().addFields({ 'inner.n': '$n' }).skip(2).limit(1),
          replaceRoot: start().sort({ n: -1 }).limit(1).replaceRoot({ newRoot: '$inner' }),
          bucket: start().bucket({ groupBy: '$n', boundaries: [0, 2, 9] }),
          sample: start().sample({ size: 2 }).count('n'),
        }
        const entries = Object.entries(stages).map(async ([n, s]) => [n, rows(await s.end())])
        return Object.fromEntries(await Promise.all(entries))
      })
      expect(results).toEqual({
        group: [
          { _id: '艺术', total: 3 },
          { _id: '计算机', total: 3 },
        ],
        match: [{ n: 2 }],
        project: [{ more: 2 }],
        unwind: [
          { _id: 'y', count: 2 },
          { _id: 'x', count: 1 },
        ],
        lookup: [{ _id: 'a' }],
        addFields: [{ _id: 'c', college: '艺术', n: 3, inner: { m: 3, n: 3 } }],
        replaceRoot: [{ m: 3 }],
        bucket: [
          { _id: 0, count: 1 },
          { _id: 2, count: 2 },
        ],
        sample: [{ n: 2 }],
      })
    })

    test('joins by a pipeline of its own', async () => {
      await lab.cloud.store.insert('things', [{ _id: 'a' }, { _id: 'b' }])
      await lab.cloud.store.insert('others', [{ _id: 'o', thing: 'a', n: 5 }])
      const joined = await run(async ({ things, rows, _, $ }) => {
        const pipeline = $.pipeline()
          .match(_.expr($.eq(['$thing', '$$id'])))
          .project({ n: 1, _id: 0 })
        const join = {
          from: 'others',
          let: { id: '$_id' },
          pipeline: pipeline.done(),
          as: 'joined',
        }
        return rows(await things.aggregate().lookup(join).end())
      })
      expect(joined).toEqual([
        { _id: 'a', joined: [{ n: 5 }] },
        { _id: 'b', joined: [] },
      ])
    })
  })

  describe('refusals carry the codes and texts of the real cloud', () => {
    test('an unknown collection', async () => {
      const read = run(async ({ db }) => db.collection('nowhere').get())
      await expect(read).rejects.toMatchObject(
        sdk === 'wx' ? { errCode: -502005 } : { code: 'DATABASE_COLLECTION_NOT_EXIST' },
      )
      await expect(read).rejects.toThrow('[ResourceNotFound] Db or Table not exist: nowhere')
    })

    test('a second document with one id', async () => {
      const add = run(async ({ things, fields }) => {
        await things.add(fields({ _id: 'two' }))
        await things.add(fields({ _id: 'two' }))
      })
      await expect(add).rejects.toMatchObject(
        sdk === 'wx' ? { errCode: -502001 } : { code: 'DATABASE_REQUEST_FAILED' },
      )
      await expect(add).rejects.toThrow(
        'E11000 duplicate key error collection: tnt-local.things index: _id_ dup key: { : "two" }',
      )
    })

    test('a unique index', async () => {
      await lab.cloud.store.insert('people', [{ school: 's', card: 1 }])
      const add = run(async ({ db, fields }) =>
        db.collection('people').add(fields({ school: 's', card: 1 })),
      )
      await expect(add).rejects.toThrow('index: card dup key: { : "s", : 1 }')
    })

    test('an action that the local cloud does not have', async () => {
      const geo = run(async ({ things, db }) =>
        things
          .aggregate()
          .geoNear({ near: new db.Geo.Point(1, 2), distanceField: 'd' })
          .end(),
      )
      await expect(geo).rejects.toThrow('$geoNear')
    })
  })

  test('creates a collection, once', async () => {
    const name = `made-by-${sdk}`
    const again = await run(async ({ db }, name) => {
      await db.createCollection(name)
      return db.createCollection(name).then(
        () => 'made twice',
        (error: Error) => error.message,
      )
    }, name)
    expect(again).toContain(`Table exist: ${name}`)
    expect(lab.cloud.store.find(name)).toEqual([])
  })
})

test('wx: get of a document that is not there fails as in WeChat', async () => {
  const get = inFunction(lab, 'wx', async ({ things }) => things.doc('none').get())
  await expect(get).rejects.toMatchObject({ errCode: -1 })
  await expect(get).rejects.toThrow('document with _id none does not exist')
})

test('node: adds several documents at once, all or none', async () => {
  const add = inFunction(lab, 'node', async ({ things }) => {
    await things.add([{ _id: 'a' }, { _id: 'b' }])
    await things.add([{ _id: 'c' }, { _id: 'a' }])
  })
  await expect(add).rejects.toThrow('E11000')
  expect(lab.cloud.store.find('things')).toEqual([{ _id: 'a' }, { _id: 'b' }])
})

test('node: updateAndReturn answers the changed document', async () => {
  await lab.cloud.store.insert('things', [{ _id: 'a', n: 1 }])
  const result = await inFunction(lab, 'node', async ({ things, _ }) =>
    things.where({ n: 1 }).updateAndReturn({ n: _.inc(1) }),
  )
  expect(result).toMatchObject({ updated: 1, doc: { _id: 'a', n: 2 } })
})

test('node: finds a document by an object id', async () => {
  const found = await inFunction(lab, 'node', async ({ db, things }) => {
    const _id = new db.ObjectId({ id: '62a29b50aaaaaaaaaaaaaaaa' })
    await things.add({ _id, n: 7 })
    return (await things.where({ _id }).get()).data.map(({ n }: { n: number }) => n)
  })
  expect(found).toEqual([7])
})
