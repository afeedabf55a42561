import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  emptyFolder,
  FIXTURES,
  inFunction,
  openLaboratory,
  until,
  type Laboratory,
} from './laboratory'

let lab: Laboratory
beforeAll(async () => (lab = await openLaboratory({ environment: { SECRET: 'open sesame' } })))
afterAll(() => lab.close())

interface Echo {
  event: Record<string, unknown>
  openid?: string
  appid: string
  source: string
  secret: string
  trigger?: string
  functionName: string
  calls: number
  nested?: Echo
}
const echo = (data: object, caller = {}) => lab.cloud.invoke('echo', data, caller) as Promise<Echo>
const faulty = (how: string) => lab.cloud.invoke('faulty', { how })
const logged = (text: string) => lab.log.some((entry) => entry.text.includes(text))

describe('identity', () => {
  test('a function knows who called it, and through what', async () => {
    expect(await echo({ a: 1 }, { openid: 'oWang' })).toMatchObject({
      openid: 'oWang',
      source: 'wx_client',
      functionName: 'echo',
      event: { a: 1, userInfo: { openId: 'oWang' } },
    })
  })

  test('an anonymous caller has no OPENID, not even one left over', async () => {
    await echo({}, { openid: 'oWang' })
    const { openid, event } = await echo({})
    expect(openid).toBeUndefined()
    expect(event).not.toHaveProperty('userInfo')
  })

  test('a function called by a function sees the same person, one scf further', async () => {
    const outer = await echo({ nest: 2 }, { openid: 'oWang' })
    const chain = [outer, outer.nested, outer.nested?.nested]
    expect(chain.map((call) => call?.openid)).toEqual(['oWang', 'oWang', 'oWang'])
    expect(chain.map((call) => call?.source)).toEqual([
      'wx_client',
      'wx_client,scf',
      'wx_client,scf,scf',
    ])
  })

  test('node-sdk calls functions too', async () => {
    const result = await inFunction(lab, 'node', async ({ cloud }) => {
      const { result } = await cloud.callFunction({ name: 'echo', data: { a: 1 } })
      return result.event
    })
    expect(result).toEqual({ a: 1 })
  })

  test('calls at the same time do not see each other', async () => {
    const people = ['o1', 'o2', 'o3', 'o4']
    const calls = people.map((openid) => echo({ wait: 50 }, { openid }))
    expect((await Promise.all(calls)).map(({ openid }) => openid)).toEqual(people)
  })
})

test('an instance stays warm for the next call', async () => {
  const { calls } = await echo({})
  expect((await echo({})).calls).toBe(calls + 1)
})

test('functions get the extra environment variables', async () => {
  expect(await echo({})).toMatchObject({ secret: 'open sesame' })
})

test('what a function prints is forwarded under its name', async () => {
  await echo({ log: '第一行\n第二行' })
  for (const text of ['第一行', '第二行']) {
    await until(() => logged(text))
    expect(lab.log).toContainEqual({ level: 'info', function: 'echo', text })
  }
})

describe('a function that fails', () => {
  test.each([
    ['throws', 'throw', 'Error: boom'],
    ['throws where nobody catches it', 'uncaught', 'Error: nobody catches this'],
    ['rejects where nobody awaits it', 'rejected', 'Error: nobody awaits this'],
    ['ends its process', 'exit', 'exited with code 3'],
  ])('%s', async (_, how, text) => {
    await expect(faulty(how)).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
    await expect(faulty(how)).rejects.toThrow(text)
    expect(await faulty('nothing')).toBeNull()
  })

  test('is ended at its time limit, even in an endless loop', async () => {
    const outcomes = [faulty('hang'), faulty('spin')].map((call) => expect(call).rejects)
    await Promise.all(
      outcomes.map((outcome) =>
        outcome.toMatchObject({
          code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
          message: 'Invoking task timed out after 1 seconds',
        }),
      ),
    )
    expect(await faulty('nothing')).toBeNull()
  })

  test('cannot be loaded', async () => {
    await expect(lab.cloud.invoke('broken', {})).rejects.toThrow('cannot even load')
    expect(logged('cannot even load')).toBe(true)
  })

  test('is not there', async () => {
    await expect(lab.cloud.invoke('nowhere', {})).rejects.toMatchObject({
      code: 'FUNCTION_NOT_FOUND',
    })
    await expect(lab.cloud.invoke('../fixtures/echo', {})).rejects.toMatchObject({
      code: 'FUNCTION_NOT_FOUND',
    })
  })

  test('tells the function that called it', async () => {
    const call = inFunction(lab, 'wx', async ({ cloud }) =>
      cloud.callFunction({ name: 'faulty', data: { how: 'throw' } }),
    )
    await expect(call).rejects.toThrow('Error: boom')
  })
})

describe('the clock of the functions', () => {
  afterAll(() => lab.cloud.clock.set(new Date().toISOString()))

  const dates = () =>
    inFunction(lab, 'wx', async () => ({
      now: new Date(Date.now()).toISOString(),
      date: new Date().toISOString(),
      text: Date(),
      given: new Date(2020, 1, 1).getFullYear(),
      parsed: new Date('2020-01-01T00:00:00Z').getTime(),
      isDate: new Date() instanceof Date && new Date().constructor === Date,
      child: new (class extends Date {})().toISOString(),
    }))

  test("is the cloud's, in an instance started before it was moved too", async () => {
    for (const day of ['2022-06-10', '2031-01-02', '2022-06-11']) {
      lab.cloud.clock.set(`${day}T01:00:00Z`)
      const { now, date, child } = await dates()
      expect([now, date, child].map((instant) => instant.slice(0, 10))).toEqual([day, day, day])
    }
  })

  test('leaves dates alone that were given', async () => {
    expect(await dates()).toMatchObject({ given: 2020, parsed: 1577836800000, isDate: true })
  })
})

test('after a reload new calls run the new code, and the old instances are gone', async () => {
  const functionsDir = emptyFolder()
  const write = (version: number) => {
    const folder = join(functionsDir, 'version')
    mkdirSync(folder, { recursive: true })
    cpSync(join(FIXTURES, 'echo', 'package.json'), join(folder, 'package.json'))
    writeFileSync(join(folder, 'index.js'), `exports.main = () => ${version}`)
  }
  write(1)
  const own = await openLaboratory({ functionsDir })
  try {
    expect(await own.cloud.invoke('version', {})).toBe(1)
    write(2)
    expect(await own.cloud.invoke('version', {})).toBe(1)
    await own.cloud.reloadFunctions()
    expect(await own.cloud.invoke('version', {})).toBe(2)
  } finally {
    await own.close()
    rmSync(functionsDir, { recursive: true })
  }
})

test('a wrong config.json is refused with its path and field', async () => {
  const functionsDir = emptyFolder()
  mkdirSync(join(functionsDir, 'wrong'))
  writeFileSync(join(functionsDir, 'wrong', 'index.js'), '')
  const config = join(functionsDir, 'wrong', 'config.json')
  writeFileSync(config, '{ "timeout": "soon" }')
  await expect(openLaboratory({ functionsDir })).rejects.toThrow(`${config}: timeout`)
  writeFileSync(config, '{ "triggers": [{ "name": "t", "type": "timer", "config": "0 2 * * *" }] }')
  await expect(openLaboratory({ functionsDir })).rejects.toThrow(
    '云函数 wrong 的定时器「0 2 * * *」看不懂',
  )
  rmSync(functionsDir, { recursive: true })
})
