import type { ActionName } from '../../../../../domain/api'
import type { GrantView } from '../../../../../domain/identity/answers'
import { allows } from '../../services/my-desk'

/** A page that the desk leads to. */
export interface Tool {
  title: string
  hint: string
  url: string
}

interface OfferedTool extends Tool {
  /** Offered to whoever may do this; to everybody when absent. */
  action?: ActionName
}

const PAGES = '/packages/staff/pages'

const ADMIN_PAGES = '/packages/admin/pages'

const TOOLS: OfferedTool[] = [
  {
    title: '届别和离校单',
    hint: '每年的日期、联系人、环节，发布给学生',
    url: `${ADMIN_PAGES}/cohorts/cohorts`,
    action: 'admin.cohorts',
  },
  {
    title: '老师和岗位',
    hint: '谁负责哪个班、哪栋楼，哪里没有人',
    url: `${ADMIN_PAGES}/staff/staff`,
    action: 'admin.staff',
  },
  {
    title: '学生',
    hint: '名单里没有的加上，登记错的改正',
    url: `${ADMIN_PAGES}/students/students`,
    action: 'admin.student',
  },
  {
    title: '扫离校凭证',
    hint: '在校门口，一位一位地扫',
    url: `${PAGES}/scan/scan`,
    action: 'pass.scan',
  },
  {
    title: '一卡通退款',
    hint: '导出给银行的表，登记银行的结果',
    url: `${PAGES}/payouts/payouts`,
    action: 'payouts.list',
  },
  {
    title: '进度统计',
    hint: '谁还差什么，提醒一个班，导出表格',
    url: `${PAGES}/statistics/statistics`,
    action: 'statistics.overview',
  },
  {
    title: '学院核验',
    hint: '步骤 1 办完的同学，一个班一起核验',
    url: `${PAGES}/classes/classes`,
    action: 'desk.classes',
  },
  {
    title: '数据同步',
    hint: '财务、图书、宿舍的数据新不新，导入名单',
    url: `${PAGES}/feeds/feeds`,
    action: 'feed.list',
  },
  {
    title: '解绑学生的微信',
    hint: '学生换了微信，或者丢了手机',
    url: `${PAGES}/unbind/unbind`,
    action: 'identity.unbindStudent',
  },
  {
    title: '发一次性验证码',
    hint: '老师第一次登录要用',
    url: `${PAGES}/staff-code/staff-code`,
    action: 'identity.issueStaffCode',
  },
  {
    title: '查操作记录',
    hint: '一名学生的事，谁在什么时候办过',
    url: `${PAGES}/trail/trail`,
    action: 'audit.trail',
  },
  { title: '我的绑定', hint: '这个微信绑定了谁，解除绑定', url: '/pages/binding/binding' },
  { title: '隐私说明', hint: '收集什么，谁看得到', url: '/pages/privacy/privacy' },
]

/** What somebody with these rights may open; the function decides again when they do. */
export function toolsOf(grants: readonly GrantView[]): Tool[] {
  return TOOLS.filter(({ action }) => !action || allows(grants, action)).map(
    ({ title, hint, url }) => ({ title, hint, url }),
  )
}
