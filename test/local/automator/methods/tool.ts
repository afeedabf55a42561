import { arrival, dataBecomes, send } from '../lab'
import { one, type Case, type Cases } from './case'

/** What only DevTools can do answers an error that names it. */
const refused =
  (method: string): Case =>
  async ({ mp }) => {
    await expect(send(mp, method)).rejects.toThrow(method)
  }

export const toolCases: Cases = {
  'Tool.getInfo': ({ mp }) => mp.checkVersion(),

  'Tool.close': async ({ mp }) => {
    expect(await send(mp, 'Tool.close')).toEqual({})
  },

  'Tool.native': async ({ mp, page: home }) => {
    const native = mp.native()
    void home.callMethod('ask')
    await settled(() => native.confirmModal())
    await dataBecomes(home, 'answer', '确定')
    void home.callMethod('ask')
    await settled(() => native.cancelModal())
    await dataBecomes(home, 'answer', '取消')
    void home.callMethod('allow')
    await settled(() => native.authorizeAllow())
    await dataBecomes(home, 'answer', '允许')
    void home.callMethod('allow')
    await settled(() => native.authorizeCancel())
    await dataBecomes(home, 'answer', '不允许')

    await (await one(home, '.subscribe')).trigger('tap')
    await settled(() => native.authorizeAllow())
    await dataBecomes(home, 'answer', 'accept')
    await home.callMethod('subscribe')
    expect(await home.data('answer')).toContain('can only be invoked by user TAP gesture')

    await mp.callWxMethod('navigateTo', { url: '/pages/detail/detail' })
    await native.navigateLeft()
    await arrival(mp, 'pages/home/home')
    await mp.callWxMethod('reLaunch', { url: '/pages/detail/detail?id=1' })
    await mp.callWxMethod('navigateTo', { url: '/pages/detail/detail?id=2' })
    await native.goHome()
    await arrival(mp, 'pages/home/home')

    await expect(native.shareConfirm()).rejects.toThrow('Tool.native：预览手机没有 shareConfirm')
    await expect(native.confirmModal()).rejects.toThrow('Tool.native')
  },

  'Tool.enableRemoteDebug': refused('Tool.enableRemoteDebug'),
  'Tool.getTestAccounts': refused('Tool.getTestAccounts'),
  'Tool.getTicket': refused('Tool.getTicket'),
  'Tool.setTicket': refused('Tool.setTicket'),
  'Tool.refreshTicket': refused('Tool.refreshTicket'),
  'Tool.stopAudits': refused('Tool.stopAudits'),
}

/** The dialog comes a moment after the call that opens it. */
async function settled(press: () => Promise<unknown>): Promise<void> {
  const deadline = Date.now() + 5000
  for (;;) {
    try {
      await press()
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
  }
}
