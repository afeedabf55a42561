import type { MeAnswer } from '../../../domain/identity/answers'
import { homeOf } from '../../services/arrival'

/** Whom this WeChat account is bound to, in the words of the page. */
export interface Bound {
  headline: string
  roles: string[]
  /** The way back to work. */
  home: { url: string; words: string }
  /** What it takes to bind again. */
  return: string
}

/** Null for an account that is nobody's yet. */
export function toBound({ kind, name, grants }: MeAnswer): Bound | null {
  if (kind === 'unbound') return null
  const url = homeOf(kind)
  if (kind === 'student') {
    return {
      headline: `这个微信绑定的是${name}`,
      roles: ['毕业生'],
      home: { url, words: '看离校单' },
      return: '以后再绑，还要学号、姓名和身份证后六位。',
    }
  }
  return {
    headline: `这个微信绑定的是${name}`,
    roles: grants.map(({ roleName, scope }) => `${roleName}　${scope}`),
    home: { url, words: '去工作台' },
    return: '以后再绑，要找管理员发新的验证码。',
  }
}
