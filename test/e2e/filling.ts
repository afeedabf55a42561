import type { Phone } from './phone'

/** Fills in 退宿申请 as a student whose desk has a scratch. */
export async function fillInCheckOut(phone: Phone): Promise<void> {
  await phone.turnTo('哪一天离开', '2022-06-18')
  await phone.choose('什么时候走', '上午')
  await phone.press('要交回的钥匙多一把')
  await phone.press('要交回的钥匙多一把')
  await phone.fillIn({ 离校后能打通的手机: '13800000000', 备注: '桌面有一道划痕，入住时就有。' })
  await phone.choose('桌', '损坏')
  await phone.press('其余 7 样都完好')
}
