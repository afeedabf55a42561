import { ADMINISTRATOR, NEW_STAFF } from './people'
import type { Phone } from './phone'
import type { School } from './school'

/** 柳知行 binds with a code that the administrator issues. */
export async function bindCounsellor(school: School): Promise<Phone> {
  const administrator = await school.phoneOf(ADMINISTRATOR)
  await administrator.openTool('发一次性验证码')
  await administrator.fillIn({ 工号: '20081020' })
  await administrator.send()
  const code = await administrator.readCode()

  const counsellor = await school.phoneOf(NEW_STAFF)
  await counsellor.press('我是老师')
  await counsellor.fillIn({ 工号: '20081020', 一次性验证码: code })
  await counsellor.agree()
  await counsellor.send()
  await counsellor.press('我的')
  await counsellor.shows('我的岗位')
  return counsellor
}
