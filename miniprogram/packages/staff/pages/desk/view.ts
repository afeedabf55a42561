import type { DeskAnswer } from '../../../../../domain/identity/answers'
import { COMING } from './coming'
import { toolsOf, type Tool } from './tools'

export interface DeskView {
  headline: string
  /** 辅导员　软件技术 1902 班 */
  roles: { name: string; scope: string }[]
  coming: string[]
  vacancies: { name: string; scope: string }[]
  tools: Tool[]
}

/** The desk in the words that the page shows. */
export function toDeskView({ name, grants, vacancies }: DeskAnswer): DeskView {
  const coming = grants.flatMap(({ role }) => (role === 'student' ? [] : [COMING[role]]))
  return {
    headline: grants.length > 0 ? `${name}，现在没有待办` : `${name}，你还没有岗位`,
    roles: grants.map(({ roleName, scope }) => ({ name: roleName, scope })),
    coming: coming.length > 0 ? [...new Set(coming)] : ['请管理员给你分配岗位，分配后马上能用。'],
    vacancies: vacancies.map(({ roleName, scope }) => ({ name: roleName, scope })),
    tools: toolsOf(grants),
  }
}
