import type { LaunchOptions } from './wx/context'

type AppInstance = Record<string, unknown>

/** The object that app.js gave to `App()`. */
export class AppLifetime {
  private instance: AppInstance | undefined

  readonly App = (definition: AppInstance): void => {
    this.instance = definition
  }

  readonly getApp = (options?: { allowDefault?: boolean }): AppInstance | undefined => {
    if (!this.instance && options?.allowDefault) this.instance = {}
    return this.instance
  }

  launch(options: LaunchOptions): void {
    this.call('onLaunch', options)
    this.call('onShow', options)
  }

  call(method: string, ...values: unknown[]): void {
    const own = this.instance?.[method]
    if (typeof own !== 'function') return
    try {
      ;(own as (...values: unknown[]) => unknown).apply(this.instance, values)
    } catch (error) {
      reportError(error)
    }
  }
}
