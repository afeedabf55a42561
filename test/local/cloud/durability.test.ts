import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { emptyFolder, inFunction, openLaboratory } from './laboratory'

let folder: string
beforeEach(() => (folder = emptyFolder()))
afterEach(() => rmSync(folder, { recursive: true }))

const writer = (round: number): ChildProcess =>
  spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'writer.ts'), folder, String(round)],
    { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'pipe'] },
  )

/** Lets a process write, kills it after some acknowledgements, and answers all it acknowledged. */
async function killedInTheMiddle(round: number, after: number): Promise<string[]> {
  const child = writer(round)
  const lines: string[] = []
  let complaint = ''
  child.stderr?.on('data', (text) => (complaint += String(text)))
  if (!child.stdout) throw new Error('the writer has no output')
  const output = createInterface(child.stdout)
  output.on('line', (line) => {
    lines.push(line)
    if (lines.length === after) child.kill('SIGKILL')
  })
  await Promise.all([once(child, 'exit'), once(output, 'close')])
  if (lines.length < after) throw new Error(`the writer ended by itself: ${complaint}`)
  return lines
}

test('what was acknowledged survives kill -9, and no transaction is there by half', async () => {
  const before = await openLaboratory({ dataDir: folder })
  const accounts = [
    { _id: 'payer', n: 0 },
    { _id: 'payee', n: 0 },
  ]
  await before.cloud.store.insert('others', accounts)
  await before.close()

  const acknowledged: string[] = []
  for (const [round, after] of [1, 14, 37, 60].entries()) {
    acknowledged.push(...(await killedInTheMiddle(round, after)))

    const { cloud, close } = await openLaboratory({ dataDir: folder })
    const ids = new Set(cloud.store.find('things').map(({ _id }) => _id))
    const [payer, payee] = cloud.store.find<{ n: number }>('others').map(({ n }) => n)
    await close()
    const inserted = acknowledged.filter((line) => line.startsWith('insert'))
    const missing = inserted.filter((line) => !ids.has(line.slice('insert '.length)))
    expect(missing).toEqual([])
    expect(Number(payer) + Number(payee)).toBe(0)
    expect(payee).toBeGreaterThanOrEqual(acknowledged.length - inserted.length)
  }
})

test('a second process on the same folder is refused with a sentence that says what to do', async () => {
  const { close } = await openLaboratory({ dataDir: folder })
  const second = writer(0)
  let complaint = ''
  second.stderr?.on('data', (text) => (complaint += String(text)))
  const [code] = (await once(second, 'close')) as [number]
  await close()
  expect(code).toBe(1)
  expect(complaint).toContain(`数据目录 ${folder} 正被另一个本地云使用：请先停掉那一个`)
})

test('a cloud that was closed leaves the folder to the next', async () => {
  const first = await openLaboratory({ dataDir: folder })
  await first.cloud.store.insert('things', [{ _id: 'kept' }])
  await first.close()
  const second = await openLaboratory({ dataDir: folder })
  expect(second.cloud.store.find('things')).toEqual([{ _id: 'kept' }])
  await second.close()
})

test('a fresh cloud starts over with neither documents nor files, if nobody uses the folder', async () => {
  const first = await openLaboratory({ dataDir: folder })
  await first.cloud.store.insert('things', [{ _id: 'old' }])
  const fileID = await inFunction(first, 'wx', async ({ cloud }) => {
    return (await cloud.uploadFile({ cloudPath: 'old.txt', fileContent: Buffer.from('x') })).fileID
  })
  await expect(openLaboratory({ dataDir: folder, fresh: true })).rejects.toThrow(folder)
  expect(first.cloud.store.count('things')).toBe(1)
  await first.close()

  const second = await openLaboratory({ dataDir: folder, fresh: true })
  expect(second.cloud.store.find('things')).toEqual([])
  const download = inFunction(
    second,
    'node',
    async ({ cloud }, fileID) => cloud.downloadFile({ fileID }),
    fileID,
  )
  await expect(download).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
  await second.close()
})

test('collections made by a function are there after reopening', async () => {
  const first = await openLaboratory({ dataDir: folder })
  const body = JSON.stringify({ action: 'database.addCollection', collectionName: 'extra' })
  await fetch(`${first.cloud.url}/admin`, { method: 'POST', body })
  await first.close()
  const second = await openLaboratory({ dataDir: folder })
  expect(second.cloud.store.find('extra')).toEqual([])
  expect(() => second.cloud.store.find('never-made')).toThrow('Db or Table not exist: never-made')
  await second.close()
})
