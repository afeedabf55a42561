import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import { eventually } from './eventually'

/** What the functions below see, which run in the mini program. */
declare const getApp: () => { asked?: Record<string, unknown>; answering?: CallFunction }
declare const wx: {
  cloud: { callFunction: CallFunction }
  env: { USER_DATA_PATH: string }
  getFileSystemManager(): { writeFileSync(path: string, data: string, encoding: string): void }
}
type CallFunction = (call: object) => Promise<unknown>

/** What the mini program hands over to WeChat. */
type HandOver = 'makePhoneCall' | 'addPhoneCalendar' | 'showToast' | 'setClipboardData'

/** The WeChat around the mini program, where a test decides what it does. */
export class WeChat {
  private readonly granted: (HandOver | 'chooseMessageFile' | 'scanCode')[] = []

  constructor(private readonly mp: MiniProgram) {}

  /** From now on it does this without asking the student, and remembers what it was asked for. */
  async grant(...methods: HandOver[]): Promise<void> {
    for (const method of methods) await this.mp.mockWxMethod(method, rememberAsked, method)
    this.granted.push(...methods)
  }

  /** Waits until the mini program has asked for what is granted, and answers with what, once. */
  async askedFor(method: HandOver): Promise<unknown> {
    const ask = () => this.mp.evaluate(takeAsked, method)
    return eventually<unknown>(ask, Boolean, `还没有用到 ${method}`)
  }

  /** Every cloud function fails, as WeChat reports it, until the cloud is mended. */
  async breakCloud(): Promise<void> {
    await this.mp.evaluate(() => {
      const failure = { errCode: -504002, errMsg: 'cloud.callFunction:fail functions execute fail' }
      getApp().answering ??= wx.cloud.callFunction
      wx.cloud.callFunction = () => Promise.reject(Object.assign(new Error(), failure))
    })
  }

  /** Every cloud function answers, but nothing that makes sense, until the cloud is mended. */
  async garbleCloud(): Promise<void> {
    await this.mp.evaluate(() => {
      getApp().answering ??= wx.cloud.callFunction
      wx.cloud.callFunction = () => Promise.resolve({})
    })
  }

  /** Every cloud function does what it is asked for, and nobody hears of it, until the cloud is mended. */
  async loseAnswers(): Promise<void> {
    await this.mp.evaluate(() => {
      const failure = { errCode: -1, errMsg: 'cloud.callFunction:fail request:fail timeout' }
      const app = getApp()
      const ask = (app.answering ??= wx.cloud.callFunction)
      wx.cloud.callFunction = async (call) => {
        await ask.call(wx.cloud, call)
        throw Object.assign(new Error(), failure)
      }
    })
  }

  async mendCloud(): Promise<void> {
    await this.mp.evaluate(() => {
      const { answering } = getApp()
      if (answering) wx.cloud.callFunction = answering
    })
  }

  /** Somebody sends a file; when a file is to be chosen from a chat, it is this one. */
  async receiveFile(name: string, content: Uint8Array): Promise<void> {
    const base64 = Buffer.from(content).toString('base64')
    const path = (await this.mp.evaluate(keepFile, name, base64)) as string
    const file = { path, name, size: content.length, type: 'file', time: 0 }
    await this.mp.mockWxMethod('chooseMessageFile', { tempFiles: [file] })
    this.granted.push('chooseMessageFile')
  }

  /** The camera is held over a code. */
  async seeCode(result: string): Promise<void> {
    await this.mp.mockWxMethod('scanCode', { result, errMsg: 'scanCode:ok' })
    this.granted.push('scanCode')
  }

  /** What the mini program asks over the page: yes. */
  async sayYes(): Promise<void> {
    const confirm = () =>
      this.mp
        .native()
        .confirmModal()
        .then(() => true)
    await eventually(confirm, Boolean, '没有在问什么')
  }

  /** WeChat asks whether it may send messages about it: 允许. */
  async allowMessages(): Promise<void> {
    const allow = () =>
      this.mp
        .native()
        .authorizeAllow()
        .then(() => true)
    await eventually(allow, Boolean, '微信没有问要不要订阅消息')
  }

  /** WeChat asks whether it may send messages about it: 拒绝. */
  async refuseMessages(): Promise<void> {
    const refuse = () =>
      this.mp
        .native()
        .authorizeCancel()
        .then(() => true)
    await eventually(refuse, Boolean, '微信没有问要不要订阅消息')
  }

  /** The mini program asks whether it is meant: the button on the right. */
  async confirm(): Promise<void> {
    const confirm = () =>
      this.mp
        .native()
        .confirmModal()
        .then(() => true)
    await eventually(confirm, Boolean, '没有问是不是真的要')
  }

  /** Deletes what the mini program keeps on the phone. */
  async clearStorage(): Promise<void> {
    await this.mp.callWxMethod('clearStorageSync')
  }

  /** Does again what it does by itself. */
  async restore(): Promise<void> {
    await this.mendCloud()
    for (const method of this.granted) await this.mp.restoreWxMethod(method)
  }
}

/** Runs in the mini program, in place of the method of this name. */
function rememberAsked(options: object, name: string): { errMsg: string } {
  const app = getApp()
  app.asked = { ...app.asked, [name]: options }
  return { errMsg: `${name}:ok` }
}

/** Runs in the mini program. */
function takeAsked(name: string): unknown {
  const app = getApp()
  const { [name]: taken, ...others } = app.asked ?? {}
  app.asked = others
  return taken
}

/** Runs in the mini program. */
function keepFile(name: string, base64: string): string {
  const path = `${wx.env.USER_DATA_PATH}/${name}`
  wx.getFileSystemManager().writeFileSync(path, base64, 'base64')
  return path
}
