import { isEmsNumber } from './ems'
import { digits, fields, line, several } from './fields'
import { plain } from './plain'
import { notNow, wrongField } from './refusal'
import { done, returned, sendBack, waits, withdraw, withdrawn } from './states'
import type { Student } from '../student/student'

const filing = fields({
  unit: line('档案接收单位全称', { hint: '以接收单位的调档函为准；专转本填本科院校' }),
  address: line('寄送地址', { hint: '省、市、区、街道和门牌号' }),
  contact: line('收件人', { most: 20 }),
  phone: line('联系电话', {
    most: 20,
    like: [/^(0\d{2,3}-?\d{7,8}|1\d{10})$/, '电话是带区号的座机，或 11 位手机号'],
  }),
  postCode: digits('邮政编码', { most: 6, like: [/^\d{6}$/, '邮政编码是 6 位数字'] }),
})

const packing = fields({
  materials: several('档案内材料', {
    transcript: '成绩单',
    registration: '毕业生登记表',
    physical: '体检表',
    league: '入团志愿书',
    party: '入党材料',
    awards: '奖惩材料',
  }),
})

const posting = fields({ tracking: line('EMS 单号', { most: 20 }) })

/** 档案派遣: collected by the counsellor, handed over by the college, posted or given in person. */
export const archive = plain({
  code: 'archive',
  title: '档案派遣',
  prefix: 'DA',
  states: {
    collecting: waits('counsellor', '等辅导员整理材料', '请按辅导员要求交齐档案内材料。'),
    returned: returned('collecting'),
    handingOver: waits('secretary', '等学院移交', '材料齐了，学院统一移交招生就业处。'),
    sending: waits(
      'archives',
      '等招生就业处寄出',
      '寄出后会告诉你单号；专转本的档案盖章后转交本人。',
    ),
    done: done('已派遣', '档案已经寄出或转交，请向接收单位确认收到。'),
    withdrawn: withdrawn(),
  },
  rows: [
    {
      name: 'file',
      from: ['none', 'returned', 'withdrawn'],
      to: 'collecting',
      by: ['student', 'counsellor'],
      label: '提交接收单位',
      did: '提交了接收单位信息',
      files: true,
      deadline: 'late',
      fields: filing,
    },
    {
      name: 'pack',
      from: ['collecting'],
      to: 'handingOver',
      by: ['counsellor'],
      label: '材料齐了',
      did: '整理好了材料',
      undoable: true,
      fields: packing,
    },
    sendBack('collecting', 'counsellor', ['接收单位名称不对', '地址不完整', '材料没有交齐']),
    {
      name: 'handOver',
      from: ['handingOver'],
      to: 'sending',
      by: ['secretary'],
      label: '已移交',
      did: '移交给招生就业处',
      undoable: true,
    },
    {
      ...sendBack('handingOver', 'secretary', ['材料没有交齐', '档案袋没有封好']),
      to: 'collecting',
      label: '退回辅导员',
      did: '退回辅导员',
    },
    {
      name: 'post',
      from: ['sending'],
      to: 'done',
      by: ['archives'],
      label: '已寄出',
      did: '用 EMS 寄出了档案',
      fields: posting,
      guard: ({ input, student }) => {
        if (isUpgrading(student)) return notNow('专转本毕业生的档案不邮寄，请封口盖章后转交本人。')
        if (isEmsNumber(String(input.tracking).toUpperCase())) return null
        return wrongField(
          'tracking',
          'EMS 单号不对，是 13 位，例如 EA123456785CN，请对着面单再看一遍',
        )
      },
    },
    {
      name: 'giveInPerson',
      from: ['sending'],
      to: 'done',
      by: ['archives'],
      label: '封口盖章，转交本人',
      did: '用专用封条封口盖章，转交本人',
      guard: ({ student }) =>
        isUpgrading(student) ? null : notNow('只有专转本毕业生的档案转交本人，其他的请邮寄。'),
    },
    sendBack('sending', 'archives', ['接收单位不接收', '地址不完整']),
    withdraw(['collecting', 'returned']),
  ],
  way: [
    { state: 'collecting', label: '辅导员整理材料' },
    { state: 'handingOver', label: '学院移交' },
    { state: 'sending', label: '招生就业处寄出或转交' },
    { state: 'done', label: '派遣' },
  ],
  summary: ({ unit }) => `转到${String(unit)}`,
})

function isUpgrading({ traits }: Student): boolean {
  return traits.includes('upgrade')
}
