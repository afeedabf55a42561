import type { FunctionDeclaration, TimerDeclaration } from '../build/declared-functions'
import type { IndexDeclaration } from './declared-collections'

/** What a deployment sees and changes of an environment; `manager.ts` reaches the real one. */
export interface Cloud {
  /** The names of the collections that are there. */
  collections(): Promise<string[]>
  /** A collection that is there. */
  collection(name: string): Promise<CollectionState>
  createCollection(name: string): Promise<void>
  /** Takes indexes away by name, then makes others. */
  changeIndexes(name: string, drop: string[], create: IndexDeclaration[]): Promise<void>
  setPermission(name: string, permission: string): Promise<void>

  access(): Promise<AccessState>
  openAccess(): Promise<void>
  addPath(path: string, functionName: string): Promise<void>

  /** Null when there is none of that name. */
  deployed(name: string): Promise<FunctionState | null>
  createFunction(wanted: WantedFunction): Promise<void>
  updateCode(wanted: WantedFunction): Promise<void>
  /** Everything but code, runtime and timers. */
  updateSettings(wanted: WantedFunction): Promise<void>
  removeTimer(functionName: string, timer: string): Promise<void>
  addTimers(functionName: string, timers: TimerDeclaration[]): Promise<void>
  /** Calls a function with nothing: what it answered, or why it did not. */
  invoke(name: string): Promise<{ answer: string } | { error: string }>

  /** Who may reach the file storage: `PRIVATE` is whoever put a file there, and the functions. */
  storageRule(): Promise<string>
  setStorageRule(rule: 'PRIVATE'): Promise<void>
}

export interface CollectionState {
  permission: string
  indexes: IndexState[]
}

/** An index that is there; the documented answer of the cloud does not say whether it is sparse. */
export type IndexState = Omit<IndexDeclaration, 'sparse'> & { sparse?: boolean | undefined }

export interface AccessState {
  open: boolean
  /** Its own domain, without a scheme; empty before there is one. */
  domain: string
  /** The function behind each path. */
  paths: Record<string, string>
}

export interface FunctionState {
  /** What `fingerprint.ts` wrote into its description. */
  description: string
  runtime: string
  /** Seconds. */
  timeout: number
  /** MB. */
  memorySize: number
  variables: Record<string, string>
  /** Cron by the timer's name. */
  timers: Record<string, string>
}

/** A function as it should be. */
export interface WantedFunction extends Omit<FunctionDeclaration, 'envVariables' | 'triggers'> {
  /** The folder that is built. */
  folder: string
  description: string
  variables: Record<string, string>
  timers: TimerDeclaration[]
}
