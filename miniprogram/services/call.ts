import type { ActionName, Answer, Input, Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'

/**
 * The one way to a cloud function, typed by the contract.
 * @throws ClearanceError with the function's own refusal, or `UNAVAILABLE` when no answer came
 */
export async function call<Name extends ActionName>(
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const [functionName = '', action] = name.split('.')
  const answer = await ask<Output<Name>>(functionName, { action, input })
  if (answer.ok) return answer.data
  throw new ClearanceError(answer.error)
}

async function ask<Data>(name: string, data: WechatMiniprogram.IAnyObject): Promise<Answer<Data>> {
  try {
    const { result } = await wx.cloud.callFunction({ name, data })
    return result as Answer<Data>
  } catch (error) {
    console.warn('call failed', name, error)
    throw new ClearanceError({ code: 'UNAVAILABLE', message: await noAnswer() })
  }
}

async function noAnswer(): Promise<string> {
  const { networkType } = await wx.getNetworkType()
  return networkType === 'none'
    ? '手机没有连上网络，连上以后再试。'
    : '没有连上学校的服务，请过一会儿再试。'
}
