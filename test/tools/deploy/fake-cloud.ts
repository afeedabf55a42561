import type {
  Cloud,
  CollectionState,
  FunctionState,
  WantedFunction,
} from '../../../tools/deploy/cloud'

const POLITE = '{"ok":false,"error":{"code":"INVALID","message":"没有这个操作。"}}'

/** An environment in memory. It can be made to refuse a request, or to take one and do nothing. */
export class FakeCloud implements Cloud {
  readonly there = new Map<string, CollectionState>()
  readonly functions = new Map<string, FunctionState>()
  readonly paths: Record<string, string> = {}
  open = false
  rule = 'READONLY'
  answers = new Map<string, { answer: string } | { error: string }>()
  /** Every request that changed something, by name. */
  readonly requests: string[] = []
  /** The request that fails, and how. */
  failing: { request: string; error: Error } | null = null
  /** Requests that are answered and do nothing. */
  readonly idle = new Set<string>()

  async collections() {
    return [...this.there.keys()]
  }
  async collection(name: string) {
    return structuredClone(this.there.get(name) ?? { permission: '', indexes: [] })
  }
  createCollection(name: string) {
    return this.#do('createCollection', () =>
      this.there.set(name, { permission: 'PRIVATE', indexes: [] }),
    )
  }
  changeIndexes: Cloud['changeIndexes'] = (name, drop, create) =>
    this.#do('changeIndexes', () => {
      const state = this.there.get(name)
      if (!state) throw new Error(`no collection ${name}`)
      const left = state.indexes.filter((index) => !drop.includes(index.name))
      // Like the documented answer, it does not say what is sparse.
      state.indexes = [...left, ...create.map(({ sparse: _, ...index }) => index)]
    })
  setPermission(name: string, permission: string) {
    return this.#do('setPermission', () => {
      const state = this.there.get(name)
      if (state) state.permission = permission
    })
  }

  async access() {
    const domain = this.open ? 'school-1.ap-shanghai.app.tcloudbase.com' : ''
    return { open: this.open, domain, paths: { ...this.paths } }
  }
  openAccess() {
    return this.#do('openAccess', () => (this.open = true))
  }
  addPath(path: string, name: string) {
    return this.#do('addPath', () => {
      if (!this.functions.has(name)) throw new Error(`no function ${name}`)
      this.paths[path] = name
    })
  }

  async deployed(name: string) {
    return structuredClone(this.functions.get(name) ?? null)
  }
  createFunction(wanted: WantedFunction) {
    return this.#do('createFunction', () => this.functions.set(wanted.name, stateOf(wanted, {})))
  }
  updateCode() {
    return this.#do('updateCode', () => undefined)
  }
  updateSettings(wanted: WantedFunction) {
    return this.#do('updateSettings', () => {
      this.functions.set(
        wanted.name,
        stateOf(wanted, this.functions.get(wanted.name)?.timers ?? {}),
      )
    })
  }
  removeTimer(name: string, timer: string) {
    return this.#do('removeTimer', () => {
      const timers = this.functions.get(name)?.timers ?? {}
      Reflect.deleteProperty(timers, timer)
    })
  }
  addTimers: Cloud['addTimers'] = (name, timers) =>
    this.#do('addTimers', () => {
      for (const timer of timers) {
        Object.assign(this.functions.get(name)?.timers ?? {}, { [timer.name]: timer.config })
      }
    })
  async invoke(name: string) {
    return this.answers.get(name) ?? { answer: POLITE }
  }

  async storageRule() {
    return this.rule
  }
  setStorageRule(rule: 'PRIVATE') {
    return this.#do('setStorageRule', () => (this.rule = rule))
  }

  async #do(request: string, work: () => unknown): Promise<void> {
    if (this.failing?.request === request) throw this.failing.error
    this.requests.push(request)
    if (!this.idle.has(request)) work()
  }
}

function stateOf(wanted: WantedFunction, timers: Record<string, string>): FunctionState {
  const { description, runtime, timeout, memorySize, variables } = wanted
  return { description, runtime, timeout, memorySize, variables: { ...variables }, timers }
}
