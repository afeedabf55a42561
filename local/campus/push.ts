import { createHmac } from 'node:crypto'
import type { Clock } from '../cloud'

/** What a system pushes, in the words of `docs/feeds.md`. */
export interface Push {
  source: string
  asOf: string
  mode: 'snapshot' | 'delta'
  records: object[]
  cleared: string[]
}

/** Sends to the door of the cloud what has just changed, signed. Answers what became of it. */
export async function push(
  address: string,
  secret: string,
  clock: Clock,
  body: Push,
): Promise<{ state: string }> {
  const text = JSON.stringify(body)
  const timestamp = clock.now().toISOString()
  const signature = createHmac('sha256', secret).update(`${timestamp}\n${text}`).digest('hex')
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-timestamp': timestamp,
      'x-signature': signature,
    },
    body: text,
  })
  if (response.ok) return (await response.json()) as { state: string }
  throw new Error(`the push was not taken: ${response.status} ${await response.text()}`)
}
