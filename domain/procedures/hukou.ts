import { addYears, dayOf, formatFullDay } from '../calendar'
import type { Item } from '../cohort/schema'
import { day, fields, line, lines, signature, yes, type Values } from './fields'
import { plain } from './plain'
import { wrongField } from './refusal'
import { done, returned, revoke, sendBack, waits, withdraw, withdrawn, yours } from './states'

const moving = fields({
  destination: line('迁往地址', { hint: '户口要迁去的地方，到区、街道' }),
})

const staying = fields({ reason: lines('暂时不能迁出的原因') })

const pledge = fields({
  read: yes('我已读完承诺书，按它做到'),
  signature: signature('本人签名'),
  name: line('签名人姓名', { most: 40 }),
})

const moved = fields({ movedOn: day('迁移证办理日期') })

/** How long it is kept is what the cohort's pledge says. */
function untilOf({ guidance: { pledge } }: Item, now: Date): Values {
  return pledge ? { until: addYears(dayOf(now), pledge.years) } : {}
}

/** 户口迁移: moved away with a permit and the police's certificate, or kept for some years on a pledge. */
export const hukou = plain({
  code: 'hukou',
  title: '户口迁移',
  prefix: 'HK',
  states: {
    filing: waits(
      'securityOffice',
      '等后勤与安保处备案',
      '备案许可后，按办理说明带好材料去派出所。',
    ),
    returned: returned('filing'),
    police: yours(
      '备案已许可，请去派出所',
      '按办理说明带好材料，去派出所办户口迁移证，办好回来填日期。',
    ),
    signing: yours('请签户籍暂留承诺书', '读完承诺书，在方框里签名。'),
    approval: waits('securityOffice', '等后勤与安保处审批', '批准后，户籍可以暂时留在学校。'),
    refused: { ...returned('signing'), backTo: 'approval' },
    moved: done('已迁出', '户口迁移办好了。'),
    kept: {
      ...done('', '到期以前请自行迁出。'),
      says: ({ until }) => (until ? `户籍暂留到 ${formatFullDay(until)}` : '户籍暂留'),
    },
    withdrawn: withdrawn(),
  },
  rows: [
    {
      name: 'file',
      from: ['none', 'returned', 'refused', 'withdrawn'],
      to: 'filing',
      by: ['student'],
      label: '要迁出，申请备案',
      did: '申请了迁出备案',
      files: true,
      fields: moving,
    },
    {
      name: 'stay',
      from: ['none', 'returned', 'refused', 'withdrawn'],
      to: 'signing',
      by: ['student'],
      label: '暂时迁不出，申请保留',
      did: '申请户籍暂留',
      files: true,
      fields: staying,
    },
    {
      name: 'permit',
      from: ['filing'],
      to: 'police',
      by: ['securityOffice'],
      label: '备案许可',
      did: '许可了备案',
      note: 'optional',
      undoable: true,
    },
    sendBack('filing', 'securityOffice', ['迁往地址不清楚', '请先带材料来一趟']),
    {
      name: 'declare',
      from: ['police'],
      to: 'moved',
      by: ['student'],
      label: '迁移证办好了',
      did: '登记了迁移证',
      fields: moved,
      guard: ({ input, now }) =>
        String(input.movedOn) > dayOf(now) ? wrongField('movedOn', '办理日期不能晚于今天') : null,
    },
    {
      name: 'sign',
      from: ['signing'],
      to: 'approval',
      by: ['student'],
      label: '签好了，提交',
      did: '签了户籍暂留承诺书',
      fields: pledge,
      guard: ({ input, student }) =>
        input.name === student.name ? null : wrongField('name', '请输入你自己的姓名'),
    },
    {
      name: 'approve',
      from: ['approval'],
      to: 'kept',
      by: ['securityOffice'],
      label: '批准暂留',
      did: '批准了户籍暂留',
      keeps: ({ item, now }) => untilOf(item, now),
    },
    {
      ...sendBack('approval', 'securityOffice', ['原因不充分', '签名看不清']),
      to: 'refused',
    },
    withdraw(['filing', 'returned', 'police', 'signing', 'approval', 'refused']),
    revoke('moved', 'police', ['securityOffice']),
  ],
  way: [
    { state: 'filing', label: '后勤与安保处备案' },
    { state: 'police', label: '去派出所办户口迁移证' },
    { state: 'moved', label: '迁出' },
  ],
  otherWay: [
    { state: 'signing', label: '签户籍暂留承诺书' },
    { state: 'approval', label: '后勤与安保处审批' },
    { state: 'kept', label: '暂留' },
  ],
  summary: ({ destination, reason }) =>
    destination ? `迁往${String(destination)}` : `暂留：${String(reason)}`,
})
