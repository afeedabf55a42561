/** What was done, by action or job of a timer; the trail holds what changes or reads a secret. */
const ACTIONS: Partial<Record<string, string>> = {
  'identity.bindStudent': '绑定微信',
  'identity.bindStaff': '绑定微信',
  'identity.bindByCampus': '用统一身份认证绑定微信',
  'identity.unbind': '自己解除绑定',
  'identity.unbindStudent': '解绑学生的微信',
  'identity.issueStaffCode': '发一次性验证码',
  'admin.addStudent': '加进名单',
  'admin.correctStudent': '改正登记',
  'pass.scan': '在校门扫离校凭证',
  'certificate.issue': '保存离校单 PDF',
  'audit.trail': '查看操作记录',
  'payouts.export': '把退款交给银行',
  'payouts.link': '生成给银行的表，写出完整卡号',
  'payouts.import': '登记银行的退款结果',
  'payouts.release': '取消退款批次',
  'nightly.erase': '保存期限到了，自动删除',
}

/** An action that has no words yet shows by its name: a record must never be left out. */
export function wordsOf(action: string): string {
  return ACTIONS[action] ?? action
}
