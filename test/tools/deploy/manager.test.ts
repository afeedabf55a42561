import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Cloud, WantedFunction } from '../../../tools/deploy/cloud'
import { DeployFailure } from '../../../tools/deploy/failure'
import { managedCloud } from '../../../tools/deploy/manager'
import { TencentCloud } from './tencent-cloud'

const uploads: { Key: string; FilePath: string }[] = []
jest.mock(
  'cos-nodejs-sdk-v5',
  () =>
    class {
      sliceUploadFile(file: { Key: string; FilePath: string }, done: (e: null, d: object) => void) {
        uploads.push(file)
        done(null, { Key: file.Key })
      }
    },
)

const SECRET_KEY = 'a-secret-key-that-never-travels'
const account = { env: 'school-1', secretId: 'AKIDxxxxxxxxxxxxxxxx', secretKey: SECRET_KEY }

let tencent: TencentCloud
let cloud: Cloud
let folder: string
beforeEach(async () => {
  tencent = await TencentCloud.open()
  cloud = managedCloud(account)
  folder = mkdtempSync(path.join(tmpdir(), 'function-'))
  writeFileSync(path.join(folder, 'index.js'), 'exports.main = () => null\n')
  jest.spyOn(console, 'log').mockImplementation(() => undefined)
})
afterEach(async () => {
  jest.restoreAllMocks()
  rmSync(folder, { recursive: true })
  await tencent.close()
})

const DATABASE = {
  EnvId: 'school-1',
  MongoConnector: { DatabaseName: 'tnt-1', InstanceId: 'flexdb' },
}
const FUNCTION = { FunctionName: 'sync', Namespace: 'school-1' }

const wanted = (): WantedFunction => ({
  name: 'sync',
  handler: 'index.main',
  runtime: 'Nodejs20.19',
  timeout: 60,
  memorySize: 512,
  installDependency: false,
  folder,
  description: '离校单，代码 1',
  variables: { FEEDS: 'none' },
  timers: [{ name: 'sync', type: 'timer', config: '0 * * * * * *' }],
})

describe('collections', () => {
  test('are listed, also when there are none', async () => {
    tencent.answers.ListTables = { Tables: null }
    expect(await cloud.collections()).toEqual([])
    tencent.answers.ListTables = { Tables: [{ TableName: 'students' }] }
    expect(await cloud.collections()).toEqual(['students'])
    expect(tencent.bodiesOf('ListTables')[0]).toEqual({ ...DATABASE, MgoLimit: 100, MgoOffset: 0 })
  })

  test('tell their permission and indexes', async () => {
    const Keys = [{ Name: 'cohort', Direction: '1' }]
    tencent.answers.DescribeTable = { Indexes: [{ Name: 'cohort', Unique: false, Keys }] }
    tencent.answers.DescribeDatabaseACL = { AclTag: 'ADMINONLY' }
    expect(await cloud.collection('students')).toEqual({
      permission: 'ADMINONLY',
      indexes: [{ name: 'cohort', unique: false, keys: { cohort: 1 } }],
    })
    expect(tencent.bodiesOf('DescribeDatabaseACL')).toEqual([
      { EnvId: 'school-1', CollectionName: 'students' },
    ])
  })

  test('are made, closed to all but the functions, and indexed', async () => {
    Object.assign(tencent.answers, { CreateTable: {}, ModifyDatabaseACL: {}, UpdateTable: {} })
    await cloud.createCollection('students')
    await cloud.setPermission('students', 'ADMINONLY')
    const openid = { name: 'openid', keys: { openid: 1 as const }, unique: true, sparse: true }
    await cloud.changeIndexes('students', ['old'], [openid])
    const TableName = 'students'
    expect(tencent.asked.slice(1)).toEqual([
      { action: 'CreateTable', body: { ...DATABASE, TableName } },
      {
        action: 'ModifyDatabaseACL',
        body: { EnvId: 'school-1', CollectionName: TableName, AclTag: 'ADMINONLY' },
      },
      {
        action: 'UpdateTable',
        body: { ...DATABASE, TableName, DropIndexes: [{ IndexName: 'old' }] },
      },
      {
        action: 'UpdateTable',
        body: {
          ...DATABASE,
          TableName,
          CreateIndexes: [
            {
              IndexName: 'openid',
              MgoKeySchema: {
                MgoIndexKeys: [{ Name: 'openid', Direction: '1' }],
                MgoIsUnique: true,
                MgoIsSparse: true,
              },
            },
          ],
        },
      },
    ])
  })
})

test('HTTP access tells its domain and paths, is opened, and gets a path without a login', async () => {
  Object.assign(tencent.answers, {
    DescribeCloudBaseGWService: { DefaultDomain: 'school-1.example', EnableService: true },
    DescribeCloudBaseGWAPI: { APISet: [{ Path: '/feed', Name: 'feed' }] },
    ModifyCloudBaseGWPrivilege: {},
    CreateCloudBaseGWAPI: {},
  })
  expect(await cloud.access()).toEqual({
    open: true,
    domain: 'school-1.example',
    paths: { '/feed': 'feed' },
  })
  await cloud.openAccess()
  await cloud.addPath('/certificate', 'certificate')
  expect(tencent.bodiesOf('DescribeCloudBaseGWAPI')).toEqual([
    { ServiceId: 'school-1', Offset: 0, Limit: 100 },
  ])
  expect(tencent.bodiesOf('CreateCloudBaseGWAPI')).toEqual([
    { ServiceId: 'school-1', Path: '/certificate', Name: 'certificate', Type: 1, AuthSwitch: 2 },
  ])
})

describe('a function', () => {
  const detail = {
    Status: 'Active',
    Description: '离校单，代码 1',
    Runtime: 'Nodejs20.19',
    Timeout: 60,
    MemorySize: 512,
    VpcConfig: {},
    Environment: { Variables: [{ Key: 'FEEDS', Value: 'none' }] },
    Triggers: [{ TriggerName: 'sync', Type: 'timer', TriggerDesc: '{"cron":"0 * * * * * *"}' }],
  }

  test('that is not there is nothing', async () => {
    tencent.answers.GetFunction = { Error: { Code: 'ResourceNotFound.Function', Message: 'no' } }
    expect(await cloud.deployed('sync')).toBeNull()
  })

  test('tells what it is', async () => {
    tencent.answers.GetFunction = detail
    expect(await cloud.deployed('sync')).toEqual({
      description: '离校单，代码 1',
      runtime: 'Nodejs20.19',
      timeout: 60,
      memorySize: 512,
      variables: { FEEDS: 'none' },
      timers: { sync: '0 * * * * * *' },
    })
    tencent.answers.GetFunction = { ...detail, Environment: null, Triggers: null }
    expect(await cloud.deployed('sync')).toMatchObject({ variables: {}, timers: {} })
  })

  test('whose creation failed is made again', async () => {
    tencent.answers.GetFunction = { ...detail, Status: 'CreateFailed' }
    expect(await cloud.deployed('sync')).toBeNull()
  })

  test('is made with its code, variables and limits, and gets its timer', async () => {
    Object.assign(tencent.answers, {
      GetFunction: detail,
      CreateFunction: {},
      BatchCreateTrigger: {},
      GetTempCosInfo: { Date: '2026-11-26', Sign: 'sign' },
    })
    await cloud.createFunction(wanted())
    await cloud.addTimers('sync', wanted().timers)
    expect(uploads.pop()).toMatchObject({ Key: '/2026-11-26/1250000000/school-1/sync.zip' })
    expect(tencent.bodiesOf('CreateFunction')).toMatchObject([
      {
        ...FUNCTION,
        Handler: 'index.main',
        Runtime: 'Nodejs20.19',
        Timeout: 60,
        MemorySize: 512,
        InstallDependency: 'FALSE',
        Description: '离校单，代码 1',
        Environment: { Variables: [{ Key: 'FEEDS', Value: 'none' }] },
        Code: { CosBucketRegion: 'ap-shanghai' },
      },
    ])
    expect(tencent.bodiesOf('BatchCreateTrigger')).toEqual([
      {
        ...FUNCTION,
        Count: 1,
        Triggers: JSON.stringify([
          { TriggerName: 'sync', Type: 'timer', TriggerDesc: '0 * * * * * *' },
        ]),
      },
    ])
  })

  test('gets new code, then new settings, and loses a timer', async () => {
    Object.assign(tencent.answers, {
      GetFunction: detail,
      UpdateFunctionCode: {},
      UpdateFunctionConfiguration: {},
      DeleteTrigger: {},
      GetTempCosInfo: { Date: '2026-11-26', Sign: 'sign' },
    })
    await cloud.updateCode(wanted())
    await cloud.updateSettings(wanted())
    await cloud.removeTimer('sync', 'own')
    expect(tencent.bodiesOf('UpdateFunctionCode')).toMatchObject([
      { ...FUNCTION, InstallDependency: 'FALSE' },
    ])
    expect(tencent.bodiesOf('UpdateFunctionConfiguration')).toMatchObject([
      {
        ...FUNCTION,
        Timeout: 60,
        MemorySize: 512,
        Description: '离校单，代码 1',
        Environment: { Variables: [{ Key: 'FEEDS', Value: 'none' }] },
      },
    ])
    expect(tencent.bodiesOf('DeleteTrigger')).toMatchObject([{ ...FUNCTION, TriggerName: 'own' }])
  })

  test('answers, or says why it does not', async () => {
    tencent.answers.Invoke = { Result: { InvokeResult: 0, RetMsg: '{"ok":false}', ErrMsg: '' } }
    expect(await cloud.invoke('sync')).toEqual({ answer: '{"ok":false}' })
    tencent.answers.Invoke = { Result: { InvokeResult: 1, RetMsg: '', ErrMsg: '缺少 FEEDS' } }
    expect(await cloud.invoke('sync')).toEqual({ error: '缺少 FEEDS' })
  })
})

test('the storage is closed to all but the owners of the files', async () => {
  Object.assign(tencent.answers, {
    DescribeStorageSafeRule: { AclTag: 'READONLY' },
    ModifyStorageSafeRule: {},
  })
  expect(await cloud.storageRule()).toBe('READONLY')
  await cloud.setStorageRule('PRIVATE')
  expect(tencent.bodiesOf('ModifyStorageSafeRule')).toEqual([
    { EnvId: 'school-1', Bucket: 'files-1250000000', AclTag: 'PRIVATE' },
  ])
})

test('the secret key signs and is never sent', async () => {
  tencent.answers.ListTables = { Tables: null }
  await cloud.collections()
  expect(tencent.headers.at(-1)).toMatchObject({
    authorization: expect.stringContaining(
      'TC3-HMAC-SHA256 Credential=AKIDxxxxxxxxxxxxxxxx/',
    ) as string,
  })
  expect(JSON.stringify([tencent.asked, tencent.headers])).not.toContain(SECRET_KEY)
})

describe('a refusal', () => {
  const failure = async () =>
    new DeployFailure('看集合', await cloud.collections().catch((error: unknown) => error)).message

  test('keeps its code', async () => {
    const Message = 'The provided credentials could not be validated.'
    tencent.answers.DescribeEnvInfo = {
      Error: { Code: 'AuthFailure.SignatureFailure', Message },
    }
    expect(await failure()).toMatch(/没有做成「看集合」：腾讯云不认这对密钥.*AuthFailure/)
  })

  test('is told from a network that is down', async () => {
    await tencent.close()
    Object.assign(process.env, { TCB_BASE_URL: tencent.url })
    expect(await failure()).toContain('连不上腾讯云')
    Reflect.deleteProperty(process.env, 'TCB_BASE_URL')
    tencent = await TencentCloud.open()
  })
})
