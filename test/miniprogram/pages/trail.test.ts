import type { TrailAnswer } from '../../../domain/audit/record'
import { toTrailView } from '../../../miniprogram/packages/staff/pages/trail/view'

type TrailRecord = TrailAnswer['records'][number]

function record(seq: number, fields: Partial<TrailRecord>): TrailRecord {
  return {
    _id: `student:1907010216#${seq}`,
    person: 'student:1907010216',
    by: 'student:1907010216',
    role: 'student',
    action: 'identity.bindStudent',
    why: '本人绑定微信',
    before: { 微信: '未绑定' },
    after: { 微信: '已绑定' },
    seq,
    at: '2022-06-08T12:10:00.000Z',
    hash: '',
    ...fields,
  }
}

test('the newest record comes first: what, when, who, why, and what became what', () => {
  const unbound = record(2, {
    by: 'staff:20081001',
    role: 'counsellor',
    action: 'identity.unbindStudent',
    why: '手机丢了',
    at: '2022-06-09T03:03:00.000Z',
  })
  const { headline, steps } = toTrailView({ records: [record(1, {}), unbound], whole: true })
  expect(headline).toBe('有 2 条操作记录')
  expect(steps).toEqual([
    {
      seq: 2,
      what: '解绑学生的微信',
      about: '2022 年 6 月 9 日 11:03　辅导员 20081001',
      why: '手机丢了',
      changes: ['微信：未绑定 → 已绑定'],
    },
    expect.objectContaining({ what: '绑定微信', about: '2022 年 6 月 8 日 20:10　本人' }),
  ])
})

test('a timer is the system; an action without words shows by its name', () => {
  const [step] = toTrailView({
    records: [record(1, { by: 'system', role: 'system', action: 'nightly.unheard', before: {} })],
    whole: true,
  }).steps
  expect(step).toMatchObject({
    what: 'nightly.unheard',
    about: expect.stringContaining('系统定时任务') as string,
    changes: ['微信：无 → 已绑定'],
  })
})

test('a broken chain is said loudly, a whole one quietly, an empty one with what will come', () => {
  expect(toTrailView({ records: [record(1, {})], whole: false })).toMatchObject({
    broken: true,
    verdict: expect.stringContaining('记录不完整') as string,
  })
  expect(toTrailView({ records: [record(1, {})], whole: true }).verdict).toContain('记录完整')
  expect(toTrailView({ records: [], whole: true }).headline).toBe('还没有操作记录')
})
