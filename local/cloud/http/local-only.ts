import type { IncomingMessage } from 'node:http'

const LOCAL_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Whether a request may be answered: it named this machine (else a foreign page could reach us by DNS
 * rebinding), and a browser that sent it was on a page of this very server.
 */
export function isLocalRequest({ headers }: IncomingMessage): boolean {
  const host = headers.host ?? ''
  if (!LOCAL_NAMES.has(host.replace(/:\d+$/, ''))) return false
  return headers.origin === undefined || headers.origin === `http://${host}`
}
