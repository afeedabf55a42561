/** What crosses to the client is JSON; what is none becomes words. */
export function toPlain(value: unknown): unknown {
  if (value instanceof Error) return value.stack ?? String(value)
  try {
    const json = JSON.stringify(value) as string | undefined
    return json === undefined ? String(value) : (JSON.parse(json) as unknown)
  } catch {
    return String(value)
  }
}

export function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Reads `list[0].title`. */
export function readPath(value: unknown, path = ''): unknown {
  const keys = path.replace(/\[(\d+)\]/g, '.$1').split('.')
  return keys
    .filter((key) => key !== '')
    .reduce((found, key) => (found as Record<string, unknown> | null | undefined)?.[key], value)
}

/** Calls a method that the request names; `owner` stands for it in the error. */
export async function callNamed(
  target: object,
  owner: string,
  { method, args = [] }: { method: string; args?: unknown[] },
): Promise<{ result: unknown }> {
  const own = (target as Record<string, unknown>)[method]
  if (typeof own !== 'function') throw new Error(`${owner}.${method} not exists`)
  return { result: await (own as (...args: unknown[]) => unknown).apply(target, args) }
}

/** Makes the function whose source the client sent. */
export function toFunction(source: string): (...args: unknown[]) => unknown {
  return (0, eval)(`(${source})`) as (...args: unknown[]) => unknown
}
