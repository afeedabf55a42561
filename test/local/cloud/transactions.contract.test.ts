import { inFunction, openLaboratory, type Kit, type Laboratory } from './laboratory'

let lab: Laboratory
beforeAll(async () => (lab = await openLaboratory()))
afterAll(() => lab.close())
beforeEach(async () => {
  await lab.cloud.store.remove('things')
  await lab.cloud.store.insert('things', [
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ])
})

const numbers = () => lab.cloud.store.find('things').map(({ n }) => n)

describe.each(['wx', 'node'] as const)('%s SDK', (sdk) => {
  const run = <Result>(work: (kit: Kit) => Promise<Result>) => inFunction(lab, sdk, work)

  test('a committed transaction changes all, a rolled back one nothing', async () => {
    await run(async ({ db, fields, _ }) => {
      for (const end of ['commit', 'rollback']) {
        const transaction = await db.startTransaction()
        const things = transaction.collection('things')
        await things.doc('a').update(fields({ n: _.inc(10) }))
        await things.doc('b').set(fields({ n: 50 }))
        await things.add(fields({ _id: end, n: 0 }))
        await transaction[end]()
      }
    })
    expect(numbers()).toEqual([11, 50, 0])
  })

  test('reads inside see the start and own writes, reads outside the committed', async () => {
    const seen = await run(async ({ db, things, fields, one }) => {
      const transaction = await db.startTransaction()
      const inside = transaction.collection('things')
      await inside.doc('a').update(fields({ n: 5 }))
      await things.doc('b').update(fields({ n: 7 }))
      const documents = [inside.doc('a'), things.doc('a'), inside.doc('b'), things.doc('b')]
      const seen = []
      for (const document of documents) seen.push(one(await document.get()).n)
      await transaction.rollback()
      return seen
    })
    expect(seen).toEqual([5, 1, 1, 7])
  })

  test('the second writer of a document gets the conflict of the real cloud', async () => {
    const conflict = run(async ({ db, fields, _ }) => {
      const [first, second] = [await db.startTransaction(), await db.startTransaction()]
      await first
        .collection('things')
        .doc('a')
        .update(fields({ n: _.inc(1) }))
      try {
        await second
          .collection('things')
          .doc('a')
          .update(fields({ n: _.inc(1) }))
      } finally {
        await first.commit()
        await second.rollback()
      }
    })
    await expect(conflict).rejects.toMatchObject(
      sdk === 'wx' ? { errCode: -501001 } : { code: 'DATABASE_TRANSACTION_CONFLICT' },
    )
    await expect(conflict).rejects.toThrow('[ResourceUnavailable.TransactionConflict]')
    expect(numbers()).toEqual([2, 1])
  })

  test('a transaction cannot be committed twice', async () => {
    const twice = run(async ({ db }) => {
      const transaction = await db.startTransaction()
      await transaction.commit()
      await transaction.commit()
    })
    await expect(twice).rejects.toThrow('[ResourceNotFound.TransactionNotExist]')
  })

  test('runTransaction commits, and rolls back when its work throws', async () => {
    const outcome = await run(async ({ db, fields }) => {
      const set = (n: number) => async (transaction: Kit) => {
        await transaction.collection('things').doc('a').update(fields({ n }))
        if (n < 0) throw new Error('not below zero')
      }
      await db.runTransaction(set(9))
      return db.runTransaction(set(-1)).then(
        () => 'committed',
        () => 'rolled back',
      )
    })
    expect(outcome).toBe('rolled back')
    expect(numbers()).toEqual([9, 1])
  })

  test('where().update() in a transaction survives its rollback, as in the real cloud', async () => {
    await run(async ({ db, fields }) => {
      const transaction = await db.startTransaction()
      await transaction
        .collection('things')
        .where({ _id: 'a' })
        .update(fields({ n: 99 }))
      await transaction.rollback()
    })
    expect(numbers()).toEqual([99, 1])
  })

  test('a write outside waits for the transaction that holds its document', async () => {
    await run(async ({ db, things, fields, _ }) => {
      const transaction = await db.startTransaction()
      await transaction
        .collection('things')
        .doc('a')
        .update(fields({ n: _.inc(10) }))
      const waiting = things.doc('a').update(fields({ n: _.mul(2) }))
      await things.doc('b').update(fields({ n: 5 }))
      await transaction.commit()
      await waiting
    })
    expect(numbers()).toEqual([22, 5])
  })

  test('money sent to and fro by many transactions at once is neither made nor lost', async () => {
    await run(async ({ db, fields, one }) => {
      const move = (from: string, to: string, amount: number) => async (transaction: Kit) => {
        const things = transaction.collection('things')
        const left = Number(one(await things.doc(from).get()).n) - amount
        await things.doc(from).update(fields({ n: left }))
        const right = Number(one(await things.doc(to).get()).n) + amount
        await things.doc(to).update(fields({ n: right }))
      }
      // The SDKs do not repeat a conflict that an operation reports (docs/cloudbase-protocol.md, trap 1).
      const persist = async (work: (transaction: Kit) => Promise<void>): Promise<void> => {
        try {
          await db.runTransaction(work)
        } catch (error) {
          if (!/TransactionConflict/.test(String((error as Kit).errMsg ?? error))) throw error
          await persist(work)
        }
      }
      const moves = [1, 2, 3, 4, 5].flatMap((amount) => [
        persist(move('a', 'b', amount)),
        persist(move('b', 'a', amount * 10)),
      ])
      await Promise.all(moves)
    })
    expect(numbers()).toEqual([1 - 15 + 150, 1 + 15 - 150])
  })
})
