import type { Guidance } from '../../../../../domain/cohort/schema'
import type { ProcedureCode } from '../../../../../domain/procedures/request'

/** What is done elsewhere before the form can be filled in, step by step. */
export interface Guide {
  title: string
  steps: string[]
}

interface Elsewhere {
  title: string
  /** How to get there when ours may open the mini program, and when it may not. */
  opening: string
  searching: string
  steps: string[]
}

const GUIDES: Partial<Record<ProcedureCode, Elsewhere>> = {
  league: {
    title: '先在智慧团建申请',
    opening: '打开智慧团建小程序；想在电脑上办，就复制网址到浏览器里打开网页版。',
    searching:
      '从这里打不开智慧团建。复制名称或者网址：小程序在微信首页下拉搜索，网页版在电脑或手机的浏览器里打开。',
    steps: [
      '在智慧团建里申请组织关系转接，按步骤填个人信息和转入团组织。',
      '回到这里，填同一个团组织，再提交。',
    ],
  },
}

/** @param links where it is done, as the cohort knows it */
export function guideTo(procedure: ProcedureCode, links: Guidance['links']): Guide | null {
  const elsewhere = GUIDES[procedure]
  if (!elsewhere) return null
  const { title, opening, searching, steps } = elsewhere
  return { title, steps: [links.some(({ appId }) => appId) ? opening : searching, ...steps] }
}
