import { CloudError } from '../cloud-error'
import { httpAnswer, httpEvent } from '../functions/http-access'
import type { Runner } from '../functions/runner'
import { readBody, readJson, sendJson } from './exchange'
import type { Route } from './route'

/** WeChat's numbers and words for a failed `wx.cloud.callFunction`. */
const failures: Record<string, (message: string) => { errCode: number; text: string }> = {
  FUNCTION_NOT_FOUND: () => ({
    errCode: -501000,
    text: 'FunctionName parameter could not be found.',
  }),
  FUNCTIONS_EXECUTE_FAIL: (message) => ({
    errCode: -504002,
    text: `functions execute fail | errMsg: ${message}`,
  }),
  FUNCTIONS_TIME_LIMIT_EXCEEDED: (message) => ({ errCode: -504003, text: message }),
}

export interface CallFailure {
  errCode: number
  errMsg: string
}

/** What WeChat tells the mini program about an error. Rethrows what is not a function's failure. */
export function callFailure(error: unknown): CallFailure {
  const describe = error instanceof CloudError ? failures[error.code] : undefined
  if (!describe || !(error instanceof Error)) throw error
  const { errCode, text } = describe(error.message)
  return { errCode, errMsg: `cloud.callFunction:fail Error: errCode: ${errCode} ${text}` }
}

/** `{ result }`, or WeChat's failure: both are HTTP 200, as callFunction knows no other. */
export async function callReply(work: () => Promise<unknown>): Promise<object> {
  try {
    return { result: await work() }
  } catch (error) {
    return callFailure(error)
  }
}

/** `POST /call/<function>`: what `wx.cloud.callFunction` does; `x-openid` says who calls. */
export const callRoute = (runner: Runner): Route => ({
  method: 'POST',
  path: /^\/call\/([\w-]+)$/,
  async handle({ request, response, parameter }) {
    const data = await readJson(request)
    const openid = [request.headers['x-openid'] ?? []].flat()[0]
    const caller = { ...(openid ? { openid } : {}), source: 'wx_client' }
    sendJson(response, 200, await callReply(() => runner.invoke(parameter, data, caller)))
  },
})

const statusOf: Record<string, number> = {
  FUNCTION_NOT_FOUND: 404,
  FUNCTIONS_EXECUTE_FAIL: 500,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: 504,
}

/** `ANY /http/<function>/…`: a function's HTTP access; nobody's identity comes with it. */
export const httpAccessRoute = (runner: Runner): Route => ({
  path: /^\/http\/([\w-]+)(?=\/|$)/,
  async handle({ request, response, url, parameter, rest }) {
    const event = httpEvent(request, url, rest || '/', await readBody(request))
    try {
      const result = await runner.invoke(parameter, event, { source: 'wx_http' })
      const { statusCode, headers, body } = httpAnswer(result)
      response.writeHead(statusCode, headers).end(body)
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      const { code, message } = error
      sendJson(response, statusOf[code] ?? 500, { code, message })
    }
  },
})
