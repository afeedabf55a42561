import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sendJson } from './http/exchange'
import type { Cloud, CloudOptions } from './cloud'
import { openCloud } from './open-cloud'

export interface ServeOptions extends Omit<CloudOptions, 'url'> {
  /** 0, the default, takes a free port. */
  port?: number
  /** Answers what is not the cloud's; without it, or when it answers false, that is a 404. */
  next?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean> | boolean
}

export interface ServedCloud extends Cloud {
  /** For what else needs the server, such as a WebSocket upgrade. */
  readonly server: Server
}

/** Opens the cloud on an HTTP server of its own, bound to 127.0.0.1. `close` closes both. */
export async function serveCloud({
  port = 0,
  next,
  ...options
}: ServeOptions): Promise<ServedCloud> {
  const server = createServer()
  await listening(server, port)
  const { port: actual } = server.address() as AddressInfo
  try {
    const cloud = await openCloud({ ...options, url: `http://127.0.0.1:${actual}` })
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void answer(request, response, [cloud.handle, next])
    })
    return { ...cloud, server, close: () => closed(server, cloud) }
  } catch (error) {
    server.close()
    throw error
  }
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}

async function closed(server: Server, cloud: Cloud): Promise<void> {
  await cloud.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  handlers: ServeOptions['next'][],
): Promise<void> {
  try {
    for (const handle of handlers) if (await handle?.(request, response)) return
    sendJson(response, 404, { error: `没有 ${request.url ?? ''} 这个地址。` })
  } catch (error) {
    if (response.headersSent) response.destroy()
    else sendJson(response, 500, { error: String(error) })
  }
}
