import { newId } from '../documents/document'
import type { Clock } from '../clock'
import type { Log } from '../log'
import { ENVIRONMENT_ID, instanceEnvironment, invocationEnvironment, APP_ID } from './environment'
import type { FunctionFolder } from './function-config'
import { Instance } from './instance'

/** Who asks for a function, and which way the request came. */
export interface Caller {
  /** Without it the caller is anonymous: no OPENID in the function's context. */
  openid?: string
  unionid?: string
  /** `wx_client`, `wx_trigger`, `wx_http`, and `,scf` for each function in between. */
  source?: string
}

/** An invocation under way: what its SDK requests are known by. */
export interface RunningInvocation {
  function: string
  caller: Caller
}

export interface RunnerOptions {
  folder: FunctionFolder
  /** Where the SDKs in the functions find the cloud. */
  adminUrl: string
  environment: Record<string, string>
  clock: Clock
  log: Log
}

/** Runs the functions: as many instances at once as there are invocations, kept warm after. */
export class Runner {
  readonly #idle = new Map<string, Instance[]>()
  readonly #instances = new Set<Instance>()
  readonly #running = new Map<string, RunningInvocation>()
  #generation = 0

  constructor(private readonly options: RunnerOptions) {}

  /**
   * Calls a function and answers what it returned, through JSON. Throws FUNCTION_NOT_FOUND,
   * FUNCTIONS_EXECUTE_FAIL or FUNCTIONS_TIME_LIMIT_EXCEEDED.
   */
  async invoke(name: string, data: unknown, caller: Caller = {}): Promise<unknown> {
    const { timeout } = this.options.folder.config(name)
    const generation = this.#generation
    const instance = await this.#take(name)
    const token = newId()
    this.#running.set(token, { function: name, caller })
    try {
      const invocation = {
        event: eventOf(data, caller),
        context: contextOf(name, timeout),
        environment: invocationEnvironment(token, caller),
        clockOffset: this.options.clock.offset,
      }
      return await instance.run(invocation, timeout)
    } finally {
      this.#running.delete(token)
      await this.#giveBack(name, instance, generation)
    }
  }

  /** The invocation that an SDK request belongs to, by the token that it carries. */
  running(token: unknown): RunningInvocation | undefined {
    return typeof token === 'string' ? this.#running.get(token) : undefined
  }

  /** Ends the idle instances, and each busy one after its invocation: new calls load the new code. */
  async reload(): Promise<void> {
    this.#generation++
    const idle = [...this.#idle.values()].flat()
    this.#idle.clear()
    await Promise.all(idle.map((instance) => this.#end(instance)))
  }

  async close(): Promise<void> {
    this.#generation++
    this.#idle.clear()
    await Promise.all([...this.#instances].map((instance) => this.#end(instance)))
  }

  async #take(name: string): Promise<Instance> {
    const idle = this.#idle.get(name) ?? []
    for (let warm = idle.pop(); warm; warm = idle.pop()) if (warm.alive) return warm
    const instance = await Instance.start({
      name,
      entry: this.options.folder.entry(name),
      environment: instanceEnvironment(this.options.adminUrl, this.options.environment),
      clockOffset: this.options.clock.offset,
      log: this.options.log,
    })
    this.#instances.add(instance)
    return instance
  }

  async #giveBack(name: string, instance: Instance, generation: number): Promise<void> {
    if (!instance.alive || generation !== this.#generation) {
      await this.#end(instance)
      return
    }
    const idle = this.#idle.get(name)
    if (idle) idle.push(instance)
    else this.#idle.set(name, [instance])
  }

  async #end(instance: Instance): Promise<void> {
    this.#instances.delete(instance)
    await instance.end()
  }
}

function eventOf(data: unknown, { openid }: Caller): object {
  const fields = typeof data === 'object' && data !== null ? data : {}
  return openid ? { ...fields, userInfo: { appId: APP_ID, openId: openid } } : { ...fields }
}

function contextOf(name: string, timeout: number): object {
  return {
    callbackWaitsForEmptyEventLoop: false,
    memory_limit_in_mb: 256,
    time_limit_in_ms: timeout * 1000,
    request_id: newId(),
    function_version: '$LATEST',
    function_name: name,
    namespace: ENVIRONMENT_ID,
  }
}
