import { api, ApiFailure } from './api'
import type { Apis, WxContext } from './context'

interface Call {
  name: string
  data?: object
}

type Answer = { result: unknown } | { errCode: number; errMsg: string }

/** `wx.cloud`: the functions of the local cloud, called as this phone's OPENID. */
export function cloudApis({ settings, calls }: WxContext): Apis {
  return {
    init: () => undefined,
    callFunction: api('cloud.callFunction', async ({ name, data = {} }: Call) => {
      const call: WxContext['calls'][number] = { name, data }
      calls.push(call)
      const answer = await ask(name, data, settings.openid)
      if ('result' in answer) return { result: answer.result, requestID: crypto.randomUUID() }
      call.errCode = answer.errCode
      throw new ApiFailure(answer.errMsg, answer)
    }),
  }
}

async function ask(name: string, data: object, openid: string): Promise<Answer> {
  try {
    const response = await fetch(`/call/${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': openid },
      body: JSON.stringify(data),
    })
    return (await response.json()) as Answer
  } catch (error) {
    return offline((error as Error).message)
  }
}

/** The shape in which WeChat tells that the network is away. */
function offline(reason: string): Answer {
  return { errCode: -1, errMsg: `cloud.callFunction:fail request:fail ${reason}` }
}
