import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unheardFeed } from '../../domain/feeds/after'
import type { Run } from '../../domain/feeds/run'
import type { Student } from '../../domain/student/student'
import { serveCloud, type ServedCloud } from '../../local/cloud'
import { declaredCollections } from '../../local/collections'
import { functionEnvironment } from '../../local/keys'
import { generateRoster } from '../../local/roster/generate'
import { cohort2022 } from '../domain/cohort2022'
import { owes } from './fake-source'
import type { StepperEvent } from './fixtures/stepper'
import { buildFixture } from './ledger'
import { MORNING } from './small-school'

const COUNT = 250

let folder: string
let cloud: ServedCloud

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'stepper-'))
  const functionsDir = path.join(folder, 'functions')
  buildFixture('stepper', functionsDir)
  cloud = await serveCloud({
    dataDir: folder,
    functionsDir,
    collections: declaredCollections(),
    now: MORNING,
    environment: { ...functionEnvironment(folder), FEEDS: 'none' },
  })
}, 60_000)

afterAll(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  for (const { name } of declaredCollections()) await cloud.store.remove(name)
  cloud.clock.set(MORNING)
  const options = { seed: 3, count: COUNT, cohort: '2022', asOf: '2022-06-10T08:00:00+08:00' }
  await cloud.store.put('cohorts', [cohort2022])
  await cloud.store.put('students', generateRoster(options).students)
  const asOf = options.asOf
  const cohorts = { 2022: { asOf, named: COUNT, open: 0, spoiled: [] } }
  await cloud.store.put('feeds', [{ ...unheardFeed('finance'), asOf, cohorts }])
})

const step = async (event: StepperEvent) => (await cloud.invoke('stepper', event)) as Run | null

/** A snapshot by which everybody owes, and of which nothing has been done yet. */
async function begin(asOf = '2022-06-10T08:30:00+08:00', owedFen = 100): Promise<Run> {
  const students = cloud.store.find<Student>('students')
  const records = students.map(({ _id }) => owes(_id, owedFen))
  const run = await step({ do: 'begin', asOf, records })
  if (!run) throw new Error('no run was begun')
  return run
}

const owing = () =>
  cloud.store
    .find<Student>('students')
    .filter(({ facts }) => facts.arrears?.asOf === '2022-06-10T08:30:00+08:00').length

async function untilOver(run: string): Promise<{ end: Run; steps: number }> {
  for (let steps = 1; ; steps++) {
    const at = await step({ do: 'goOn', run, things: 2 })
    if (at && at.state !== 'comparing' && at.state !== 'applying') return { end: at, steps }
    expect(steps).toBeLessThan(100)
  }
}

test('whose time is up leaves the rest to the next, and all is done once', async () => {
  const { _id } = await begin()
  const { end, steps } = await untilOver(_id)
  expect(steps).toBeGreaterThan(3)
  expect(end).toMatchObject({ state: 'done', named: COUNT, changed: COUNT, applied: COUNT })
  expect(owing()).toBe(COUNT)
  expect(end.staged).toBeUndefined()
})

test('a run in somebody’s hands is nobody else’s; who dies is followed by the next', async () => {
  const { _id } = await begin()
  await step({ do: 'die', run: _id })
  expect(await step({ do: 'goOn', run: _id, things: 2 })).toBeNull()
  cloud.clock.set('2022-06-10T09:02:00+08:00')
  expect((await untilOver(_id)).end).toMatchObject({ state: 'done', applied: COUNT })
})

test('what one has written who died before saying so is written once and counted', async () => {
  const { _id } = await begin()
  while ((await step({ do: 'goOn', run: _id, things: 2 }))?.state !== 'applying') continue
  const [before] = cloud.store.find<Run>('runs')
  await step({ do: 'goOn', run: _id, things: 3 })
  if (!before) throw new Error('the run is gone')
  // As if the last step had come to its end without a word.
  const { position, applied, state, staged } = before
  await cloud.store.update('runs', { _id }, { $set: { position, applied, state, staged } })
  const students = JSON.stringify(cloud.store.find('students', { limit: 5 }))
  expect((await untilOver(_id)).end).toMatchObject({ state: 'done', applied: COUNT })
  expect(JSON.stringify(cloud.store.find('students', { limit: 5 }))).toBe(students)
})

test('a newer run waits while an older one is being written, and its word stands in the end', async () => {
  await untilOver((await begin())._id)
  const older = await begin('2022-06-10T08:40:00+08:00', 200)
  while ((await step({ do: 'goOn', run: older._id, things: 2 }))?.state !== 'applying') continue
  const newer = await begin('2022-06-10T08:50:00+08:00', 100)
  expect(await step({ do: 'goOn', run: newer._id, things: 9 })).toMatchObject({
    state: 'comparing',
    position: '',
  })
  expect((await untilOver(older._id)).end).toMatchObject({ state: 'done', applied: COUNT })
  expect((await untilOver(newer._id)).end).toMatchObject({ state: 'done', applied: COUNT })
  const owed = cloud.store
    .find<Student>('students')
    .map(({ facts }) => facts.arrears?.value[0]?.owedFen)
  expect(new Set(owed)).toEqual(new Set([100]))
}, 60_000)

test('a run that three have died of is given up', async () => {
  const { _id } = await begin()
  for (const minute of ['01', '03', '05']) {
    cloud.clock.set(`2022-06-10T09:${minute}:30+08:00`)
    await step({ do: 'die', run: _id })
  }
  cloud.clock.set('2022-06-10T09:08:00+08:00')
  expect(await step({ do: 'goOn', run: _id, things: 2 })).toMatchObject({
    state: 'failed',
    note: '试了几次都没有做完，请联系信息中心。',
  })
  expect(owing()).toBe(0)
})
