import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from './clock'
import type { IndexDeclaration } from './documents/collection-index'
import type { Store } from './documents/store'
import type { Caller } from './functions/runner'
import type { Log } from './log'
import type { Messages, Templates } from './messages'
import type { Stats } from './stats'

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
  /** More environment variables for the functions, which may depend on where the cloud is served. */
  environment?: Record<string, string> | ((url: string) => Record<string, string>)
  /** ISO instant at which the cloud's clock starts; default the real now. */
  now?: string
  /** Message templates by id. Without them any id is good, and has no title. */
  templates?: Templates
  /** Whether timers go off by the clock, or only when they are fired (`hand`); by the clock unless said. */
  timers?: 'clock' | 'hand'
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
