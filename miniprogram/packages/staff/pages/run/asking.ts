export type Decision = 'apply' | 'refuse'

/** What is decided about a run, and how the reason is asked for. */
export interface Asking {
  decision: Decision
  heading: string
  usual: string[]
  button: string
  harmless: boolean
}

export const ASKING: Record<Decision, Asking> = {
  apply: {
    decision: 'apply',
    heading: '为什么采用，会写进操作记录',
    usual: ['和部门核对过，数据是对的', '确实一次结清了'],
    button: '采用这份数据',
    harmless: true,
  },
  refuse: {
    decision: 'refuse',
    heading: '为什么不采用，会写进操作记录',
    usual: ['数据不完整', '表选错了', '等系统重新传来'],
    button: '不采用',
    harmless: false,
  },
}
