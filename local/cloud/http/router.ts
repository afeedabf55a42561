import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from '../cloud-error'
import type { Log } from '../log'
import { sendJson } from './exchange'
import { isLocalRequest } from './local-only'
import type { Route } from './route'

/** Finds the route of a request; answers false when there is none. */
export async function dispatch(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
  log: Log,
): Promise<boolean> {
  // Parsed without URL's normalising, which would hide a `..` from the storage's own check.
  const [path = '', query = ''] = (request.url ?? '').split('?', 2)
  const here = routes.filter((route) => route.path.test(path))
  if (here.length === 0) return false
  if (!isLocalRequest(request)) {
    sendJson(response, 403, { error: '只接受本机页面的请求。' })
    return true
  }
  const route = here.find(({ method }) => !method || method === request.method)
  const match = route?.path.exec(path)
  if (!route || !match) {
    sendJson(response, 405, { error: `${path} 不接受 ${request.method}。` })
    return true
  }
  const url = new URL(`http://127.0.0.1/?${query}`)
  const rest = path.slice(match[0].length)
  try {
    await route.handle({ request, response, url, parameter: match[1] ?? '', rest })
  } catch (error) {
    fail(error, response, log)
  }
  return true
}

function fail(error: unknown, response: ServerResponse, log: Log): void {
  const refused = error instanceof CloudError || error instanceof SyntaxError
  const reason = error instanceof Error ? error.message : String(error)
  if (!refused) log({ level: 'error', text: reason })
  if (response.headersSent) response.destroy()
  else sendJson(response, refused ? 400 : 500, { error: reason })
}
