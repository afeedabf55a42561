const MINUTE_MS = 60_000
const LONGEST_MINUTES = 6 * 60
const GIVEN_UP_MS = 3 * 24 * 60 * MINUTE_MS

/** When a message is tried again: after 1, 2, 4, 8 … minutes, at most six hours. Instant, ISO. */
export function nextTry(tries: number, now: Date): string {
  const minutes = Math.min(2 ** Math.max(tries - 1, 0), LONGEST_MINUTES)
  return new Date(now.getTime() + minutes * MINUTE_MS).toISOString()
}

/** Whether a message is so old that it would only confuse: after three days it stays in the app alone. */
export function isStale(at: string, now: Date): boolean {
  return now.getTime() - Date.parse(at) > GIVEN_UP_MS
}
