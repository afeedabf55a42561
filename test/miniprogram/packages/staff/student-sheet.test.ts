/** @jest-environment jsdom */
import type { StaffStudentAnswer } from '../../../../domain/procedures/answers'

import { stubWechat } from '../../services/wechat'
import { LIN, NOW, settle, workRow } from './answers'
import { renderStaff } from './rendering'

const ANSWER: StaffStudentAnswer = {
  student: {
    studentNo: '1907010216',
    name: '林知夏',
    className: '软件技术 1902 班',
    college: '信息工程学院',
    place: '3 号楼 412 室 2 床',
  },
  items: [
    { code: 'tuition', title: '学费', required: true, status: 'done', reason: '没有欠费' },
    { code: 'dorm', title: '退宿', required: true, status: 'pending', reason: '还没有申请' },
    { code: 'hukou', title: '户口迁移', required: false, status: 'exempt', reason: '户口不在学校' },
  ],
  requests: [workRow(LIN, '林知夏')],
  mayFile: [{ procedure: 'cardRefund', title: '一卡通退费', page: '/packages/requests/pages/x/x' }],
  now: NOW,
}

async function open(change: Partial<StaffStudentAnswer> = {}) {
  const wechat = stubWechat()
  wechat.answers = [{ ok: true, data: { ...ANSWER, ...change } }]
  const sheet = renderStaff('student-sheet', { studentNo: '1907010216' })
  await settle()
  return { wechat, sheet }
}

test('what is missing comes first, with its reason', async () => {
  const { sheet } = await open()
  expect(sheet.text()).toContain('林知夏，还有 1 项必办的没办完')
  expect(sheet.text()).toMatch(/退宿　必办还没有申请未办理学费　必办没有欠费已办理户口迁移/)
})

test('everything required done is said, too', async () => {
  const { sheet } = await open({ items: ANSWER.items.slice(0, 1) })
  expect(sheet.text()).toContain('林知夏，必办的都办完了')
})

test('filing for the student leads to the form, and the number stays out of the URL', async () => {
  const { wechat, sheet } = await open()
  expect(sheet.text()).toContain('代办一卡通退费')
  await sheet.tap('.button')
  expect(wechat.done).toEqual([
    [
      'navigateTo',
      { url: expect.stringMatching(/^\/packages\/requests\/pages\/x\/x\?for=\d+$/) as string },
    ],
  ])
})
