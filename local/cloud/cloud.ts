import type { IncomingMessage, ServerResponse } from 'node:http'
import { Clock } from './clock'
import type { IndexDeclaration } from './documents/collection-index'
import { Database } from './documents/database'
import { Journal } from './documents/journal'
import { Store } from './documents/store'
import { Transactions } from './documents/transactions'
import { Files } from './files'
import { FunctionFolder } from './functions/function-config'
import { Runner, type Caller } from './functions/runner'
import { Timers } from './functions/timers'
import { callRoute, httpAccessRoute } from './http/call-routes'
import { devRoutes } from './http/dev-routes'
import { EventStreams } from './http/event-streams'
import type { Route } from './http/route'
import { dispatch } from './http/router'
import { storageRoutes } from './http/storage-routes'
import type { Log } from './log'
import { Messages } from './messages'
import { Stats } from './stats'
import { Admin } from './wire/admin'
import { databaseActions } from './wire/database-actions'
import { functionActions } from './wire/function-actions'
import { OpenapiGateway } from './wire/openapi'
import { storageActions } from './wire/storage-actions'

export interface CollectionDeclaration {
  name: string
  /** Functions alone touch the collections. */
  permission: 'ADMINONLY'
  indexes: IndexDeclaration[]
}

export interface CloudOptions {
  /** Where requests to `handle` come in, for example `http://127.0.0.1:5173`. */
  url: string
  /** The embedded store and the uploaded files; created when missing. */
  dataDir: string
  /** Empties `dataDir` first, once it is sure that no other process uses it. */
  fresh?: boolean
  /** `<name>/index.js`, `config.json` (timeout, triggers, permissions), `package.json` */
  functionsDir: string
  /** Created when missing, indexes brought up to date. Other collections are refused. */
  collections: CollectionDeclaration[]
  /** More environment variables for the functions. */
  environment?: Record<string, string>
  /** ISO instant at which the cloud's clock starts; default the real now. */
  now?: string
  log?: Log
}

/** A CloudBase environment on a laptop. */
export interface Cloud {
  readonly url: string
  /** Answers a request and true, or does nothing and answers false when the path is not the cloud's. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  /** Calls a function. Throws a CloudError: not found, failed, or out of time. */
  invoke(name: string, data: unknown, caller?: Caller): Promise<unknown>
  readonly clock: Clock
  readonly store: Store
  readonly messages: Messages
  readonly stats: Stats
  /** After a build: new calls load the new code, and the timers are read anew. */
  reloadFunctions(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens the cloud. Throws a Chinese sentence when another process uses `dataDir`, E11000 when the
 * stored documents break a declared unique index, and an error for a function's wrong config.json.
 */
export async function openCloud(options: CloudOptions): Promise<Cloud> {
  const { url, log = () => undefined } = options
  const clock = new Clock(options.now)
  const journal = new Journal(options.dataDir)
  if (options.fresh) journal.clear()
  const database = new Database(journal)
  const transactions = new Transactions(database)
  const files = new Files(options.dataDir, url)
  const messages = new Messages(clock)
  const stats = new Stats()
  const events = new EventStreams()
  const folder = new FunctionFolder(options.functionsDir)
  const runner = new Runner({
    folder,
    adminUrl: `${url}/admin`,
    environment: options.environment ?? {},
    clock,
    log,
  })
  const timers = new Timers(folder, runner, clock, log)
  const admin = new Admin({
    actions: {
      ...databaseActions({ database, transactions, clock }),
      ...functionActions(runner),
      ...storageActions(files),
    },
    openapi: new OpenapiGateway(runner, folder, messages),
    stats,
    log,
  })
  const routes: Route[] = [
    {
      method: 'POST',
      path: /^\/admin$/,
      handle: ({ request, response }) => admin.handle(request, response),
    },
    ...storageRoutes(files),
    callRoute(runner),
    httpAccessRoute(runner),
    ...devRoutes({ clock, timers, messages, stats, events }),
  ]
  messages.subscribe((message) => {
    events.send('message', message)
  })
  clock.onMoved(() => {
    events.send('clock', { now: clock.now().toISOString() })
  })

  const close = async () => {
    events.close()
    await Promise.all([timers.close(), runner.close()])
    transactions.close()
    journal.close()
  }
  try {
    if (options.fresh) await files.clear()
    for (const { name, indexes } of options.collections) database.declare(name, indexes)
    timers.load()
  } catch (error) {
    await close()
    throw error
  }

  return {
    url,
    handle: (request, response) => dispatch(routes, request, response, log),
    invoke: (name, data, caller) => runner.invoke(name, data, caller),
    clock,
    store: new Store(database),
    messages,
    stats,
    async reloadFunctions() {
      await runner.reload()
      timers.load()
    },
    close,
  }
}
