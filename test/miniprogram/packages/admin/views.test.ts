import { ALL_SEEN } from '../../../../domain/cohort/copy'
import { toCohortView } from '../../../../miniprogram/packages/admin/pages/cohort/view'
import { toCohortsView } from '../../../../miniprogram/packages/admin/pages/cohorts/view'
import { toItemEditView } from '../../../../miniprogram/packages/admin/pages/item/view'
import { grantFields, toMemberView } from '../../../../miniprogram/packages/admin/pages/member/view'
import { toPublishView } from '../../../../miniprogram/packages/admin/pages/publish/view'
import { toStaffView } from '../../../../miniprogram/packages/admin/pages/staff/view'
import { toSheetResultView } from '../../../../miniprogram/packages/admin/pages/staff-import/view'
import { cohort2022 } from '../../../domain/cohort2022'
import { copied } from './drafts'

const NOW = '2022-06-10T04:00:00.000Z'

test('the first line of a draft says in how many places something is left', () => {
  expect(toCohortView(copied()).headline).toBe('2027 届，还有 12 处要看')
  const seen = copied({ unseen: ALL_SEEN, todos: [] })
  expect(toCohortView(seen)).toMatchObject({ headline: '2027 届，可以发布了', ready: true })
})

test('an item’s row says until when and whom to call, and that it is required', () => {
  const [own] = toCohortView(copied()).steps
  expect(own?.rows.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['退宿，6 月 22 日截止，方莉莉，必办', '户口迁移，时间待定，黄骏涛']),
  )
})

test('cohorts say who published them, and how far the counts have come', () => {
  const { headline, rows } = toCohortsView({
    now: NOW,
    cohorts: [
      {
        cohort: '2022',
        name: '2022 届',
        draft: null,
        published: { number: 2, at: '2022-06-10T03:00:00.000Z', by: '裴司衡' },
        deriving: { state: 'waiting', done: 1200, total: 3000 },
      },
    ],
  })
  expect(headline).toBe('正在用的是 2022 届')
  expect(rows[0]?.hint).toBe('第 2 版，裴司衡 11:00 发布，各班的数正在更新，1,200 / 3,000 人')
})

test('an item that was taken away has no page any more', () => {
  expect(toItemEditView(cohort2022, 'nothing')).toBeNull()
  expect(toItemEditView(cohort2022, 'dorm')?.lead).toBe('必办，住校，清理好宿舍物品，填写退宿申请')
})

test('publishing is offered once nothing is left, against what it is held', () => {
  const answer = { name: '2027 届', version: 1, changes: ['甲'], students: 0 }
  const { todos } = copied()
  expect(toPublishView({ ...answer, todos, against: '2022' })).toMatchObject({
    headline: '还有 12 处要看，才能发布',
    ready: false,
    changesTitle: '和 2022 届比，改了 1 处',
  })
  expect(toPublishView({ ...answer, todos: [], against: '' })).toMatchObject({
    headline: '发布 2027 届',
    ready: true,
    changesTitle: '和已经发布的比，改了 1 处',
  })
})

test('classes that nobody looks after are counted in the first line', () => {
  const vacancies = [{ role: 'counsellor', roleName: '辅导员', scope: '甲班、乙班' } as const]
  expect(toStaffView({ members: [], more: false, vacancies }).headline).toBe('2 个班没有辅导员')
  expect(toStaffView({ members: [], more: false, vacancies: [] }).headline).toBe('每个班都有辅导员')
})

test('a post asks for the part of the school that its role has', () => {
  const names = (role: string) => grantFields({ role, long: 'until' }).map(({ name }) => name)
  expect(names('counsellor')).toEqual(['role', 'values', 'long', 'until'])
  expect(names('finance')).toEqual(['role', 'long', 'until'])
})

test('a post of a class without students is marked, and one that ended says when', () => {
  const { headline, grants } = toMemberView({
    staffNo: '1',
    name: '顾南枝',
    phone: '',
    bound: true,
    grants: [
      {
        role: 'counsellor',
        roleName: '辅导员',
        scope: '甲班',
        values: ['甲班'],
        until: '2022-05-31',
        ended: true,
        unknown: ['甲班'],
      },
    ],
  })
  expect(headline).toBe('顾南枝还没有岗位')
  expect(grants[0]).toMatchObject({
    hint: '已在 2022 年 5 月 31 日结束',
    trouble: '名单里没有甲班的学生，请核对',
  })
})

test('a sheet says what it would do before it does it', () => {
  const answer = {
    added: 2,
    changed: 0,
    same: 5,
    unknown: [],
    rejected: [{ line: 7, reason: '没有写姓名' }],
  }
  expect(toSheetResultView(answer, false)).toMatchObject({
    headline: '新加 2 位，5 位不变',
    rejected: ['第 7 行：没有写姓名'],
    useful: true,
  })
  expect(toSheetResultView({ ...answer, added: 0 }, true)).toMatchObject({ useful: false })
})
