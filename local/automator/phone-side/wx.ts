import { deliver, type Callbacks } from '../../phone/runtime/wx/callbacks'
import type { CallingWx, Handlers, MockingWx, PhoneRequests } from '../protocol'
import { send } from './events'
import { toFunction, toPlain } from './json'

type WxMethod = (...args: unknown[]) => unknown

/** Methods that answer at once; all others take one object and answer later. */
const AT_ONCE =
  /Sync$|^o(n|ff)[A-Z]|^(canIUse|nextTick|create[A-Z].*|get\w+Manager|get(App|Device|Window)\w*(Info|Setting)|getSystemSetting|getMenuButtonBoundingClientRect)$/

const originals = new Map<string, WxMethod>()

function methodOf({ method, pluginId }: CallingWx): WxMethod {
  if (pluginId !== undefined) throw new Error(`App.callWxMethod：预览手机没有插件 ${pluginId}`)
  // The phone says by name what is missing, where it is only looked at, too.
  const found = method in wxApis() ? wxApis()[method] : undefined
  if (typeof found !== 'function') throw new Error(`wx.${method} not exists`)
  return found
}

/** The phone makes `wx` after this script has loaded. */
function wxApis(): Record<string, WxMethod | undefined> {
  return (globalThis as unknown as { wx: Record<string, WxMethod | undefined> }).wx
}

async function callWx(params: CallingWx): Promise<{ result: unknown }> {
  const { method, args = [] } = params
  const run = methodOf(params)
  if (AT_ONCE.test(method)) return { result: run(...args) }
  try {
    return { result: await answerOf(run, args[0]) }
  } catch (failure) {
    const { errMsg } = failure as { errMsg?: string }
    throw errMsg === undefined ? failure : new Error(errMsg.replace(`${method}:fail `, ''))
  }
}

/** Some methods know callbacks only, and a replacement may know promises only. */
function answerOf(run: WxMethod, given: unknown): Promise<unknown> {
  return new Promise((success, fail) => {
    const returned = run({ ...(given as object | undefined), success, fail })
    if (returned instanceof Promise) returned.then(success, fail)
  })
}

function mockWx(params: MockingWx): void {
  const { method, result, functionDeclaration, args = [] } = params
  const original = originals.get(method) ?? methodOf(params)
  if (/^o(n|ff)[A-Z]/.test(method)) throw new Error(`wx.${method} cannot be mocked`)
  if (result === undefined && functionDeclaration === undefined) {
    originals.delete(method)
    wxApis()[method] = original
    return
  }
  originals.set(method, original)
  const self = { origin: original.bind(wxApis()) }
  const run = functionDeclaration === undefined ? () => result : toFunction(functionDeclaration)
  const answer = (...given: unknown[]): unknown => run.apply(self, [...given, ...args])
  wxApis()[method] = AT_ONCE.test(method) ? answer : answeringLater(method, answer)
}

/** Hands what the replacement answers to callbacks or a promise; an `errMsg` without `:ok` is a failure. */
function answeringLater(method: string, answer: WxMethod): WxMethod {
  return (given) => {
    const { success, fail, complete, ...options } = (given ?? {}) as Callbacks
    const settled = Promise.resolve(answer(options)).then((result) => {
      const { errMsg } = (result ?? {}) as { errMsg?: string }
      if (errMsg !== undefined && !errMsg.includes(`${method}:ok`)) throw result
      return result
    })
    return deliver(settled, { success, fail, complete })
  }
}

type Method =
  'Tool.getInfo' | `App.${'callWxMethod' | 'mockWxMethod' | 'callFunction' | 'addBinding'}`

export const wxHandlers: Pick<Handlers<PhoneRequests>, Method> = {
  'Tool.getInfo': () => wxApis().getAppBaseInfo?.(),
  'App.callWxMethod': callWx,
  'App.mockWxMethod': mockWx,
  'App.callFunction': async ({ functionDeclaration, args = [] }) => ({
    result: await toFunction(functionDeclaration)(...args),
  }),
  'App.addBinding': ({ name }) => {
    const call = (...args: unknown[]): void =>
      send('App.bindingCalled', { name, args: args.map(toPlain) })
    Object.assign(globalThis, { [name]: call })
  },
}
