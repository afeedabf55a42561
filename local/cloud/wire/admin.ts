import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError, unsupported } from '../cloud-error'
import { newId } from '../documents/document'
import { readBody, sendJson } from '../http/exchange'
import type { Log } from '../log'
import type { Stats } from '../stats'
import type { ActionRequest, Actions } from './actions'
import { readMultipart } from './multipart'
import { NoPermission, type OpenapiGateway } from './openapi'
import { openapiAnswer, openapiRefusal, readOpenapiRequest } from './openapi-messages'

export interface AdminServices {
  actions: Actions
  openapi: OpenapiGateway
  stats: Stats
  log: Log
}

/** `POST /admin`, where the SDKs send everything. Refusals are HTTP 200 with a `code`, as in the cloud. */
export class Admin {
  constructor(private readonly services: AdminServices) {}

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = newId()
    try {
      if (request.headers['content-type']?.startsWith('multipart/')) {
        const fields = await readMultipart(request)
        this.#sendFrame(response, this.#openapi(fields))
        return
      }
      const body = JSON.parse((await readBody(request)).toString()) as ActionRequest
      sendJson(response, 200, { requestId, ...(await this.#act(body)) })
    } catch (error) {
      sendJson(response, 200, { ...this.#refusal(error), requestId })
    }
  }

  async #act(request: ActionRequest): Promise<object> {
    const { actions, openapi, stats } = this.services
    stats.count(request.action)
    if (request.action === 'wx.api') {
      const argument = JSON.parse(String(request.requestData) || '{}') as Record<string, unknown>
      return { data: { responseData: JSON.stringify(openapi.call(request, argument)) } }
    }
    const action = Object.hasOwn(actions, request.action) ? actions[request.action] : undefined
    if (!action) throw unsupported(`the action ${request.action}`)
    return action(request)
  }

  #openapi(fields: Map<string, Buffer>): Buffer {
    const { requestData = Buffer.alloc(0), ...rest } = Object.fromEntries(fields)
    const request = Object.fromEntries(
      Object.entries(rest).map(([name, value]) => [name, value.toString()]),
    ) as ActionRequest
    this.services.stats.count(request.action)
    if (request.action !== 'wx.openApi') throw unsupported(`the action ${request.action}`)
    try {
      return openapiAnswer(this.services.openapi.call(request, readOpenapiRequest(requestData)))
    } catch (error) {
      if (error instanceof NoPermission) return openapiRefusal(error.errorCode)
      throw error
    }
  }

  #sendFrame(response: ServerResponse, frame: Buffer): void {
    // With "application/json" the SDK would take the frame for an error.
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(frame)
  }

  #refusal(error: unknown): { code: string; message: string } {
    if (!(error instanceof CloudError)) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      this.services.log({ level: 'error', text })
      return { code: 'SYS_ERR', message: text }
    }
    if (error.code === 'LOCAL_CLOUD_UNSUPPORTED') {
      this.services.log({ level: 'error', text: error.message })
    }
    return { code: error.code, message: error.message }
  }
}
