import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { WebSocketServer } from 'ws'
import { BROWSER_FLAGS, requireBrowser } from '../../tools/browser'
import { bundleForBrowser } from '../phone/bundle'
import { Connection } from './connection'
import type { PhoneShop } from './held-phone'

export interface AutomatorOptions {
  /** Where `/phone` is: the address that `npm start` prints. */
  schoolUrl: string
  /** A free one when absent. */
  port?: number
  /** The browser whose phones it hands out; one of its own when absent. */
  browser?: Browser
}

export interface Automator {
  /**
   * For `automator.connect({ wsEndpoint })`. Each connection is a phone of its own; its query says
   * whose and which: `?openid=demo-student-linzhixia&width=375&height=812&theme=dark`.
   */
  wsEndpoint: string
  /** Takes the network from this person's phones, or gives it back. */
  setOffline(openid: string, isOffline: boolean): Promise<void>
  close(): Promise<void>
}

/** The server side of `miniprogram-automator`: what WeChat DevTools is to that client, over our phone. */
export async function openAutomator(options: AutomatorOptions): Promise<Automator> {
  const { schoolUrl, port = 0 } = options
  const phoneSide = await bundleForBrowser(path.join(import.meta.dirname, 'phone-side/main.ts'))
  const browser = options.browser ?? (await launchBrowser())
  const closeOwnBrowser = async (): Promise<void> => {
    if (!options.browser) await browser.close()
  }
  const server = await listen(port).catch(async (error: unknown) => {
    await closeOwnBrowser()
    throw error
  })
  const connections = accept(server, { browser, schoolUrl, phoneSide })
  return {
    wsEndpoint: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async setOffline(openid, isOffline) {
      for (const connection of connections) {
        if (await connection.isOf(openid)) await connection.setOffline(isOffline)
      }
    },
    async close() {
      await Promise.all([...connections].map((connection) => connection.close()))
      server.close()
      await closeOwnBrowser()
    },
  }
}

async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: requireBrowser(), args: BROWSER_FLAGS })
}

async function listen(port: number): Promise<WebSocketServer> {
  const server = new WebSocketServer({
    host: '127.0.0.1',
    port,
    // Browsers name the page they connect for; no web page may take hold of a phone.
    verifyClient: ({ req }: { req: { headers: { origin?: string } } }) => !req.headers.origin,
  })
  await once(server, 'listening')
  return server
}

/** Gives each client a phone for as long as it is connected. */
function accept(server: WebSocketServer, shop: PhoneShop): Set<Connection> {
  const connections = new Set<Connection>()
  server.on('connection', (socket, request) => {
    const connection = new Connection(socket, request, shop)
    connections.add(connection)
    socket.on('close', () => {
      connections.delete(connection)
      void connection.close()
    })
  })
  return connections
}
