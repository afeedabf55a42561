import { dayOf } from '../calendar'
import { day, fields, line } from './fields'
import { plain } from './plain'
import { wrongField } from './refusal'
import { done, returned, sendBack, waits, withdraw, withdrawn } from './states'

const filing = fields({
  organisation: line('接收党组织全称', { hint: '先联系好接收方，确定准确名称再填' }),
  letterHead: line('介绍信抬头', { hint: '接收方有转接权限的上级党组织，问接收方要' }),
})

const letter = fields({
  letterNo: line('介绍信编号', { most: 30 }),
  validUntil: day('有效期至'),
})

/** 党组织关系转接: the receiving organisation named, checked and registered by the party office. */
export const party = plain({
  code: 'party',
  title: '党组织关系转接',
  prefix: 'DZ',
  states: {
    checking: waits('partyOffice', '等组织人事部核对', '核对好就开介绍信，请留意有效期。'),
    returned: returned('checking'),
    done: done('已登记转出', '介绍信开好了，请在有效期内到接收党组织报到。'),
    withdrawn: withdrawn(),
  },
  rows: [
    {
      name: 'file',
      from: ['none', 'returned', 'withdrawn'],
      to: 'checking',
      by: ['student'],
      label: '提交转接申请',
      did: '提交了申请',
      files: true,
      deadline: 'late',
      fields: filing,
    },
    {
      name: 'register',
      from: ['checking'],
      to: 'done',
      by: ['partyOffice'],
      label: '登记转出',
      did: '登记了转出',
      fields: letter,
      guard: ({ input, now }) =>
        String(input.validUntil) < dayOf(now)
          ? wrongField('validUntil', '有效期不能早于今天')
          : null,
    },
    sendBack('checking', 'partyOffice', ['党组织名称不准确', '介绍信抬头不对']),
    withdraw(['checking', 'returned']),
  ],
  way: [
    { state: 'checking', label: '组织人事部核对登记' },
    { state: 'done', label: '转出' },
  ],
  summary: ({ organisation }) => `转到${String(organisation)}`,
})
