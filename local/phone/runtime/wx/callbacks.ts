/** WeChat's older way to be answered. */
export interface Callbacks {
  success?(result: unknown): void
  fail?(failure: unknown): void
  complete?(outcome: unknown): void
}

/**
 * WeChat's two styles in one: with `success`, `fail` or `complete` nothing is returned, without them a
 * promise.
 */
export function deliver<Result>(
  settled: Promise<Result>,
  callbacks: Callbacks,
): Promise<Result> | undefined {
  const { success, fail, complete } = callbacks
  if (!success && !fail && !complete) return settled
  void settled.then(
    (result) => {
      success?.(result)
      complete?.(result)
    },
    (failure: unknown) => {
      fail?.(failure)
      complete?.(failure)
    },
  )
  return undefined
}
