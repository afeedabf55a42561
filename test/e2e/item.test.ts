import { useSchool } from './school'
import type { Phone } from './phone'
import { onlyInOurSchool } from './where'

const school = useSchool()

async function open(item: string): Promise<Phone> {
  const phone = await school.anyPhone()
  await phone.openItem(item)
  await phone.shows('办理说明')
  return phone
}

// Every department's contact, phones and deadline of the notice, on the screen.
test.each([
  ['学费', '财务处 周晨婷 025-85395103 025-85395014', '2022 年 6 月 15 日'],
  ['住宿费', '财务处 周晨婷 025-85395103 025-85395014', '2022 年 6 月 15 日'],
  ['大学生医保', '财务处 周晨婷 025-85395103 025-85395014', '2022 年 6 月 15 日'],
  ['一卡通清算', '财务处 周晨婷 025-85395103 025-85395014', '2022 年 7 月 2 日'],
  ['团组织关系转接', '校团委 蔡静 025-85395063', '2022 年 6 月 22 日'],
  ['图书归还', '质量管理与科研处（图书馆） 邱艳 025-85395027', '2022 年 7 月 2 日'],
  ['档案派遣', '招生就业处 金鑫 025-85395054', '具体时间待定'],
  ['退宿', '学生处 方莉莉 025-85395012', '2022 年 6 月 22 日'],
  ['党组织关系转接', '组织人事部 周文佳 025-85395157', '具体时间待定'],
  ['户口迁移', '后勤与安保处 黄骏涛 025-82212110 17751771472', '须在本学期结束前提出申请'],
])('%s: %s, %s', async (item, contact, deadline) => {
  const screen = await (await open(item)).screen()
  expect(screen).toContain(contact)
  expect(screen).toContain(deadline)
})

test('a phone number is one tap away from a call', async () => {
  const phone = await open('图书归还')
  await phone.wechat.grant('makePhoneCall')
  await phone.call('025-85395027')
  expect(await phone.wechat.askedFor('makePhoneCall')).toEqual({ phoneNumber: '025-85395027' })
})

onlyInOurSchool('before the deadline', '云上的时钟早过了 2022 年的截止日期', () => {
  test('the deadline can be put into the calendar', async () => {
    const phone = await open('图书归还')
    await phone.wechat.grant('addPhoneCalendar', 'showToast')
    await phone.addToCalendar()
    expect(await phone.wechat.askedFor('addPhoneCalendar')).toMatchObject({
      title: '离校单：图书归还今天截止',
      startTime: Date.parse('2022-07-02T09:00:00+08:00') / 1000,
    })
    expect(await phone.wechat.askedFor('showToast')).toMatchObject({ title: '已加到日历' })
  })
})

test('the 7 月 4 日 report of the card is in its schedule', async () => {
  const phone = await open('一卡通清算')
  await phone.shows('7 月 4 日 以当天的一卡通报表余额为准退费')
})

test('the notice itself is one tap from the sheet', async () => {
  const phone = await school.anyPhone()
  await phone.openNotice()
  const screen = await phone.shows('关于做好 2022 届毕业生离校手续办理的通知')
  expect(screen).toContain(
    '微信公众号「南京城市职业学院云上南城公众号」 → 左下角「智慧校园」 → 毕业生离校 → 离校单',
  )
  expect(screen).toContain('后勤与安保处、二级学院 完成学生户口迁移手续办理。')
})
