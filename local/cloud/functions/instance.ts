import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'
import { CloudError } from '../cloud-error'
import type { Log } from '../log'

export interface Invocation {
  event: object
  context: object
  /** Variables of this invocation only: who calls, by which way. */
  environment: Record<string, string>
  /** Milliseconds between the cloud's clock and the real one. */
  clockOffset: number
}

export interface InstanceOptions {
  name: string
  entry: string
  environment: Record<string, string>
  clockOffset: number
  log: Log
}

type Reply = { ok: true; value: string } | { ok: false; message: string }

const executionFailed = (reason: string) => new CloudError('FUNCTIONS_EXECUTE_FAIL', reason)

/** One thread that has loaded a function. It takes one invocation at a time. */
export class Instance {
  readonly #worker: Worker
  readonly #exited: Promise<void>
  #alive = true
  #settle: (reply: Reply | 'ready' | Error) => void = () => undefined

  private constructor(options: InstanceOptions) {
    const { name, entry, environment, clockOffset, log } = options
    this.#worker = new Worker(join(import.meta.dirname, 'worker.mjs'), {
      workerData: { entry, clockOffset },
      env: environment,
      execArgv: [],
      stdout: true,
      stderr: true,
    })
    createInterface(this.#worker.stdout).on('line', (text) => {
      log({ level: 'info', function: name, text })
    })
    createInterface(this.#worker.stderr).on('line', (text) => {
      log({ level: 'error', function: name, text })
    })
    this.#worker.on('message', (reply: Reply | 'ready') => {
      this.#settle(reply)
    })
    this.#worker.on('error', (error: unknown) => {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
      this.#alive = false
      log({ level: 'error', function: name, text: `Uncaught ${stack}` })
      this.#settle(executionFailed(stack))
    })
    this.#exited = new Promise((resolve) =>
      this.#worker.on('exit', (code) => {
        this.#alive = false
        this.#settle(executionFailed(`Error: the function's process exited with code ${code}`))
        resolve()
      }),
    )
  }

  /** Starts a thread and loads the function in it. Throws FUNCTIONS_EXECUTE_FAIL when that fails. */
  static async start(options: InstanceOptions): Promise<Instance> {
    const instance = new Instance(options)
    await instance.#next()
    return instance
  }

  get alive(): boolean {
    return this.#alive
  }

  /**
   * Runs the function's `main`. Throws FUNCTIONS_EXECUTE_FAIL with the function's stack, or after
   * `timeout` seconds FUNCTIONS_TIME_LIMIT_EXCEEDED; the thread is then ended.
   */
  async run(invocation: Invocation, timeout: number): Promise<unknown> {
    const timer = setTimeout(() => {
      const reason = `Invoking task timed out after ${timeout} seconds`
      this.#settle(new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', reason))
      void this.end()
    }, timeout * 1000)
    try {
      const reply = this.#next()
      this.#worker.postMessage(invocation)
      return await reply
    } finally {
      clearTimeout(timer)
    }
  }

  async end(): Promise<void> {
    this.#alive = false
    await this.#worker.terminate()
    await this.#exited
  }

  #next(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#settle = (reply) => {
        this.#settle = () => undefined
        if (reply === 'ready') resolve(undefined)
        else if (reply instanceof Error) reject(reply)
        else if (reply.ok) resolve(JSON.parse(reply.value))
        else reject(executionFailed(reply.message))
      }
    })
  }
}
