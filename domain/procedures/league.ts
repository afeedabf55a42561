import { choice, fields, line, yes } from './fields'
import { plain } from './plain'
import { done, returned, sendBack, waits, withdraw, withdrawn } from './states'

const filing = fields({
  kind: choice('转到哪里', {
    school: '升学的学校',
    employer: '工作单位',
    community: '街道、乡镇或社区',
  }),
  organisation: line('转入团组织全称', {
    hint: '要和智慧团建里填的一字不差，拿不准就先打电话问对方',
  }),
  applied: yes('我已经在智慧团建提交了转接申请'),
})

/** 团组织关系转接: applied for in 智慧团建, reviewed, stamped by the committee, the card given back. */
export const league = plain({
  code: 'league',
  title: '团组织关系转接',
  prefix: 'TZ',
  states: {
    review: waits('leagueSecretary', '等团支部审核', '审核同意后，由校团委在团员证上盖章。'),
    returned: returned('review'),
    stamping: waits(
      'leagueCommittee',
      '等校团委盖章',
      '请按通知要求交来团员证和毕业生团员信息表。',
    ),
    givingBack: waits('leagueSecretary', '团员证已盖章，等归还', '团员证还到你手里，就办好了。'),
    done: done('已转出', '团员证已经盖章归还，团组织关系转出了。'),
    withdrawn: withdrawn(),
  },
  rows: [
    {
      name: 'file',
      from: ['none', 'returned', 'withdrawn'],
      to: 'review',
      by: ['student'],
      label: '提交转接申请',
      did: '提交了申请',
      files: true,
      deadline: 'late',
      fields: filing,
    },
    {
      name: 'approve',
      from: ['review'],
      to: 'stamping',
      by: ['leagueSecretary'],
      label: '同意转出',
      did: '同意转出',
      note: 'optional',
      undoable: true,
    },
    sendBack('review', 'leagueSecretary', ['团组织名称不对', '智慧团建里还没有申请']),
    {
      name: 'stamp',
      from: ['stamping'],
      to: 'givingBack',
      by: ['leagueCommittee'],
      label: '已盖章',
      did: '在团员证上盖了章',
      undoable: true,
    },
    sendBack('stamping', 'leagueCommittee', ['没有交团员证', '团员信息表没有填']),
    {
      name: 'giveBack',
      from: ['givingBack'],
      to: 'done',
      by: ['leagueSecretary'],
      label: '已归还团员证',
      did: '归还了团员证',
    },
    {
      ...sendBack('givingBack', 'leagueSecretary', ['盖章有误', '不是本人的团员证']),
      to: 'stamping',
      label: '退回校团委',
      did: '退回校团委',
    },
    withdraw(['review', 'returned', 'stamping']),
  ],
  way: [
    { state: 'review', label: '团支部审核' },
    { state: 'stamping', label: '校团委盖章' },
    { state: 'givingBack', label: '归还团员证' },
    { state: 'done', label: '转出' },
  ],
  summary: ({ organisation }) => `转到${String(organisation)}`,
})
