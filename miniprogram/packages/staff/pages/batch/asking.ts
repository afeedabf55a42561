/** An action that wants a reason, and how it is asked for. */
export interface Asking {
  action: 'payouts.link' | 'payouts.release'
  heading: string
  usual: string[]
  button: string
  harmless: boolean
}

const ASKING: Record<Asking['action'], Asking> = {
  'payouts.link': {
    action: 'payouts.link',
    heading: '为什么要看完整卡号，会写进每个人的操作记录',
    usual: ['交给银行代发', '银行要求重新提交'],
    button: '生成表格',
    harmless: true,
  },
  'payouts.release': {
    action: 'payouts.release',
    heading: '为什么取消这一批',
    usual: ['还没有交给银行，要重新导出', '信息要核对'],
    button: '取消批次',
    harmless: false,
  },
}

export function asksFor(action: Asking['action']): Asking {
  return ASKING[action]
}
