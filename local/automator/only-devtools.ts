import type { DevToolsRequest } from './protocol'

/** What only WeChat DevTools can do, and why our phone cannot. */
export const ONLY_DEVTOOLS: Record<DevToolsRequest, string> = {
  'Tool.enableRemoteDebug': '真机调试要用微信开发者工具',
  'Tool.getTestAccounts': '多账号调试要用微信开发者工具；这里用连接地址的 openid 选人',
  'Tool.getTicket': '预览手机没有微信登录票据',
  'Tool.setTicket': '预览手机没有微信登录票据',
  'Tool.refreshTicket': '预览手机没有微信登录票据',
  'Tool.stopAudits': '体验评分要用微信开发者工具',
}
