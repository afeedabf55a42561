/** @jest-environment jsdom */
import type { WorkRow } from '../../../../domain/procedures/answers'
import type { Rendered } from '../../components/rendering'
import { refused, stubWechat, type Wechat } from '../../services/wechat'
import { LIN, NOW, XU, ZHOU, settle, workRow } from './answers'
import { renderStaff } from './rendering'

const ROWS = [workRow(LIN, '林知夏'), workRow(ZHOU, '周予安'), workRow(XU, '许沐阳')]

let wechat: Wechat

beforeEach(() => {
  wechat = stubWechat()
})

const list = (rows: WorkRow[], more = false) => ({
  ok: true as const,
  data: { counts: [], rows, more, templates: [], now: NOW },
})

const decided = (...results: { id: string; ok: boolean; message: string }[]) => ({
  ok: true as const,
  data: { results },
})

async function open(rows: WorkRow[] = ROWS): Promise<Rendered> {
  wechat.answers = [list(rows)]
  const worklist = renderStaff('worklist', {})
  await settle()
  return worklist
}

async function press(worklist: Rendered, tone: 'primary' | 'danger'): Promise<void> {
  await worklist.tap(`.bar-button--${tone}`)
  await settle()
}

const chosen = (worklist: Rendered) => worklist.html().match(/box--chosen/g)?.length ?? 0

test('one call shows who waits, in the order of the answer, with what it is about', async () => {
  const rows = [workRow(LIN, '林知夏', { overdue: true }), workRow(ZHOU, '周予安', { late: true })]
  const worklist = await open(rows)
  expect(wechat.sent).toEqual([{ page: 0 }])
  expect(worklist.text()).toMatch(/林知夏3 号楼 412逾期6 月 18 日上午离开3 小时.*周予安.*超期提交/)
})

test('all are chosen, one is left out, and the rest decided in one call', async () => {
  const worklist = await open()
  await worklist.tap('.all')
  expect(worklist.text()).toContain('同意所选 3 人')
  await worklist.tap('.tick')
  expect(worklist.text()).toContain('同意所选 2 人')
  wechat.answers = [
    decided({ id: ZHOU, ok: true, message: '' }, { id: XU, ok: true, message: '' }),
    list([workRow(LIN, '林知夏')]),
  ]
  await press(worklist, 'primary')
  expect(wechat.sent[1]).toMatchObject({
    decisions: [
      { id: ZHOU, version: 1 },
      { id: XU, version: 1 },
    ],
    transition: 'approve',
    note: '',
  })
  expect(worklist.text()).toContain('2 人已同意')
  expect(chosen(worklist)).toBe(0)
})

test('全不选 leaves nobody', async () => {
  const worklist = await open()
  await worklist.tap('.all')
  await worklist.tap('.all')
  expect(chosen(worklist)).toBe(0)
  expect(worklist.html()).not.toContain('bar-button')
})

test('of mixed results each says its own, and who failed stays chosen', async () => {
  const worklist = await open()
  await worklist.tap('.all')
  const message = '林知夏 10:05 撤回了申请，现在是「已撤回」。请看过最新情况再办。'
  wechat.answers = [
    decided({ id: LIN, ok: true, message: '' }, { id: ZHOU, ok: false, message }),
    list([workRow(ZHOU, '周予安', { version: 2 }), workRow(XU, '许沐阳')]),
  ]
  await press(worklist, 'primary')
  expect(worklist.text()).toContain('1 人已同意，1 人没有办成')
  expect(worklist.text()).toContain('林知夏已同意')
  expect(worklist.text()).toContain(`周予安没有办成：${message}`)
  expect(worklist.text()).toContain('同意所选 1 人')
})

test('sending back asks for a reason first; the usual ones are one tap away', async () => {
  const worklist = await open()
  await worklist.tap('.all')
  await press(worklist, 'danger')
  expect(wechat.sent).toHaveLength(1)
  await worklist.fire('.ask', 'send')
  expect(worklist.html()).toContain('请写明原因')
  expect(wechat.sent).toHaveLength(1)
  await worklist.fire('.ask', 'change', { value: '离开时间要改' })
  wechat.answers = [refused('UNAVAILABLE', '服务暂时没有答复。')]
  await worklist.fire('.ask', 'send')
  await settle()
  expect(worklist.html()).toContain('服务暂时没有答复。')
  expect(worklist.html()).toContain('离开时间要改')
  expect(wechat.sent[1]).toMatchObject({ transition: 'return', note: '离开时间要改' })
})

test('after a lost answer the same decision goes under the same id', async () => {
  jest.spyOn(console, 'warn').mockImplementation()
  const worklist = await open()
  await worklist.tap('.all')
  wechat.answers = ['lost']
  await press(worklist, 'primary')
  expect(worklist.text()).toContain('没有连上学校的服务')
  expect(chosen(worklist)).toBe(3)
  await press(worklist, 'primary')
  expect(wechat.sent[2]).toEqual(wechat.sent[1])
})

test('rows that need a form each have nothing to choose', async () => {
  const worklist = await open(ROWS.map((row) => ({ ...row, quick: [] })))
  expect(worklist.html()).not.toContain('main--tick')
  expect(worklist.text()).not.toContain('全选')
})

test('what cannot be decided together says so', async () => {
  const other = workRow(ZHOU, '周予安', { quick: [{ name: 'confirm', label: '确认' }] })
  const worklist = await open([workRow(LIN, '林知夏'), other])
  await worklist.tap('.all')
  expect(worklist.text()).toContain('所选的几份不能一起办')
  expect(worklist.html()).not.toContain('bar-button')
})

test('who may not have a list is the page’s to deal with', async () => {
  wechat.answers = [refused('FORBIDDEN', '你现在的岗位不能做这件事。')]
  const worklist = renderStaff('worklist', {})
  const forbidden = jest.fn()
  worklist.on('forbidden', forbidden)
  await settle()
  expect(forbidden).toHaveBeenCalledTimes(1)
})

test('a list that cannot be renewed stays, and so does who was chosen', async () => {
  const worklist = await open()
  await worklist.tap('.all')
  wechat.answers = [
    decided({ id: LIN, ok: true, message: '' }, { id: ZHOU, ok: false, message: '已撤回。' }),
    refused('UNAVAILABLE', '服务暂时没有答复。'),
  ]
  await press(worklist, 'primary')
  expect(worklist.text()).toContain('周予安没有办成')
  expect(worklist.text()).toContain('同意所选 1 人')
  expect(wechat.done).toContainEqual(['showToast', { title: '服务暂时没有答复。', icon: 'none' }])
})
