import { Clock } from './clock'
import type { Cloud, CloudOptions } from './cloud'
import { Database } from './documents/database'
import { Journal } from './documents/journal'
import { Store } from './documents/store'
import { Transactions } from './documents/transactions'
import { Files } from './files'
import { FunctionFolder } from './functions/function-config'
import { Runner } from './functions/runner'
import { Timers } from './functions/timers'
import { callRoute, httpAccessRoute } from './http/call-routes'
import { clientStorageRoute } from './http/client-storage-route'
import { devRoutes } from './http/dev-routes'
import { EventStreams } from './http/event-streams'
import { messageRoutes } from './http/message-routes'
import type { Route } from './http/route'
import { dispatch } from './http/router'
import { storageRoutes } from './http/storage-routes'
import type { Log } from './log'
import { Messages } from './messages'
import { Stats } from './stats'
import type { Actions } from './wire/actions'
import { Admin } from './wire/admin'
import { databaseReads } from './wire/database-reads'
import { DatabaseDesk } from './wire/database-request'
import { databaseWrites } from './wire/database-writes'
import { functionActions } from './wire/function-actions'
import { OpenapiGateway } from './wire/openapi'
import { storageActions } from './wire/storage-actions'
import { transactionActions } from './wire/transaction-actions'

/**
 * Opens the cloud. Throws a Chinese sentence when another process uses `dataDir`, E11000 when the
 * stored documents break a declared unique index, and an error for a function's wrong config.json.
 */
export async function openCloud(options: CloudOptions): Promise<Cloud> {
  const parts = assemble(options)
  const { clock, database, events, files, log, messages, runner, stats, timers } = parts
  const close = () => closeAll(parts)
  try {
    if (options.fresh) await files.clear()
    for (const { name, indexes } of options.collections) database.declare(name, indexes)
    if (options.timers !== 'hand') timers.load()
  } catch (error) {
    await close()
    throw error
  }
  messages.subscribe((message) => {
    events.send('message', message)
  })
  clock.onMoved(() => {
    events.send('clock', { now: clock.now().toISOString() })
  })
  const routes = routesOf(parts)
  return {
    url: options.url,
    handle: (request, response) => dispatch(routes, request, response, log),
    invoke: (name, data, caller) => runner.invoke(name, data, caller),
    clock,
    store: new Store(database),
    messages,
    stats,
    async reloadFunctions() {
      await runner.reload()
      if (options.timers !== 'hand') timers.load()
    },
    close,
  }
}

type Parts = ReturnType<typeof assemble>

function assemble({ url, dataDir, functionsDir, fresh, now, ...options }: CloudOptions) {
  const log: Log = options.log ?? (() => undefined)
  const clock = new Clock(now)
  const journal = new Journal(dataDir)
  if (fresh) journal.clear()
  const database = new Database(journal)
  const folder = new FunctionFolder(functionsDir)
  const { environment: given = {} } = options
  const environment = typeof given === 'function' ? given(url) : given
  const runner = new Runner({ folder, adminUrl: `${url}/admin`, environment, clock, log })
  return {
    log,
    clock,
    journal,
    database,
    transactions: new Transactions(database),
    files: new Files(dataDir, url, clock),
    messages: new Messages(clock, options.templates),
    stats: new Stats(),
    events: new EventStreams(),
    folder,
    runner,
    timers: new Timers(folder, runner, clock, log),
  }
}

function routesOf(parts: Parts): Route[] {
  const { files, folder, messages, runner, stats, log } = parts
  const openapi = new OpenapiGateway(runner, folder, messages)
  const admin = new Admin({ actions: actionsOf(parts), openapi, stats, log })
  return [
    {
      method: 'POST',
      path: /^\/admin$/,
      handle: ({ request, response }) => admin.handle(request, response),
    },
    ...storageRoutes(files),
    clientStorageRoute(files),
    callRoute(runner),
    httpAccessRoute(runner),
    ...devRoutes(parts),
    ...messageRoutes(messages),
  ]
}

function actionsOf({ clock, database, files, runner, transactions }: Parts): Actions {
  const desk = new DatabaseDesk(database, transactions, clock)
  const ofDatabase = {
    ...databaseReads(desk),
    ...databaseWrites(desk),
    ...transactionActions(transactions),
  }
  return {
    // The SDKs are trusted to send what their protocol says.
    ...(ofDatabase as unknown as Actions),
    ...functionActions(runner),
    ...storageActions(files),
  }
}

async function closeAll({ events, timers, runner, transactions, journal }: Parts): Promise<void> {
  events.close()
  await Promise.all([timers.close(), runner.close()])
  transactions.close()
  journal.close()
}
