import { CloudError, unsupported } from '../cloud-error'
import type { FunctionFolder } from '../functions/function-config'
import type { Runner } from '../functions/runner'
import type { Messages, WechatAnswer } from '../messages'
import type { ActionRequest } from './actions'

/** The function did not name the API in `permissions.openapi` of its config.json. */
export class NoPermission extends CloudError {
  readonly errorCode = -604101

  constructor(api: string) {
    super('OPENAPI_NO_PERMISSION', `-604101 function has no permission to call this API: ${api}`)
  }
}

type Openapi = (argument: Record<string, unknown>, sender: string | undefined) => WechatAnswer

/** WeChat's own APIs, as functions call them through `cloud.openapi`. */
export class OpenapiGateway {
  readonly #apis: Record<string, Openapi>

  constructor(
    private readonly runner: Runner,
    private readonly folder: FunctionFolder,
    messages: Messages,
  ) {
    this.#apis = {
      'subscribeMessage.send': (argument, sender) => messages.send(argument, sender),
    }
  }

  /** Throws NoPermission, or LOCAL_CLOUD_UNSUPPORTED naming an API that is not there. */
  call(request: ActionRequest, argument: Record<string, unknown>): WechatAnswer {
    const name = String(request.apiName)
    const api = Object.hasOwn(this.#apis, name) ? this.#apis[name] : undefined
    if (!api) throw unsupported(`the openapi ${name}`)
    const sender = this.runner.running(request.wxCloudApiToken)?.function
    if (sender && !this.folder.config(sender).permissions.openapi.includes(name)) {
      throw new NoPermission(name)
    }
    return api(argument, sender)
  }
}
