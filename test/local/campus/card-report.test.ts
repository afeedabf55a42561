import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openCampus, type Campus } from '../../../local/campus/campus'
import { openCloud, type Cloud } from '../../../local/cloud'
import { cohort2022 } from '../../domain/cohort2022'

const REPORT = { id: 'card-report', label: '7 月 4 日一卡通报表' }

let folder: string
let cloud: Cloud
let campus: Campus

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'card-report-'))
  cloud = await openCloud({
    url: 'http://127.0.0.1',
    dataDir: folder,
    functionsDir: path.join(folder, 'functions'),
    collections: ['students', 'cohorts'].map((name) => ({
      ...{ name, permission: 'ADMINONLY' as const, indexes: [] },
    })),
    now: '2022-07-03T09:00:00+08:00',
  })
  const card = { value: { balanceFen: 8_640 }, asOf: '2022-06-10T00:00:00Z', source: '一卡通系统' }
  await cloud.store.put('cohorts', [cohort2022])
  await cloud.store.put('students', [
    { _id: '1', openid: 'oLin', facts: { card } },
    { _id: '2', facts: {} },
  ])
  campus = openCampus(cloud)
})

afterEach(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true, force: true })
})

const reports = () =>
  cloud.store
    .find<{ facts: { cardReport?: unknown } }>('students')
    .map(({ facts }) => facts.cardReport)

test('the report cannot be brought in before its day', async () => {
  expect(campus.actions('anybody')).toEqual([])
  expect(await campus.act('anybody', REPORT.id)).toBeNull()
})

test('from its day on it says the balance of everybody who has a card, once', async () => {
  cloud.clock.set('2022-07-06T09:00:00+08:00')
  expect(campus.actions('anybody')).toEqual([REPORT])
  expect(campus.actions('oLin')).toContainEqual(REPORT)
  expect(await campus.act('anybody', REPORT.id)).toBe(
    '一卡通系统：7 月 4 日的报表传来了，有 1 名学生',
  )
  expect(reports()).toEqual([
    { value: { balanceFen: 8_640 }, asOf: '2022-07-04T18:00:00+08:00', source: '一卡通系统' },
    undefined,
  ])
  expect(campus.actions('anybody')).toEqual([])
})
