import type { ServerResponse } from 'node:http'

/** Server-sent events to the pages that listen. */
export class EventStreams {
  readonly #open = new Set<ServerResponse>()

  add(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
    response.write(':\n\n')
    this.#open.add(response)
    response.on('close', () => this.#open.delete(response))
  }

  send(event: string, data: unknown): void {
    for (const response of this.#open) {
      response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    }
  }

  close(): void {
    for (const response of this.#open) response.end()
  }
}
