import type { IncomingMessage, ServerResponse } from 'node:http'

export interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  /** What the path's first group matched. */
  parameter: string
  /** What follows the matched path. */
  rest: string
}

export interface Route {
  /** Any when it is left out. */
  method?: string
  path: RegExp
  handle(exchange: Exchange): Promise<void> | void
}
