import type { CodeSpace, ComponentEnv } from 'glass-easel-miniprogram-adapter'
import type { ComponentSource } from '../program'

type Definition = Record<string, unknown> & { behaviors?: unknown[] }
type Define = (definition: Definition) => unknown

/**
 * `Page`, `Component` and `Behavior` as globals. Which component a call registers is decided by the
 * module that runs: libraries call `Component()` from files they share.
 */
export class Registration {
  readonly Page: Define = (definition) => this.define('Page', definition)
  readonly Component: Define = (definition) => this.define('Component', definition)
  readonly Behavior: Define = (definition) => this.define('Behavior', definition)

  private readonly running: string[] = []
  private readonly sources: Map<string, ComponentSource>
  private readonly builtInBehaviors = new Map<string, unknown>()
  private readonly registered = new Set<string>()

  constructor(
    private readonly space: CodeSpace,
    sources: ComponentSource[],
  ) {
    this.sources = new Map(sources.map((source) => [source.path, source]))
  }

  /** Runs a module; if it is a component's, its calls register that component. */
  around(path: string, run: () => void): void {
    const isComponent = this.sources.has(path)
    if (isComponent) this.running.push(path)
    try {
      run()
    } finally {
      if (isComponent) this.running.pop()
    }
  }

  /** Loads a page or component with all it uses, the used ones first. */
  register(path: string, load: (path: string) => void): void {
    if (this.registered.has(path)) return
    this.registered.add(path)
    for (const used of this.sources.get(path)?.uses ?? []) this.register(used, load)
    load(path)
  }

  private define(kind: keyof ComponentEnv, definition: Definition): unknown {
    const path = kind === 'Behavior' ? '' : (this.running.at(-1) ?? '')
    return this.space.componentEnv(path, (env) =>
      (env[kind] as Define)(this.withBehaviors(definition)),
    )
  }

  private withBehaviors(definition: Definition): Definition {
    const { behaviors } = definition
    if (!behaviors) return definition
    return { ...definition, behaviors: behaviors.map((behavior) => this.behaviorOf(behavior)) }
  }

  /** WeChat's own behaviors, such as `wx://form-field`, are names; the adapter takes only objects. */
  private behaviorOf(behavior: unknown): unknown {
    if (typeof behavior !== 'string') return behavior
    const known = this.builtInBehaviors.get(behavior) ?? this.Behavior({})
    this.builtInBehaviors.set(behavior, known)
    return known
  }
}
