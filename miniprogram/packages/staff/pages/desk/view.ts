import type { DeskAnswer } from '../../../../../domain/identity/answers'
import type { WorklistAnswer } from '../../../../../domain/procedures/answers'
import type { FiledCode } from '../../../../../domain/procedures/request'
import { COMING } from './coming'
import { allows } from '../../services/my-desk'
import { toolsOf, type Tool } from './tools'

/** A tab of the desk: what waits, all of it or one procedure's, and 我的. */
export interface Tab {
  name: FiledCode | '' | 'mine'
  title: string
  /** How many wait; none shows where it is 0. */
  count: number
  /** As a screen reader says it. */
  label: string
}

export interface DeskView {
  headline: string
  /** 辅导员　软件技术 1902 班 */
  roles: { name: string; scope: string }[]
  coming: string[]
  vacancies: { name: string; scope: string }[]
  tools: Tool[]
  maySearch: boolean
}

/** Only what has something waiting gets a tab; 全部 comes first where there are several. */
export function tabsOf(counts: WorklistAnswer['counts']): Tab[] {
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const [only] = counts
  const first = toTab('', counts.length === 1 && only ? only.title : '全部', total)
  const kinds = counts.length > 1 ? counts : []
  return [
    counts.length === 0 ? toTab('', '待办', 0) : first,
    ...kinds.map(({ procedure, title, count }) => toTab(procedure, title, count)),
    toTab('mine', '我的', 0),
  ]
}

function toTab(name: Tab['name'], title: string, count: number): Tab {
  return { name, title, count, label: count > 0 ? `${title}，${count} 份` : title }
}

/** The desk in the words that the page shows; its headline stands where nothing waits. */
export function toDeskView({ name, grants, vacancies }: DeskAnswer): DeskView {
  const coming = grants.flatMap(({ role }) => (role === 'student' ? [] : [COMING[role]]))
  return {
    headline: grants.length > 0 ? `${name}，现在没有待办` : `${name}，你还没有岗位`,
    roles: grants.map(({ roleName, scope }) => ({ name: roleName, scope })),
    coming: coming.length > 0 ? [...new Set(coming)] : ['请管理员给你分配岗位，分配后马上能用。'],
    vacancies: vacancies.map(({ roleName, scope }) => ({ name: roleName, scope })),
    tools: toolsOf(grants),
    maySearch: allows(grants, 'desk.search'),
  }
}
