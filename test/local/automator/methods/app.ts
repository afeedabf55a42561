import { arrival, dataBecomes, send } from '../lab'
import type { Cases } from './case'

/** What `evaluate` runs in the mini program sees its globals. */
declare const wx: {
  getStorageSync(key: string): unknown
  showModal(options: object): Promise<unknown>
}
declare const getApp: () => { globalData: { answer: number } }
declare const getCurrentPages: () => { route: string }[]
declare const hook: (...args: unknown[]) => void

export const appCases: Cases = {
  'App.getCurrentPage': async ({ mp }) => {
    await mp.callWxMethod('navigateTo', { url: '/pages/detail/detail?id=5' })
    const page = await arrival(mp, 'pages/detail/detail')
    expect(page.query).toEqual({ id: '5' })
  },

  'App.getPageStack': async ({ mp, page: home }) => {
    await mp.callWxMethod('navigateTo', { url: '/pages/detail/detail?id=5' })
    const [first, second] = await mp.pageStack()
    expect(first).toBe(home)
    expect(second).toMatchObject({ path: 'pages/detail/detail', query: { id: '5' } })
  },

  'App.callWxMethod': async ({ mp }) => {
    expect(await mp.systemInfo()).toMatchObject({ SDKVersion: '3.8.0', windowWidth: 375 })
    await mp.callWxMethod('setStorageSync', 'key', { done: 5 })
    expect(await mp.callWxMethod('getStorageSync', 'key')).toEqual({ done: 5 })
    expect(await mp.callWxMethod('getStorage', { key: 'key' })).toMatchObject({
      data: { done: 5 },
      errMsg: 'getStorage:ok',
    })
    await expect(mp.callWxMethod('getStorage', { key: 'none' })).rejects.toThrow(/^data not found$/)
    expect(await mp.callWxMethod('enableAlertBeforeUnload', { message: '走吗' })).toEqual({
      errMsg: 'enableAlertBeforeUnload:ok',
    })
    await expect(mp.callWxMethod('flyAway')).rejects.toThrow('wx.flyAway not exists')
    await expect(mp.callPluginWxMethod('p', 'login')).rejects.toThrow('预览手机没有插件 p')
  },

  'App.mockWxMethod': async ({ mp, page: home }) => {
    await mp.mockWxMethod('showModal', { confirm: true })
    await home.callMethod('ask')
    await dataBecomes(home, 'answer', '确定')
    await mp.mockWxMethod('showModal', { errMsg: 'showModal:fail cancel' })
    await expect(mp.callWxMethod('showModal', {})).rejects.toThrow('cancel')

    const chosen = { tempFiles: [{ tempFilePath: 'http://tmp/a.jpg' }] }
    await mp.mockWxMethod('chooseMedia', chosen)
    expect(await mp.callWxMethod('chooseMedia', {})).toEqual(chosen)
    await mp.callWxMethod('setStorageSync', 'key', '原来的')
    await mp.mockWxMethod(
      'getStorageSync',
      function (this: { origin(key: string): unknown }, key: string, more: string) {
        return [key, more, this.origin(key)]
      },
      '多给的',
    )
    expect(await mp.callWxMethod('getStorageSync', 'key')).toEqual(['key', '多给的', '原来的'])
    expect(await mp.evaluate(() => wx.getStorageSync('key'))).toHaveLength(3)
    await mp.restoreWxMethod('getStorageSync')
    expect(await mp.callWxMethod('getStorageSync', 'key')).toBe('原来的')
    await mp.restoreWxMethod('showModal')

    await expect(mp.mockWxMethod('onThemeChange', {})).rejects.toThrow('cannot be mocked')
    await expect(mp.mockWxMethod('flyAway', {})).rejects.toThrow('wx.flyAway not exists')
  },

  'App.callFunction': async ({ mp }) => {
    const sum: unknown = await mp.evaluate(
      async (more: number) => getApp().globalData.answer + getCurrentPages().length + more,
      100,
    )
    expect(sum).toBe(143)
    expect(await mp.evaluate('() => undefined')).toBeUndefined()
    await expect(mp.evaluate('() => { throw new Error("不行") }')).rejects.toThrow('不行')
  },

  'App.addBinding': async ({ mp }) => {
    const called: unknown[][] = []
    await mp.exposeFunction('hook', (...args: unknown[]) => called.push(args))
    await mp.evaluate(() => hook('来自小程序', { code: 1 }))
    expect(called).toEqual([['来自小程序', { code: 1 }]])
  },

  'App.enableLog': async ({ mp }) => {
    expect(await send(mp, 'App.enableLog')).toEqual({})
  },

  'App.captureScreenshot': async ({ mp }) => {
    const picture = Buffer.from(String(await mp.screenshot()), 'base64')
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
  },

  'App.exit': async ({ mp }) => {
    await send(mp, 'App.exit')
    await expect(mp.currentPage()).rejects.toThrow()
  },
}
