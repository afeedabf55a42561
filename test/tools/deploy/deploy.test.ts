import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { databaseAt, type Database } from '../../../tools/deploy/database'
import { declaredCollections } from '../../../tools/deploy/declared-collections'
import { deploy, plan } from '../../../tools/deploy/deploy'
import { EnvironmentFile } from '../../../tools/deploy/environment-file'
import { redactor } from '../../../tools/deploy/redact'
import type { Situation } from '../../../tools/deploy/step'
import { cohort2022 } from '../../domain/cohort2022'
import { openLaboratory, type Laboratory } from '../../local/cloud/laboratory'
import { FakeCloud } from './fake-cloud'

const SECRET = 'xlkjRDA09fj20q3ru0q9fjaweflkajsd'
const FEED_SECRET = 'a-secret-of-the-library-of-the-school'

let lab: Laboratory
let database: Database
let folder: string
beforeAll(async () => {
  lab = await openLaboratory({ collections: declaredCollections() })
  database = databaseAt({ kind: 'local', url: lab.cloud.url })
})
afterAll(() => lab.close())

let cloud: FakeCloud
let said: string[]
beforeEach(async () => {
  cloud = new FakeCloud()
  said = []
  folder = mkdtempSync(path.join(tmpdir(), 'deploy-'))
  writeFileSync(envFile(), `TEMPLATE_RESULT=AbC\nTEMPLATE_TURN=DeF:thing1,thing4,time2\n`)
  for (const { name } of declaredCollections()) await lab.cloud.store.remove(name)
})
afterEach(() => rmSync(folder, { recursive: true }))

const envFile = () => path.join(folder, '.env.local')
const written = () => readFileSync(envFile(), 'utf8')

function situation(changes: Partial<Situation> = {}): Situation {
  const variables = new EnvironmentFile(envFile(), {
    TCB_ENV: 'school-1',
    TENCENTCLOUD_SECRETID: 'AKIDxxxxxxxxxxxxxxxx',
    TENCENTCLOUD_SECRETKEY: SECRET,
  })
  return {
    cloud,
    database,
    variables,
    cohort: cohort2022,
    administrator: { staffNo: '20081012', name: '程序云' },
    now: new Date('2026-11-26T09:00:00+08:00'),
    say: (line) => said.push(line),
    ...changes,
  }
}

describe('a plan', () => {
  test('of an empty environment names everything and changes nothing', async () => {
    const before = written()
    expect(await plan(situation())).toBeGreaterThan(40)
    const text = said.join('\n')
    for (const part of [
      '+ 生成 SECRET_KEYS、SECRET_KEY_CURRENT、PASS_KEY，写进 .env.local（不显示）',
      '+ 建集合 students（只有云函数能读写），索引 openid（唯一、稀疏）、name、',
      '+ 开通 HTTP 访问服务',
      '+ 建函数 sync（60 秒，512 MB，定时 0 * * * * * *）',
      '+ HTTP 访问 /feed 通到函数 feed',
      '+ 云存储的权限从 READONLY 改成「仅创建者可读写」',
      '+ 放入 2022 届',
      '+ 设第一位管理员，工号 20081012',
      '! HTTP 访问开通以后才知道 CERTIFICATE_URL',
    ]) {
      expect(text).toContain(part)
    }
    expect(cloud.requests).toEqual([])
    expect(written()).toBe(before)
    expect(lab.cloud.store.find('staff')).toEqual([])
  })

  test('says which variables are missing or wrong', async () => {
    writeFileSync(envFile(), 'TEMPLATE_RESULT=AbC:phrase1\nFEEDS=library=short\n')
    await plan(situation())
    const text = said.join('\n')
    expect(text).toContain('✗ 缺少 TEMPLATE_TURN（待办提醒的订阅消息模板')
    expect(text).toContain('✗ TEMPLATE_RESULT 写得不对')
    expect(text).toContain('✗ FEEDS 写得不对')
  })
})

describe('a deployment', () => {
  test('makes an environment what it should be; a second one changes nothing', async () => {
    expect(await deploy(situation())).toEqual([])
    expect(cloud.there.get('students')?.permission).toBe('ADMINONLY')
    expect(cloud.functions.size).toBe(14)
    expect(cloud.functions.get('sync')?.timers).toEqual({ sync: '0 * * * * * *' })
    expect(cloud.functions.get('certificate')?.variables.CERTIFICATE_URL).toBe(
      'https://school-1.ap-shanghai.app.tcloudbase.com/certificate',
    )
    expect(cloud.functions.get('identity')?.variables).not.toHaveProperty('CAS_URL')
    expect(cloud.paths).toEqual({ '/feed': 'feed', '/certificate': 'certificate' })
    expect(lab.cloud.store.find('cohorts')).toHaveLength(1)
    expect(said.join('\n')).toMatch(/管理员的一次性验证码：\d{8}/)
    expect(said.join('\n')).toContain('✓ sync 起来了，定时器 sync 0 * * * * * *')

    const [requests, file] = [cloud.requests.length, written()]
    said = []
    expect(await plan(situation())).toBe(0)
    expect(said).toEqual([])
    expect(await deploy(situation())).toEqual([])
    expect(cloud.requests).toHaveLength(requests)
    expect(written()).toBe(file)
    expect(lab.cloud.store.find('audit')).toHaveLength(2)
  })

  test('keeps its keys beside what was written, for their owner alone', async () => {
    await deploy(situation())
    expect(written()).toMatch(/^TEMPLATE_RESULT=AbC\nTEMPLATE_TURN=.*\nSECRET_KEYS=k20261126:/)
    if (process.platform !== 'win32') expect(statSync(envFile()).mode & 0o777).toBe(0o600)
  })

  test('brings back what somebody changed in the console', async () => {
    await deploy(situation())
    const sync = cloud.functions.get('sync')
    const students = cloud.there.get('students')
    if (!sync || !students) throw new Error('nothing was deployed')
    Object.assign(sync, { timeout: 3, timers: { sync: '0 0 * * * * *', own: '0 0 1 * * * *' } })
    sync.variables.FEEDS = `library=${FEED_SECRET}`
    students.permission = 'READONLY'
    students.indexes = students.indexes.map((index) => ({ ...index, unique: false }))
    said = []
    await plan(situation())
    expect(said).toEqual([
      '+ 集合 students 的权限从 READONLY 改成只有云函数能读写',
      '+ 集合 students 重建索引 openid（唯一、稀疏）',
      '+ 更新函数 sync：时限 3 → 60 秒、变量 FEEDS、定时器',
    ])
    expect(await deploy(situation())).toEqual([])
    expect(cloud.functions.get('sync')?.timers).toEqual({ sync: '0 * * * * * *' })
    expect(await plan(situation())).toBe(0)
  })

  test('sends new code only where the code is new', async () => {
    await deploy(situation())
    const pass = cloud.functions.get('pass')
    if (pass) pass.description = '离校单，代码 0000000000000000'
    cloud.requests.length = 0
    await deploy(situation())
    expect(cloud.requests).toEqual(['updateCode', 'updateSettings'])
  })

  test('is not begun with wrong variables', async () => {
    writeFileSync(envFile(), '')
    const faults = await deploy(situation())
    expect(faults).toHaveLength(2)
    expect(cloud.requests).toEqual([])
  })

  test('goes on where it was cut off', async () => {
    cloud.failing = { request: 'addPath', error: new Error('cut off') }
    await expect(deploy(situation())).rejects.toThrow(
      '没有做成「HTTP 访问 /feed 通到函数 feed」：cut off',
    )
    cloud.failing = null
    cloud.requests.length = 0
    expect(await deploy(situation())).toEqual([])
    expect(cloud.requests).toEqual(['addPath', 'addPath', 'setStorageRule'])
  })

  test('does not take the word of the cloud for it', async () => {
    cloud.idle.add('changeIndexes')
    const faults = await deploy(situation())
    expect(faults).toContainEqual(
      expect.stringContaining('云上答应了，再看还没有：集合 students 建索引 openid（唯一、稀疏）'),
    )
    expect(lab.cloud.store.find('cohorts')).toEqual([])
    expect(lab.cloud.store.find('staff')).toEqual([])
  })

  test('leaves a path that leads elsewhere alone and says so', async () => {
    cloud.paths['/feed'] = 'weather'
    await deploy(situation())
    expect(cloud.paths['/feed']).toBe('weather')
    expect(said.join('\n')).toContain('! HTTP 访问的 /feed 通到别的函数 weather，没有动它')
  })

  test('says which function does not start, and why', async () => {
    const error = '云函数没有启动：缺少环境变量 FEEDS。'
    cloud.answers.set('feed', { error })
    cloud.answers.set('desk', { answer: '{"ok":true,"data":{}}' })
    expect(await deploy(situation())).toEqual([
      expect.stringContaining('✗ desk 没有起来：答了没有料到的'),
      `✗ feed 没有起来：${error}`,
    ])
  })

  test('without a name for an administrator says how to give one', async () => {
    expect(await deploy(situation({ administrator: null }))).toEqual([])
    expect(said.join('\n')).toContain('! 还没有管理员：再运行一次，后面写上工号和姓名')
  })
})

describe('the keys', () => {
  test('on another laptop come back from the cloud', async () => {
    await deploy(situation())
    const keys = cloud.functions.get('pass')?.variables
    writeFileSync(envFile(), 'TEMPLATE_RESULT=AbC\nTEMPLATE_TURN=DeF:thing1,thing4,time2\n')
    said = []
    expect(await plan(situation())).toBe(1)
    expect(said[0]).toContain('从云上取回正在用的 SECRET_KEYS')
    await deploy(situation())
    expect(written()).toContain(`SECRET_KEYS=${keys?.SECRET_KEYS ?? ''}\n`)
  })

  test.each(['secrets', 'answers'])(
    'are not replaced while %s are under them; when nothing is, they may go',
    async (collection) => {
      await deploy(situation())
      await lab.cloud.store.insert(collection, [{ _id: 'x', sealed: { keyId: 'k20261126' } }])
      const other = `k1:${Buffer.alloc(32, 7).toString('base64')}`
      const text = written().replace(/SECRET_KEYS=.*/, `SECRET_KEYS=${other}`)
      writeFileSync(envFile(), text.replace(/SECRET_KEY_CURRENT=.*/, 'SECRET_KEY_CURRENT=k1'))
      cloud.requests.length = 0
      await expect(deploy(situation())).rejects.toThrow('云上还有用密钥 k20261126 加密的资料')
      expect(cloud.requests).toEqual([])
      await lab.cloud.store.remove(collection)
      expect(await deploy(situation())).toEqual([])
      expect(cloud.functions.get('pass')?.variables.SECRET_KEYS).toBe(other)
    },
  )

  test('may have others beside them, as a rotation needs', async () => {
    await deploy(situation())
    const other = `k1:${Buffer.alloc(32, 7).toString('base64')}`
    writeFileSync(envFile(), written().replace('SECRET_KEYS=', `SECRET_KEYS=${other},`))
    expect(await deploy(situation())).toEqual([])
    expect(cloud.functions.get('pass')?.variables.SECRET_KEYS).toContain('k1:')
  })
})

test('an index that is not sparse is found before any data goes in', async () => {
  const indexes = [{ name: 'openid', keys: { openid: 1 as const }, unique: true }]
  const strict = await openLaboratory({
    collections: declaredCollections().map((declared) =>
      declared.name === 'students' ? { ...declared, indexes } : declared,
    ),
  })
  const faults = await deploy(
    situation({ database: databaseAt({ kind: 'local', url: strict.cloud.url }) }),
  )
  expect(faults).toEqual([expect.stringContaining('集合 students 的索引 openid 不是稀疏的')])
  expect(strict.cloud.store.find('students')).toEqual([])
  expect(strict.cloud.store.find('cohorts')).toEqual([])
  await strict.close()
})

test('a database that refuses Chinese field names is found before any data goes in', async () => {
  const strict: Database = {
    ...database,
    inTransaction: (work) =>
      database.inTransaction((transaction) =>
        work({
          ...transaction,
          async insert(collection, document) {
            if (/[一-龥]/.test(JSON.stringify(document))) throw new Error('invalid key name')
            await transaction.insert(collection, document)
          },
        }),
      ),
  }
  expect(await deploy(situation({ database: strict }))).toEqual([
    expect.stringContaining('云数据库没有收下字段名是中文的记录（invalid key name）'),
  ])
  expect(lab.cloud.store.find('cohorts')).toEqual([])
})

test.each([
  ['AuthFailure.SignatureFailure', '', '腾讯云不认这对密钥'],
  ['UnauthorizedOperation', '', '这对密钥没有权限'],
  ['ResourceNotFound.EnvNotFound', '', '请核对 TCB_ENV'],
  ['RequestLimitExceeded', '', '问得太快了'],
  ['LimitExceeded.Function', '', '超过了云环境套餐的限额'],
  ['', 'request to https://tcb… failed, reason: connect ECONNREFUSED', '连不上腾讯云'],
  ['InternalError', 'something of theirs', 'something of theirs'],
])('%s %s is said in words', async (code, message, sentence) => {
  cloud.failing = {
    request: 'createCollection',
    error: Object.assign(new Error(message), { code }),
  }
  await expect(deploy(situation())).rejects.toThrow(sentence)
})

test('no secret is shown, whatever is said', async () => {
  writeFileSync(envFile(), `${written()}FEEDS=library=${FEED_SECRET}@https://library.example\n`)
  const { variables } = situation()
  await deploy(situation())
  const keys = Object.values(cloud.functions.get('pass')?.variables ?? {}).map(
    (value) => value.split(':').pop() ?? '',
  )
  const secrets = [SECRET, FEED_SECRET, ...keys.filter((key) => key.length > 30)]
  expect(secrets).toHaveLength(4)
  for (const secret of secrets) expect(said.join('\n')).not.toContain(secret)
  const shown = redactor(() => variables.secrets())
  expect(shown(secrets.join(' '))).toBe('… … … …')
})
