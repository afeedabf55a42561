import type MiniProgram from 'miniprogram-automator/out/MiniProgram'

/** What the functions below see, which run in the mini program. */
declare const getApp: () => { asked?: Record<string, unknown>; answering?: CallFunction }
declare const wx: { cloud: { callFunction: CallFunction } }
type CallFunction = (call: object) => Promise<unknown>

/** From now on WeChat does this at once, and remembers what it was asked for. */
export async function grant(mp: MiniProgram, method: string): Promise<void> {
  await mp.mockWxMethod(
    method,
    function (options: object, name: string) {
      const app = getApp()
      app.asked = { ...app.asked, [name]: options }
      return { errMsg: `${name}:ok` }
    },
    method,
  )
}

/** What the mini program last asked of a method that is granted. */
export async function askedFor(mp: MiniProgram, method: string): Promise<unknown> {
  return mp.evaluate((name: string) => getApp().asked?.[name], method)
}

/** Every cloud function fails, as WeChat reports it, until it is mended. */
export async function breakCloud(mp: MiniProgram): Promise<void> {
  await mp.evaluate(() => {
    const failure = { errCode: -504002, errMsg: 'cloud.callFunction:fail functions execute fail' }
    const app = getApp()
    app.answering ??= wx.cloud.callFunction
    wx.cloud.callFunction = () => Promise.reject(Object.assign(new Error(failure.errMsg), failure))
  })
}

/** Every cloud function answers, but nothing that makes sense. */
export async function garbleCloud(mp: MiniProgram): Promise<void> {
  await mp.evaluate(() => {
    const app = getApp()
    app.answering ??= wx.cloud.callFunction
    wx.cloud.callFunction = () => Promise.resolve({})
  })
}

export async function mendCloud(mp: MiniProgram): Promise<void> {
  await mp.evaluate(() => {
    const { answering } = getApp()
    if (answering) wx.cloud.callFunction = answering
  })
}
