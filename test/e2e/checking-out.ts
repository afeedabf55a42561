import { fillInCheckOut } from './filling'
import type { Phone } from './phone'

/** From the sheet to the form, which is filled in and handed in; WeChat may tell about it once. */
export async function file(student: Phone): Promise<void> {
  await student.openItem('退宿')
  await student.press('填写退宿申请')
  await student.shows('填好就交给辅导员审核')
  await fillInCheckOut(student)
  await student.press('提交退宿申请')
  await student.wechat.allowMessages()
  await student.shows('等辅导员审核')
}

/** From the desk to a request that has just come in; a list that is being renewed may swallow a tap. */
export async function open(staff: Phone, name: string): Promise<void> {
  await staff.pullDown()
  await staff.press(name)
  if (!(await staff.sees('申请内容'))) await staff.press(name)
  await staff.shows('申请内容')
}

/** 同意, and no message about it is wanted. */
export async function agree(staff: Phone): Promise<void> {
  await staff.press('同意')
  await staff.wechat.refuseMessages()
  await staff.shows('撤销刚才的操作，还剩 10 分钟')
}

/** The room of a request that is open. */
export async function inspect(dormManager: Phone): Promise<void> {
  await dormManager.press('开始检查')
  expect(await dormManager.shows('检查谁的床位')).toContain('3 号楼 412 室')
}

export async function handInInspection(dormManager: Phone): Promise<string> {
  await dormManager.press('提交检查记录')
  await dormManager.wechat.refuseMessages()
  return dormManager.shows('3 号楼 412 室，1 人的检查记录已送到')
}
