import { deliver, type Callbacks } from './callbacks'

/** Failing an API: the text comes after its name and `:fail `, unless `fields` has an `errMsg`. */
export class ApiFailure extends Error {
  constructor(
    message: string,
    readonly fields: object = {},
  ) {
    super(message)
  }
}

/** An API that answers later, in either style; its promise rejects with `{ errMsg }`. */
export function api<I>(name: string, run: (input: I) => unknown) {
  return (input?: I & Callbacks): Promise<object> | undefined => {
    const options = (input ?? {}) as I & Callbacks
    return deliver(
      settle(name, () => run(options)),
      options,
    )
  }
}

/** An API that knows callbacks only: in WeChat it gives no promise, either. */
export function byCallback<I>(name: string, run: (input: I) => unknown) {
  const call = api(name, run)
  return (input?: I & Callbacks): void => {
    void call({ complete: () => undefined, ...input } as I & Callbacks)
  }
}

async function settle(name: string, run: () => unknown): Promise<object> {
  try {
    await Promise.resolve()
    const result = await run()
    return { errMsg: `${name}:ok`, ...(result as object | undefined) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const fields = error instanceof ApiFailure ? error.fields : {}
    // WeChat rejects with a plain object.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw { errMsg: `${name}:fail ${error.message}`, ...fields }
  }
}
