/** What the fields of a cohort file are called when one of them is wrong. */
const LABELS: Record<string, string> = {
  _id: '届别',
  name: '名称',
  school: '学校',
  entrances: '入口',
  path: '路径',
  notice: '通知',
  title: '标题',
  issuedBy: '发文部门',
  issuedOn: '发文日期',
  aim: '目的',
  remarks: '注意事项',
  important: '重要事项',
  text: '文字',
  until: '显示到',
  steps: '步骤',
  items: '环节',
  code: '代号',
  step: '所在步骤',
  required: '是否必办',
  appliesTo: '适用于',
  rule: '办结依据',
  kind: '种类',
  fees: '费用',
  reportOn: '报表日',
  accountKept: '账号保存天数',
  unpaidDays: '未退款时',
  paidDays: '退款后',
  things: '房间物品',
  conditional: '可否有条件核验',
  procedure: '怎么办理',
  registrar: '谁登记办结',
  todo: '要做的事',
  window: '办理时间',
  from: '开始日期',
  to: '截止日期',
  undated: '待定说明',
  department: '负责部门',
  contacts: '联系人',
  phones: '联系电话',
  responsibility: '工作职责',
  guidance: '办理说明',
  place: '办理地点',
  hours: '办公时间',
  links: '链接',
  address: '地址',
  appId: '小程序 AppID',
  paragraphs: '说明段落',
  traits: '学生特征',
  milestones: '时间节点',
  on: '日期',
  pledge: '承诺书',
  years: '有效几年',
  afterwards: '办完以后',
  toConfirm: '待确认',
  responsibilities: '工作职责',
  departments: '部门',
  duty: '职责',
}

/**
 * A path in a cohort file as a person reads it.
 * @param path keys and zero-based indexes: `['items', 3, 'window', 'to']`
 * @returns `环节 4（图书）› 办理时间 › 截止日期`; the title in brackets is taken from `input`
 */
export function describePath(path: readonly (string | number)[], input: unknown): string {
  const words: string[] = []
  let value = input
  for (const key of path) {
    value = childOf(value, key)
    if (typeof key === 'number') words.push(`${words.pop() ?? ''} ${key + 1}${titleOf(value)}`)
    else words.push(LABELS[key] ?? key)
  }
  return words.join(' › ')
}

function childOf(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string | number, unknown>)[key]
    : undefined
}

function titleOf(value: unknown): string {
  const title = childOf(value, 'title')
  return typeof title === 'string' ? `（${title}）` : ''
}
