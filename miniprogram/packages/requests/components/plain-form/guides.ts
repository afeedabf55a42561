import type { ProcedureCode } from '../../../../../domain/procedures/request'

/** What is done elsewhere before the form can be filled in, step by step. */
export interface Guide {
  title: string
  steps: string[]
}

export const GUIDES: Partial<Record<ProcedureCode, Guide>> = {
  league: {
    title: '先在智慧团建申请',
    steps: [
      '从这里打不开智慧团建。复制名称或者网址：小程序在微信首页下拉搜索，网页版在电脑或手机的浏览器里打开。',
      '在智慧团建里申请组织关系转接，按步骤填个人信息和转入团组织。',
      '回到这里，填同一个团组织，再提交。',
    ],
  },
}
