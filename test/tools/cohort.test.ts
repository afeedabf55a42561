import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openLaboratory, type Laboratory } from '../local/cloud/laboratory'
import { declaredCollections } from '../../tools/deploy/declared-collections'
import { paths } from '../../tools/paths'
import { runProgram } from './program'

const COHORT = path.join(paths.root, 'cohorts', '2022', 'cohort.json')

let folder: string
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'cohort-'))))
afterAll(() => rmSync(folder, { recursive: true }))

function changed(change: (text: string) => string): string {
  const file = path.join(folder, 'cohort.json')
  writeFileSync(file, change(readFileSync(COHORT, 'utf8')))
  return file
}

const check = (file: string) => runProgram('cohort', ['check', file])

test('a cohort file without faults passes, without any cloud', async () => {
  expect(await check(COHORT)).toMatchObject({
    code: 0,
    said: expect.stringContaining('2022 届没有写错的地方') as string,
  })
})

test('a wrong date is named by its place', async () => {
  const { code, said } = await check(changed((text) => text.replace('"2022-06-09"', '"9 June"')))
  expect(code).toBe(1)
  expect(said).toMatch(/批次文件有 1 处要改：\n.*：应为 2022-06-22 这样的日期/)
})

test('a lost comma is named by its line', async () => {
  const { code, said } = await check(changed((text) => text.replace('"2022 届",', '"2022 届"')))
  expect(code).toBe(1)
  expect(said).toMatch(/第 4 行附近不是正确的 JSON/)
})

test('a file that is not there is said so', async () => {
  expect((await check('nowhere.json')).said).toContain('读不到文件 nowhere.json')
})

describe('put', () => {
  let lab: Laboratory
  beforeAll(async () => (lab = await openLaboratory({ collections: declaredCollections() })))
  afterAll(() => lab.close())

  test('publishes a cohort once, on record, and never over one that is there', async () => {
    const put = () => runProgram('cohort', ['put', COHORT, '--local', lab.cloud.url])
    expect((await put()).said).toContain('2022 届放好了')
    expect(lab.cloud.store.find('cohorts')).toMatchObject([{ _id: '2022' }])
    expect(lab.cloud.store.find('audit')).toMatchObject([{ action: 'deploy.cohort' }])
    const again = await put()
    expect(again.code).toBe(1)
    expect(again.said).toContain('没有覆盖')
    expect(lab.cloud.store.find('audit')).toHaveLength(1)
  })
})
