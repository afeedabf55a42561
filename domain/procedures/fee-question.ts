import { fields, lines, photos } from './fields'
import { plain } from './plain'
import { done, waits, withdrawn } from './states'

const slips = photos('缴费凭证照片', { hint: '有凭证或者扣款记录的，拍下来，财务处核对得更快' })

const asking = fields({
  question: lines('哪里不对', { hint: '写明哪一年、哪一项；有缴费凭证的，写明时间和金额' }),
  photos: slips,
})

/** The words of a further question are its note. */
const further = fields({ photos: slips })

/** 缴费数据有疑问: a thread with finance beside the phone numbers; it moves no item by itself. */
export const feeQuestion = plain({
  code: 'feeQuestion',
  title: '缴费疑问',
  entrance: '对数据有疑问',
  prefix: 'JF',
  states: {
    asked: {
      ...waits('finance', '等财务处答复', '财务处答复后会通知你，也可以直接打电话。'),
      item: null,
    },
    answered: {
      ...waits('finance', '', '还有疑问可以接着问；清楚了就结束。'),
      waitsFor: 'student',
      says: ({ note }) => `财务处答复：${note}`,
      item: null,
    },
    closed: { ...done('已结束', '以后还有疑问，可以再问。'), item: null },
    withdrawn: withdrawn(),
  },
  rows: [
    {
      name: 'file',
      from: ['none', 'withdrawn'],
      to: 'asked',
      by: ['student'],
      label: '提交疑问',
      did: '提出了疑问',
      files: true,
      fields: asking,
    },
    {
      name: 'answer',
      from: ['asked'],
      to: 'answered',
      by: ['finance'],
      label: '答复',
      did: '答复',
      note: 'required',
      undoable: true,
      usualNotes: ['数据已更新，请刷新看看', '请带缴费凭证来财务处核对'],
    },
    {
      // After the end of one question, too: what was asked and answered before stays in the thread.
      name: 'ask',
      from: ['answered', 'closed'],
      to: 'asked',
      by: ['student'],
      label: '接着问',
      did: '接着问',
      note: 'required',
      fields: further,
      adds: true,
    },
    {
      name: 'close',
      from: ['answered'],
      to: 'closed',
      by: ['student', 'finance'],
      label: '清楚了',
      did: '结束了',
      tone: 'quiet',
    },
    {
      name: 'withdraw',
      from: ['asked'],
      to: 'withdrawn',
      by: ['student'],
      label: '撤回',
      did: '撤回了疑问',
      tone: 'quiet',
    },
  ],
  way: [
    { state: 'asked', label: '财务处答复' },
    { state: 'closed', label: '清楚了' },
  ],
  summary: ({ question }) => String(question),
})
