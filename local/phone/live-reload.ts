import type { IncomingMessage, ServerResponse } from 'node:http'

/** Open phones, each holding a stream of server-sent events. */
export class LiveReload {
  private readonly streams = new Set<ServerResponse>()

  listen(req: IncomingMessage, res: ServerResponse): void {
    res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    res.write(': open\n\n')
    this.streams.add(res)
    req.on('close', () => this.streams.delete(res))
  }

  tellAll(): void {
    for (const stream of this.streams) stream.write('event: reload\ndata: {}\n\n')
  }

  close(): void {
    for (const stream of this.streams) stream.end()
    this.streams.clear()
  }
}
