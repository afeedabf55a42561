import { ROLE_NAMES, STAFF_ROLES, type Role } from '../../../domain/roles/people'
import { toDeskView } from '../../../miniprogram/packages/staff/pages/desk/view'

function desk(...roles: Role[]) {
  const grants = roles.map((role) => ({ role, roleName: ROLE_NAMES[role], scope: '全校' }))
  return toDeskView({ name: '王海棠', grants, vacancies: [] })
}

const tools = (role: Role) => desk(role).tools.map(({ title }) => title)

test('the first line says that nothing waits, the next what will come', () => {
  expect(desk('counsellor')).toMatchObject({
    headline: '王海棠，现在没有待办',
    roles: [{ name: '辅导员', scope: '全校' }],
  })
  expect(desk('counsellor').coming.join()).toContain('退宿、档案派遣的申请')
})

test.each(STAFF_ROLES)('%s is told what will come', (role) => {
  expect(desk(role).coming).toHaveLength(1)
})

test('whose rights have all ended is told whom to ask', () => {
  expect(desk()).toMatchObject({
    headline: '王海棠，你还没有岗位',
    coming: ['请管理员给你分配岗位，分配后马上能用。'],
  })
})

test('two roles at one desk', () => {
  expect(desk('counsellor', 'dormManager').coming).toHaveLength(2)
})

const ADMINISTERING = ['届别和离校单', '老师和岗位', '学生']

test.each<[Role, string[]]>([
  ['counsellor', ['进度统计', '学院核验', '解绑学生的微信']],
  ['studentAffairs', ['进度统计', '学院核验', '数据同步', '解绑学生的微信']],
  [
    'administrator',
    [...ADMINISTERING, '进度统计', '数据同步', '解绑学生的微信', '发一次性验证码', '查操作记录'],
  ],
  ['auditor', ['进度统计', '查操作记录']],
  ['guard', ['扫离校凭证']],
  ['finance', ['一卡通退款', '进度统计', '数据同步']],
])('%s is offered what they may do: %p', (role, offered) => {
  expect(tools(role)).toEqual([...offered, '我的绑定', '隐私说明'])
})

test('posts without anybody are told to student affairs', () => {
  const vacancies = [{ role: 'counsellor' as const, roleName: '辅导员', scope: '软件技术 1903 班' }]
  expect(toDeskView({ name: '丁和平', grants: [], vacancies }).vacancies).toEqual([
    { name: '辅导员', scope: '软件技术 1903 班' },
  ])
})
