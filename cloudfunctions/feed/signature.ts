import { createHmac, timingSafeEqual } from 'node:crypto'

/** How far the clock of who pushes may be from ours, and how long a signature could be used again. */
export const WINDOW_MS = 5 * 60_000

/** HMAC-SHA256 over `<timestamp>\n<body>`, in hex. */
export function signatureOf(secret: string, timestamp: string, body: Buffer): string {
  return createHmac('sha256', secret).update(`${timestamp}\n`).update(body).digest('hex')
}

/** Whether a signature is the right one; it takes as long to be wrong by a letter as by all. */
export function isSigned(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given.toLowerCase()), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Whether a time stamp (ISO with a zone, or milliseconds since 1970) is of now. */
export function isOfNow(timestamp: string, now: Date): boolean {
  const at = /^\d{12,14}$/.test(timestamp) ? Number(timestamp) : Date.parse(timestamp)
  return Math.abs(now.getTime() - at) <= WINDOW_MS
}
