/** @jest-environment jsdom */
import type { Rendered } from '../../components/rendering'
import { stubWechat, type Wechat } from '../../services/wechat'
import { LIN, settle, workRow } from './answers'
import { renderStaff } from './rendering'

let wechat: Wechat

beforeEach(() => {
  wechat = stubWechat()
})

async function search(text: string, found: object): Promise<Rendered> {
  wechat.answers = [{ ok: true, data: found }]
  const page = renderStaff('people-search', {})
  await page.fire('.input', 'input', { value: text })
  await page.fire('.input', 'confirm')
  await settle()
  return page
}

const LIN_ROW = {
  studentNo: '1907010216',
  name: '林知夏',
  className: '软件技术 1902 班',
  place: '3 号楼 412 室 2 床',
}

test('students and their requests are found, and no number gets into a URL', async () => {
  const page = await search('林', { requests: [workRow(LIN, '林知夏')], students: [LIN_ROW] })
  expect(wechat.sent).toEqual([{ text: '林' }])
  expect(page.text()).toMatch(/申请林知夏.*等辅导员审核.*学生林知夏软件技术 1902 班/)
  await page.tap('.row')
  expect(JSON.stringify(wechat.done)).toContain('/packages/staff/pages/student/student?for=')
  expect(JSON.stringify(wechat.done)).not.toContain('1907010216')
})

test('nobody found says how else to look', async () => {
  const page = await search('张三', { requests: [], students: [] })
  expect(page.text()).toContain('没有找到「张三」')
})

test('an empty field and two digits are not searched for', async () => {
  const page = renderStaff('people-search', {})
  expect(page.text()).toContain('输入姓名、学号、班级或房间')
  await page.fire('.input', 'input', { value: '19' })
  await page.fire('.input', 'confirm')
  expect(page.text()).toContain('学号和房间号至少输 3 位')
  expect(wechat.sent).toEqual([])
})

test('a pause in typing is enough', async () => {
  wechat.answers = [{ ok: true, data: { requests: [], students: [] } }]
  const page = renderStaff('people-search', {})
  await page.fire('.input', 'input', { value: '林' })
  await page.fire('.input', 'input', { value: '林知夏' })
  await new Promise((resolve) => setTimeout(resolve, 450))
  expect(wechat.sent).toEqual([{ text: '林知夏' }])
})
