/** As much as a function needs of a request that came by HTTP access. */
export interface Visit {
  httpMethod?: string
  headers?: Record<string, string | string[] | undefined>
  queryStringParameters?: Record<string, string | undefined>
  body?: string
  isBase64Encoded?: boolean
}

/** CloudBase's integration response. */
export interface WebAnswer {
  statusCode: number
  headers: Record<string, string>
  body: string
}

/** A header however its name is written; of several of the same name, the last. */
export function headerOf({ headers = {} }: Visit, name: string): string {
  const found = Object.entries(headers).filter(([key]) => key.toLowerCase() === name)
  return found.flatMap(([, value]) => value ?? []).pop() ?? ''
}

/** The bytes of the body, as they were sent. */
export function bodyOf({ body = '', isBase64Encoded = false }: Visit): Buffer {
  return Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
}

export function jsonAnswer(statusCode: number, body: object): WebAnswer {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  return { statusCode, headers, body: JSON.stringify(body) }
}
