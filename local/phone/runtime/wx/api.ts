interface Callbacks {
  success?(result: object): void
  fail?(failure: object): void
  complete?(result: object): void
}

/** Failing an API: the text comes after its name and `:fail `, unless `fields` has an `errMsg`. */
export class ApiFailure extends Error {
  constructor(
    message: string,
    readonly fields: object = {},
  ) {
    super(message)
  }
}

/**
 * WeChat's two styles in one: with `success`, `fail` or `complete` nothing is returned, without them a
 * promise, which rejects with `{ errMsg }`.
 */
export function api<I>(name: string, run: (input: I) => unknown) {
  return (input?: I & Callbacks): Promise<object> | undefined => {
    const options = (input ?? {}) as I & Callbacks
    const settled = settle(name, () => run(options))
    const { success, fail, complete } = options
    if (!success && !fail && !complete) return settled
    void settled.then(
      (result) => {
        success?.(result)
        complete?.(result)
      },
      (failure: unknown) => {
        fail?.(failure as object)
        complete?.(failure as object)
      },
    )
    return undefined
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
