import { sha256 } from '../../cloudfunctions/shared/sha256'
import { verifyChain } from '../../domain/audit/chain'
import type { AuditRecord, ChainHead } from '../../domain/audit/record'
import { Ledger } from './ledger'

let ledger: Ledger
beforeAll(async () => (ledger = await Ledger.open()), 60_000)
afterAll(() => ledger.close())
beforeEach(async () => {
  for (const name of ['answers', 'attempts', 'audit', 'chains', 'bindings']) {
    await ledger.cloud.store.remove(name)
  }
  ledger.cloud.stats.take()
})

const times = <T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)))

const counted = (person: string): string[] =>
  ledger.cloud.store.find<{ tries: string[] }>('attempts', {
    filter: { _id: `count:${person}` },
  })[0]?.tries ?? []

/** The faults of a person's chain, and how long it is. */
function chainOf(person: string): { length: number; faults: string[] } {
  const { store } = ledger.cloud
  const records = store.find<AuditRecord>('audit', { filter: { person }, order: { seq: 1 } })
  const [head = null] = store.find<ChainHead>('chains', { filter: { _id: person } })
  return { length: records.length, faults: verifyChain(records, head, sha256) }
}

const change = (requestId: string, person = 'student:1') =>
  ledger.call({ do: 'change', person, requestId })

describe('a change with its request id', () => {
  test('fired 20 times at once is done once and answered the same 20 times', async () => {
    const answers = await times(20, () => change('request-0000000001'))
    expect(new Set(answers.map(({ code }) => code)).size).toBe(1)
    expect(answers[0]?.code).toMatch(/^0\.\d+/)
    expect(counted('student:1')).toEqual(['request-0000000001'])
    expect(chainOf('student:1')).toEqual({ length: 1, faults: [] })
  })

  test('with two ids, even at once, is done twice', async () => {
    const [a, b] = await Promise.all([change('request-0000000001'), change('request-0000000002')])
    expect(a.code).not.toBe(b.code)
    expect(counted('student:1').sort()).toEqual(['request-0000000001', 'request-0000000002'])
  })

  test('with the same id by two people is done twice', async () => {
    const event = { do: 'change', person: 'student:1', requestId: 'request-0000000001' } as const
    await Promise.all([ledger.call(event, 'oLi'), ledger.call(event, 'oWang')])
    expect(counted('student:1')).toHaveLength(2)
  })

  test('repeated after its answer was lost on the way changes nothing', async () => {
    const gaveUp = new AbortController()
    const lost = fetch(`${ledger.cloud.url}/call/ledger`, {
      method: 'POST',
      headers: { 'x-openid': 'oLi' },
      body: JSON.stringify({ do: 'change', person: 'student:1', requestId: 'request-0000000001' }),
      signal: gaveUp.signal,
    })
    while (counted('student:1').length === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    gaveUp.abort()
    await lost.catch(() => undefined)
    const answers = await times(3, () => change('request-0000000001'))
    expect(new Set(answers.map(({ code }) => code)).size).toBe(1)
    expect(counted('student:1')).toHaveLength(1)
  })

  test('is refused when its id was used for another action', async () => {
    await change('request-0000000001')
    const event = { do: 'change', person: 'student:1', requestId: 'request-0000000001' } as const
    const other = await ledger.call({ ...event, action: 'identity.unbind' })
    expect(other.refused).toBe('INVALID')
    expect(counted('student:1')).toHaveLength(1)
  })

  test('that is refused leaves nothing, so that it can be tried again', async () => {
    const event = { do: 'change', person: 'student:1', requestId: 'request-0000000001' } as const
    expect(await ledger.call({ ...event, refuse: true })).toMatchObject({ refused: 'CLOSED' })
    expect(counted('student:1')).toEqual([])
    expect(chainOf('student:1').length).toBe(0)
    expect(ledger.cloud.store.count('answers')).toBe(0)
    expect(await ledger.call(event)).toHaveProperty('code')
  })

  test('keeps its answer unreadable', async () => {
    const { code = '' } = await change('request-0000000001')
    expect(JSON.stringify(ledger.cloud.store.find('answers'))).not.toContain(code)
  })
})

describe('the audit chain', () => {
  test('of one person is unbroken after 30 changes at once', async () => {
    const answers = await times(30, (n) => change(`request-00000000${String(n).padStart(2, '0')}`))
    expect(answers.filter(({ refused }) => refused)).toEqual([])
    expect(chainOf('student:1')).toEqual({ length: 30, faults: [] })
    expect(counted('student:1')).toHaveLength(30)
  }, 60_000)

  test('of 30 people takes 30 transactions: nobody waits for another', async () => {
    const people = Array.from({ length: 30 }, (_, n) => `student:${n}`)
    await Promise.all(people.map((person, n) => change(`request-00000000${10 + n}`, person)))
    const { actions } = ledger.cloud.stats.take()
    expect(actions['database.startTransaction']).toBe(30)
    expect(actions['database.abortTransaction']).toBeUndefined()
    for (const person of people) expect(chainOf(person)).toEqual({ length: 1, faults: [] })
  }, 60_000)

  test('grows by many records in turn', async () => {
    await ledger.call({ do: 'audit', person: 'student:1', times: 12 })
    expect(chainOf('student:1')).toEqual({ length: 12, faults: [] })
  })
})

describe('a transaction', () => {
  test('replaces whole values, takes fields away and finds nobody where nobody is', async () => {
    expect(await ledger.call({ do: 'fields' })).toEqual({
      staff: { _id: 'fields', name: '乙', grants: [] },
      absent: null,
    })
  })

  test('tells of a taken key without quoting it', async () => {
    const answer = await ledger.call({ do: 'duplicate' })
    expect(answer).toEqual({ duplicate: true, message: 'duplicate key in bindings' })
    expect(ledger.cloud.store.count('bindings')).toBe(0)
  })
})
