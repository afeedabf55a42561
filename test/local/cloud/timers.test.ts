import { openLaboratory, until, type Laboratory } from './laboratory'

let lab: Laboratory
beforeEach(async () => (lab = await openLaboratory({ now: '2022-06-10T09:00:00+08:00' })))
afterEach(() => lab.close())

interface Note {
  event: { Type: string; TriggerName: string; Time: string }
  source: string
  trigger: string
  wrote: Date
}

const recorded = () =>
  lab.cloud.store
    .find<Note>('notes')
    .filter(({ event }) => event.Type === 'Timer')
    .map(({ event }) => event.Time)

/** The times of the timer's firings so far, once there are `count` of them. */
async function firings(count: number): Promise<string[]> {
  await until(() => recorded().length >= count)
  return recorded()
}

/** The times of the firings so far, after giving one that should not be there the time to come. */
async function firingsAfterAll(): Promise<string[]> {
  for (let i = 0; i < 3; i++) await lab.cloud.invoke('nightly', {})
  return recorded()
}

test("a timer fires in Shanghai's time when the clock passes it", async () => {
  lab.cloud.clock.set('2022-06-11T01:59:00+08:00')
  expect(await firingsAfterAll()).toEqual([])
  lab.cloud.clock.set('2022-06-11T02:00:01+08:00')
  expect(await firings(1)).toEqual(['2022-06-10T18:00:00.000Z'])
})

test('a timer fires when its time comes by itself', async () => {
  lab.cloud.clock.set('2022-06-11T01:59:59.900+08:00')
  expect(await firings(1)).toEqual(['2022-06-10T18:00:00.000Z'])
})

test('a clock moved past many due times fires a timer once', async () => {
  lab.cloud.clock.set('2022-06-20T09:00:00+08:00')
  expect(await firings(1)).toEqual(['2022-06-10T18:00:00.000Z'])
  expect(await firingsAfterAll()).toHaveLength(1)
})

test('a clock moved back makes a timer due again', async () => {
  lab.cloud.clock.set('2022-06-20T09:00:00+08:00')
  await firings(1)
  lab.cloud.clock.set('2022-06-12T09:00:00+08:00')
  lab.cloud.clock.set('2022-06-13T09:00:00+08:00')
  expect(await firings(2)).toEqual(['2022-06-10T18:00:00.000Z', '2022-06-12T18:00:00.000Z'])
})

test("a timer's function is called as CloudBase calls it, with nobody's identity", async () => {
  lab.cloud.clock.set('2022-06-11T09:00:00+08:00')
  await firings(1)
  const [note] = lab.cloud.store.find<Note>('notes')
  expect(note).toMatchObject({
    event: { Type: 'Timer', TriggerName: 'twoOClock', Message: '' },
    source: 'wx_trigger',
    trigger: 'timer',
  })
  expect(note?.event).not.toHaveProperty('userInfo')
  expect(note?.wrote.toISOString().slice(0, 10)).toBe('2022-06-11')
})
