import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import CloudBase from '@cloudbase/manager-node'

interface Asked {
  action: string
  body: Record<string, unknown>
}

/**
 * Tencent Cloud's API on this computer: it keeps what manager-node really sends, and answers what the
 * documentation says (document/api/876 for tcb, 583 for scf).
 */
export class TencentCloud {
  readonly asked: Asked[] = []
  /** The headers of each request. */
  readonly headers: Record<string, unknown>[] = []
  readonly answers: Record<string, object> = {
    DescribeEnvInfo: {
      EnvInfo: {
        EnvBaseInfo: {
          EnvId: 'school-1',
          Databases: [{ InstanceId: 'tnt-1' }],
          Storages: [{ Bucket: 'files-1250000000', Region: 'ap-shanghai', AppId: '1250000000' }],
          Functions: [{ Namespace: 'school-1' }],
        },
        UserInfo: { AppId: '1250000000' },
      },
    },
  }

  private constructor(
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {}

  static async open(): Promise<TencentCloud> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const service = serviceOfPackage()
    const own = Object.getOwnPropertyDescriptor(service, 'baseUrl') ?? {}
    Object.defineProperty(service, 'baseUrl', { get: () => url, configurable: true })
    const cloud = new TencentCloud(url, async () => {
      Object.defineProperty(service, 'baseUrl', own)
      await new Promise((resolve) => server.close(resolve))
    })
    server.on('request', (request, response) => {
      let text = ''
      request.on('data', (chunk) => (text += String(chunk)))
      request.on('end', () => {
        const action = String(request.headers['x-tc-action'])
        const body = JSON.parse(text) as Record<string, unknown>
        cloud.headers.push(request.headers)
        response.end(JSON.stringify({ Response: cloud.#answer(action, body) }))
      })
    })
    return cloud
  }

  /** The bodies of what was asked under a name. */
  bodiesOf(action: string): Record<string, unknown>[] {
    return this.asked.filter((asked) => asked.action === action).map(({ body }) => body)
  }

  #answer(action: string, body: Record<string, unknown>): object {
    this.asked.push({ action, body })
    const unknown = { Error: { Code: 'InvalidAction', Message: `no ${action} here` } }
    return { RequestId: 'r-1', ...(this.answers[action] ?? unknown) }
  }
}

/** Where the package decides which host a request goes to: a variable moves only one of its hosts. */
function serviceOfPackage(): object {
  const manager = new CloudBase({ envId: 'any', secretId: 'any', secretKey: 'any' })
  const { commonService } = manager.commonService('tcb') as unknown as Record<string, object>
  return Object.getPrototypeOf(commonService) as object
}
