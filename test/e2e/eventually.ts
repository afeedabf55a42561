const PATIENCE_MS = 10_000
const PAUSE_MS = 20

/** Reads until what was read is wanted, and says what it last was when it never is. */
export async function eventually<T>(
  read: () => Promise<T>,
  isWanted: (value: T) => boolean,
  wanted: string,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const value = await settle(read)
    if ('read' in value && isWanted(value.read)) return value.read
    if (Date.now() > deadline) {
      throw new Error(`等了 ${patienceMs / 1000} 秒，${wanted}；现在是：${describe(value)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

type Settled<T> = { read: T } | { failed: unknown }

/** A page that is being left may be gone between asking for it and reading it. */
async function settle<T>(read: () => Promise<T>): Promise<Settled<T>> {
  try {
    return { read: await read() }
  } catch (failed) {
    return { failed }
  }
}

function describe(value: Settled<unknown>): string {
  return 'read' in value ? JSON.stringify(value.read) : String(value.failed)
}
