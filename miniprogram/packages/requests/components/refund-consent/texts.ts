/**
 * What has to be said before a bank card number is asked for: it is sensitive personal information, so
 * the consent is one of its own, with the purpose, who sees it, for how long, and what a refusal means
 * (PIPL art. 28 to 30).
 */
export const CLAUSES: { title: string; text: string }[] = [
  {
    title: '用来做什么',
    text: '只用来把一卡通余额退到你自己的借记卡。要填开户名、开户银行、银行卡号和手机号。',
  },
  {
    title: '为什么要卡号',
    text: '财务处通过银行转账，没有卡号退不了。卡号泄露会给你带来财产风险，所以单独问你。',
  },
  {
    title: '谁看得到',
    text: '只有财务处办退款的老师能导出完整卡号，每次都记下是谁、为什么。其他人和这里的页面只看到后四位。',
  },
  {
    title: '保存多久',
    text: '加密保存。撤回申请马上删除；退款办完，过了学校定的保存期由系统自动删除。卡号不存在手机上。',
  },
  {
    title: '不同意会怎样',
    text: '不能在手机上申请退费，其他手续不受影响。截止以前可以再来，也可以打电话问别的办法。',
  },
]
