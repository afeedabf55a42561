import type { IncomingHttpHeaders } from 'node:http'

/** An HTTP request as CloudBase's HTTP access passes it to a function. */
export interface HttpEvent {
  path: string
  httpMethod: string
  headers: IncomingHttpHeaders
  queryStringParameters: Record<string, string>
  body: string
  isBase64Encoded: boolean
}

export interface HttpAnswer {
  statusCode: number
  headers: Record<string, string>
  body: Buffer
}

const TEXTUAL = /^(text\/|application\/(json|xml|x-www-form-urlencoded|javascript))/

/** @param path what follows the function's own path, `/` when nothing does */
export function httpEvent(
  request: { method?: string; headers: IncomingHttpHeaders },
  url: URL,
  path: string,
  body: Buffer,
): HttpEvent {
  const isBase64Encoded = body.length > 0 && !TEXTUAL.test(request.headers['content-type'] ?? '')
  return {
    path,
    httpMethod: request.method ?? 'GET',
    headers: request.headers,
    queryStringParameters: Object.fromEntries(url.searchParams),
    body: body.toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
  }
}

/**
 * What the browser gets for a function's return value: an integration response
 * `{ statusCode, headers, body, isBase64Encoded }`, a string as it is, anything else as JSON.
 */
export function httpAnswer(result: unknown): HttpAnswer {
  if (typeof result === 'string') return answer(200, 'text/html; charset=utf-8', result)
  if (!isIntegration(result)) {
    return answer(200, 'application/json; charset=utf-8', JSON.stringify(result))
  }
  const { statusCode, headers = {}, body = '', isBase64Encoded = false } = result
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { statusCode, headers, body: Buffer.from(text, isBase64Encoded ? 'base64' : 'utf8') }
}

interface Integration {
  statusCode: number
  headers?: Record<string, string>
  body?: unknown
  isBase64Encoded?: boolean
}

const isIntegration = (result: unknown): result is Integration =>
  typeof result === 'object' &&
  result !== null &&
  'statusCode' in result &&
  typeof result.statusCode === 'number'

const answer = (statusCode: number, contentType: string, text: string): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': contentType },
  body: Buffer.from(text),
})
