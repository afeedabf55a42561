/** A property's default, which also says its type; `null` takes any type. */
export type PropertyDefault = string | number | boolean | null

export type PropertyDefaults = Record<string, PropertyDefault>

type Widened<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : unknown

/** What a built-in sees of itself while it lives on a page. */
export interface BuiltInNode<P extends PropertyDefaults> {
  readonly element: HTMLElement
  readonly properties: { readonly [K in keyof P]: Widened<P[K]> }
  emit(event: string, detail?: unknown): void
  /** Listens to an event of the mini program on this node, such as `tap`; tells where it happened. */
  on(event: string, listener: (target: HTMLElement | null) => void): void
}

export interface BuiltIn<P extends PropertyDefaults = PropertyDefaults> {
  /** Its properties with their defaults; any other one in a template is refused by name. */
  properties: P
  /** Events it fires beyond those that every node has. */
  events?: string[]
  /** It is on the page. */
  attached?(node: BuiltInNode<P>): void
  /** A property changed, or the node is about to be drawn for the first time. */
  changed?(node: BuiltInNode<P>): void
  detached?(node: BuiltInNode<P>): void
}

export function builtIn<P extends PropertyDefaults>(definition: BuiltIn<P>): BuiltIn {
  return definition
}
