import type { Refusal } from '../../../domain/errors'

type Answer = { ok: true; data: unknown } | { ok: false; error: Refusal } | 'lost'

/** What a stubbed WeChat was asked to do. */
export interface Wechat {
  /** Inputs of the calls, in order. */
  sent: Record<string, string>[]
  /** Other APIs by name, with what they were given. */
  done: [api: string, options: unknown][]
  /** What the functions answer next; the last answer stays. */
  answers: Answer[]
  /** What the person presses when asked. */
  confirms: boolean
  /** What is kept on the phone. */
  storage: Map<string, unknown>
}

/** The same WeChat after the mini program was closed and opened again: what was kept is still there. */
export function reopened(before: Wechat, apis: Record<string, unknown> = {}): Wechat {
  const wechat = stubWechat(apis)
  for (const [key, value] of before.storage) wechat.storage.set(key, value)
  return wechat
}

/** A WeChat whose functions answer as told; `apis` come on top. */
export function stubWechat(apis: Record<string, unknown> = {}): Wechat {
  const wechat: Wechat = { sent: [], done: [], answers: [], confirms: true, storage: new Map() }
  const noted = (name: string) => (options: unknown) => {
    wechat.done.push([name, options])
    return Promise.resolve({ confirm: wechat.confirms })
  }
  const callFunction = ({ data }: { data: { input: Record<string, string> } }) => {
    wechat.sent.push(data.input)
    const answer = wechat.answers.length > 1 ? wechat.answers.shift() : wechat.answers[0]
    if (answer === 'lost') return Promise.reject(new Error('lost'))
    return Promise.resolve({ result: answer })
  }
  const wx = {
    cloud: { callFunction },
    canIUse: (name: string) => name in wx,
    getNetworkType: () => Promise.resolve({ networkType: 'wifi' }),
    getStorageInfoSync: () => ({
      keys: ['answer:clearance.sheet:{}', 'other', ...wechat.storage.keys()],
    }),
    removeStorageSync: (key: string) => {
      wechat.storage.delete(key)
      wechat.done.push(['removeStorageSync', key])
    },
    getStorageSync: (key: string) => wechat.storage.get(key) ?? '',
    // As WeChat does, what is kept is a copy.
    setStorageSync: (key: string, value: unknown) =>
      wechat.storage.set(key, JSON.parse(JSON.stringify(value))),
    ...Object.fromEntries(
      ['showModal', 'showToast', 'reLaunch', 'redirectTo', 'navigateTo'].map((name) => [
        name,
        noted(name),
      ]),
    ),
    ...apis,
  }
  Object.assign(globalThis, { wx })
  return wechat
}

export const ANSWERED: Answer = { ok: true, data: { kind: 'student', name: '林知夏' } }

export const refused = (code: Refusal['code'], message: string, fields?: Record<string, string>) =>
  ({ ok: false, error: { code, message, ...(fields && { fields }) } }) as const
