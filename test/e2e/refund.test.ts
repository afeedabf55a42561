import { Bank } from './bank'
import { Before } from './before'
import { FINANCE, LIN, XU } from './people'
import type { Phone } from './phone'
import { useSchool } from './school'
import { onlyInOurSchool } from './where'

const TWO_MINUTES = 120_000

/** Test numbers whose check digit is right. */
const CARD = '6228480402564890018'
const OTHER_CARD = '6228480402564890026'
const NEW_CARD = '6228480402564890034'

const school = useSchool()
const before = new Before(() => school.ours)

/** From the sheet to the form, through the consent that a card number needs. */
async function agreeToForm(student: Phone): Promise<void> {
  await student.openItem('一卡通清算')
  await student.press('填写一卡通退费申请')
  const consent = await student.shows('退费要用你的银行卡号，先问你同不同意')
  expect(consent).toContain('不能在手机上申请退费，其他手续不受影响。')
  await student.press('同意并继续')
  expect(await student.shows('余额退到你的哪张借记卡')).toContain('一卡通余额 86.40 元')
}

/** Once more against the card, and off it goes; WeChat may tell about it once. */
async function checkAndSend(student: Phone): Promise<void> {
  await student.press('下一步，核对')
  await student.shows('对着卡，再看一遍')
  await student.press('确认提交')
  await student.wechat.allowMessages()
  await student.shows('已提交，等财务处退款')
}

/** Finance hands a batch to the bank. @returns the bank, with the sheet of the link */
async function exportTo(finance: Phone, people: number): Promise<Bank> {
  await finance.fillIn({ 为什么导出: '七月退款，交银行代发' })
  await finance.press(`导出 ${people} 人的退款表`)
  await finance.shows(`${people} 人等银行结果`)
  await finance.press('生成表格')
  await finance.shows('为什么要看完整卡号，会写进每个人的操作记录')
  await finance.press('交给银行代发')
  await finance.press('生成表格')
  await finance.shows('前有效，过后要重新生成')
  await finance.press('复制下载链接')
  const { data } = (await finance.wechat.askedFor('setClipboardData')) as { data: string }
  return Bank.receives(data)
}

onlyInOurSchool('a card refund', '云上的一卡通报表和时钟不归测试管', () => {
  test(
    'is filed, fails at the bank, is put right and is paid with the next batch',
    async () => {
      const lin = await school.phoneOf(LIN)
      await agreeToForm(lin)
      await lin.fillIn({ 银行卡号: '6228480402564890019', 手机号: '13800000000' })
      await lin.press('下一步，核对')
      await lin.shows('卡号不对，可能输错了一位')
      expect(await lin.nameOf('银行卡号')).toBe(
        '银行卡号，卡号不对，可能输错了一位，请对着卡再看一遍',
      )
      expect(await lin.filledIn('银行卡号')).toBe('6228 4804 0256 4890 019')
      expect(await lin.filledIn('开户银行')).toBe('中国农业银行')
      expect(await lin.filledIn('手机号')).toBe('13800000000')
      await lin.fillIn({ 银行卡号: CARD })
      await checkAndSend(lin)
      const filed = await lin.screen()
      expect(filed).toMatch(/编号 TF220610-[0-9A-Z]{6} 开户名 林知夏/)
      expect(filed).toContain('卡号 尾号 0018')
      expect(filed).not.toContain(CARD)
      await before.filedRefund(XU, '许沐阳', OTHER_CARD)

      await school.ours.moveClockTo('2022-07-05T09:00:00+08:00')
      const finance = await school.phoneOf(FINANCE)
      await finance.wechat.grant('setClipboardData', 'showToast')
      await finance.openTool('一卡通退款')
      await finance.shows('2 人等报表，还没有传来')
      await school.ours.campus(LIN, 'card-report')
      await finance.pullDown()
      expect(await finance.shows('2 人可以退款')).toContain(
        '合计 239.15 元，以 7 月 4 日的一卡通报表余额为准。',
      )
      const bank = await exportTo(finance, 2)
      expect(bank.rowOf('林知夏')).toMatchObject({ 银行卡号: CARD, '金额(元)': 86.4 })
      expect(bank.rowOf('许沐阳')).toMatchObject({ 银行卡号: OTHER_CARD, '金额(元)': 152.75 })

      const results = await bank.answers({ 林知夏: '账户已销户' })
      await finance.wechat.receiveFile('results.xlsx', results)
      await finance.press('导入银行结果')
      await finance.press('我已阅读并同意')
      await finance.press('导入银行结果')
      await finance.shows('1 人到账，1 人没有退成')
      const imported = await finance.shows('1 人没有退成，1 人到账')
      expect(imported).toMatch(/没有退成，学生改好后进下一批（1 人） 林知夏 .* 账户已销户 86.40 元/)
      expect(imported).toMatch(/已到账（1 人） 许沐阳 .* 152.75 元/)

      await school.ours.fireTimer('notify')
      const [told] = await school.ours.messagesTo(LIN)
      expect(told?.text).toBe('一卡通退费：银行没有退成：账户已销户')
      await lin.openMessage(told)
      await lin.shows('银行没有退成：账户已销户 请核对开户名、银行和卡号，改好后再提交一次。')
      await lin.press('修改后重新提交')
      await lin.shows('不改就留空，仍用尾号 0018 的卡')
      expect(await lin.filledIn('手机号')).toBe('13800000000')
      await lin.fillIn({ 银行卡号: NEW_CARD })
      await checkAndSend(lin)
      expect(await lin.screen()).toContain('卡号 尾号 0034')

      await finance.back()
      await finance.shows('1 人可以退款')
      const next = await exportTo(finance, 1)
      expect(next.rowOf('林知夏')).toMatchObject({ 银行卡号: NEW_CARD, '金额(元)': 86.4 })
      await finance.wechat.receiveFile('results.xlsx', await next.answers({}))
      await finance.press('导入银行结果')
      await finance.shows('1 人全部到账')

      await school.ours.fireTimer('notify')
      const paid = (await school.ours.messagesTo(LIN)).at(-1)
      expect(paid?.text).toBe('一卡通退费：7 月 5 日已退款')
      await lin.openMessage(paid)
      expect(await lin.shows('7 月 5 日已退款')).toContain('退款 86.40 元')
      await lin.reopen()
      expect(await lin.row('一卡通清算')).toBe('一卡通清算，已办理，7 月 5 日已退款')
    },
    TWO_MINUTES,
  )
})
