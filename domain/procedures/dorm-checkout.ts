import { dayOf, formatDay, formatFullDay } from '../calendar'
import { formatYuan, sumFen } from '../money'
import type { Line } from '../sheet/sheet'
import { CONDITIONS, dormCheckoutForm, SLOTS, type DormCheckoutForm } from './forms/dorm-checkout'
import { confirmationForm, inspectionForm, type Inspection } from './forms/inspection'
import { notNow, wrongField } from './refusal'
import { done, returned, sendBack, waits, withdrawn, yours } from './states'
import { transition, type Procedure, type Step } from './procedure'

type Code = 'dormCheckout'
const row = transition<Code>()

const RETURN_REASONS = ['离开时间要改', '联系电话打不通', '物品情况没写清楚', '还有费用没缴清']

/** 退宿: filed by the student, approved twice, inspected on the spot, confirmed by the student. */
export const dormCheckout: Procedure<Code> = {
  code: 'dormCheckout',
  title: '退宿',
  prefix: 'TS',
  page: '/packages/requests/pages/dorm-checkout/dorm-checkout',

  states: {
    counsellor: waits(
      'counsellor',
      '等辅导员审核',
      '辅导员同意后，由学院书记审核。有结果会通知你。',
    ),
    secretary: waits('secretary', '等学院书记审核', '通过后会通知你。之后请联系宿管员检查房间。'),
    returned: returned('counsellor'),
    inspection: {
      ...yours(
        '请联系宿管员检查房间',
        '审核都通过了。清空房间、带好钥匙，打电话请宿管员来检查，检查完再离开。',
      ),
      waitsFor: 'dormManager',
    },
    repair: {
      waitsFor: 'dormManager',
      says: () => '先修复或赔偿，再检查一次',
      explains: '办好下面写的事情，再请宿管员检查一次。',
      item: { status: 'pending', turn: 'student' },
      bad: true,
      backTo: 'inspection',
    },
    confirmation: {
      waitsFor: 'student',
      says: () => '请确认检查记录',
      explains: '核对宿管员的检查记录，没有问题就输入姓名确认。',
      item: { status: 'pending', turn: 'student' },
    },
    done: done('已退宿', '宿舍已经交还，退宿办好了。'),
    withdrawn: withdrawn(),
  },

  transitions: [
    row({
      name: 'file',
      from: ['none', 'returned', 'withdrawn'],
      to: 'counsellor',
      by: ['student', 'counsellor'],
      label: '提交退宿申请',
      did: '提交了申请',
      form: dormCheckoutForm,
      page: 'filing',
      files: true,
      deadline: 'late',
      guard: ({ input, now }) =>
        input.leaveOn < dayOf(now) ? wrongField('leaveOn', '离开的日期不能早于今天') : null,
      effect: ({ input }) => ({ form: input, outcome: {}, dueOn: input.leaveOn }),
    }),
    row({
      name: 'approve',
      from: ['counsellor'],
      to: 'secretary',
      by: ['counsellor'],
      label: '同意',
      did: '同意',
      note: 'optional',
      undoable: true,
    }),
    row({
      name: 'approve',
      from: ['secretary'],
      to: 'inspection',
      by: ['secretary'],
      label: '同意',
      did: '同意',
      note: 'optional',
      undoable: true,
    }),
    row(sendBack('counsellor', 'counsellor', RETURN_REASONS)),
    row(sendBack('secretary', 'secretary', RETURN_REASONS)),
    row({
      name: 'pass',
      from: ['inspection', 'repair'],
      to: 'confirmation',
      by: ['dormManager'],
      label: '检查通过',
      did: '检查通过',
      form: inspectionForm,
      page: 'inspection',
      undoable: true,
      effect: inspected,
    }),
    row({
      name: 'repair',
      from: ['inspection', 'repair'],
      to: 'repair',
      by: ['dormManager'],
      label: '先修复或赔偿',
      did: '检查没有通过，要先修复或赔偿',
      tone: 'danger',
      form: inspectionForm,
      page: 'inspection',
      undoable: true,
      guard: ({ input }) =>
        input.damages.length === 0 && input.remarks === ''
          ? wrongField('remarks', '请写明要修复或赔偿什么')
          : null,
      effect: inspected,
    }),
    row({
      name: 'confirm',
      from: ['confirmation'],
      to: 'done',
      by: ['student'],
      label: '确认检查记录',
      did: '确认了检查记录',
      form: confirmationForm,
      page: 'confirmation',
      guard: ({ input, student }) =>
        input.name === student.name ? null : wrongField('name', '请输入你自己的姓名'),
      effect: ({ input, request }) => ({
        outcome: { ...request?.outcome, confirmedAs: input.name },
      }),
    }),
    row({
      name: 'dispute',
      from: ['confirmation'],
      to: 'inspection',
      by: ['student'],
      label: '记录不对',
      did: '对检查记录有异议',
      tone: 'quiet',
      note: 'required',
      usualNotes: ['损坏不是我造成的', '赔偿金额不对', '交回的钥匙数不对'],
    }),
    row({
      name: 'withdraw',
      from: ['counsellor', 'secretary', 'returned', 'inspection'],
      to: 'withdrawn',
      by: ['student'],
      label: '撤回',
      did: '撤回了申请',
      tone: 'quiet',
      guard: ({ request }) =>
        request?.outcome.inspection ? notNow('宿管员已经检查过房间，不能再撤回。') : null,
    }),
    row({
      name: 'revoke',
      from: ['done'],
      to: 'inspection',
      by: ['dormManager', 'studentAffairs'],
      label: '撤销办结',
      did: '撤销了办结',
      tone: 'danger',
      note: 'required',
      usualNotes: ['钥匙没有交回', '房间里还有人住'],
    }),
  ],

  way: [
    { state: 'counsellor', label: '辅导员审核' },
    { state: 'secretary', label: '学院书记审核' },
    { state: 'inspection', label: '宿管员检查房间' },
    { state: 'confirmation', label: '你确认检查记录' },
    { state: 'done', label: '离开宿舍' },
  ],

  blocked: ({ student: { facts } }) =>
    facts.residence ? '' : '住宿数据还没有传来，请过些时候再申请。',

  known: () => [],

  summary({ form }) {
    const faults = faultsIn(form.checklist)
    const leaving = `${formatDay(form.leaveOn)}${SLOTS[form.slot]}离开`
    return faults > 0 ? `${leaving} · ${faults} 处损坏` : leaving
  },

  lines({ form, student: { building, room, bed } }) {
    return [
      ...(building ? [{ label: '床位', value: `${building} ${room} 室 ${bed} 床` }] : []),
      { label: '离开', value: `${formatFullDay(form.leaveOn)}${SLOTS[form.slot]}` },
      { label: '钥匙', value: `${form.keys} 把` },
      { label: '电话', value: form.phone },
      { label: '物品', value: describeChecklist(form.checklist) },
      ...(form.remarks ? [{ label: '备注', value: form.remarks }] : []),
    ]
  },

  results({ outcome: { inspection, confirmedAs } }) {
    if (!inspection) return []
    return [
      { label: '物品', value: describeChecklist(inspection.checklist) },
      ...inspection.damages.map(toDamageLine),
      ...(inspection.damages.length > 0
        ? [
            {
              label: '应赔合计',
              value: `${formatYuan(sumFen(inspection.damages.map((d) => d.owedFen)))} 元`,
            },
          ]
        : []),
      { label: '交回钥匙', value: `${inspection.keysReturned} 把` },
      ...(inspection.remarks ? [{ label: '宿管员备注', value: inspection.remarks }] : []),
      ...(confirmedAs ? [{ label: '学生确认', value: confirmedAs }] : []),
    ]
  },

  photos: ({ form, outcome }) => ({
    filed: form.photos,
    found: outcome.inspection?.photos ?? [],
  }),
}

function inspected({ input, request, now }: Step<Code, Inspection>) {
  return { outcome: { ...request?.outcome, inspection: { ...input, at: now.toISOString() } } }
}

function faultsIn(checklist: DormCheckoutForm['checklist']): number {
  return checklist.filter(({ condition }) => condition !== 'good').length
}

/** 床完好、桌损坏 */
function describeChecklist(checklist: DormCheckoutForm['checklist']): string {
  return checklist.map(({ thing, condition }) => `${thing}${CONDITIONS[condition]}`).join('、')
}

function toDamageLine({ thing, owedFen, priceFen, sharedBy }: Inspection['damages'][number]): Line {
  const shared = sharedBy > 1 ? `（共 ${formatYuan(priceFen)} 元，${sharedBy} 人分摊）` : ''
  return { label: `赔偿 ${thing}`, value: `${formatYuan(owedFen)} 元${shared}` }
}
