import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import type { GeneralComponent, GeneralComponentDefinition } from 'glass-easel'
import type { BuiltIn, BuiltInNode, PropertyDefault, PropertyDefaults } from './built-in'

/** The adapter's method caller: `this` in a component's life cycle. */
interface Caller {
  _$: GeneralComponent
}

const TYPES = { string: String, number: Number, boolean: Boolean } as const

/** Registers a built-in with glass-easel, so that templates can create it by its tag. */
export function defineBuiltIn(
  space: CodeSpace,
  tag: string,
  definition: BuiltIn,
): GeneralComponentDefinition {
  const path = `wx/${tag}`
  space.addComponentStaticConfig(path, { component: true })
  const type = space
    .component(path)
    .definition({
      properties: Object.fromEntries(
        Object.entries(definition.properties).map(([name, value]) => [name, property(value)]),
      ),
      observers: {
        '**': function (this: Caller) {
          // A page that was left may still be given data; nothing of it is on the screen.
          if (this._$.getBackendElement()) definition.changed?.(nodeOf(this._$))
        },
      },
      lifetimes: {
        attached(this: Caller) {
          definition.changed?.(nodeOf(this._$))
          definition.attached?.(nodeOf(this._$))
        },
        detached(this: Caller) {
          definition.detached?.(nodeOf(this._$))
        },
      },
    })
    .register()
  return (type as unknown as { _$: GeneralComponentDefinition })._$
}

function property(value: PropertyDefault) {
  return { type: value === null ? null : TYPES[typeof value as keyof typeof TYPES], value }
}

function nodeOf(component: GeneralComponent): BuiltInNode<PropertyDefaults> {
  return {
    element: component.getBackendElement() as unknown as HTMLElement,
    properties: component.data,
    emit: (event, detail = {}) => component.triggerEvent(event, detail, {}),
    on: (event, listener) => {
      component.addListener(event, ({ target }) => {
        // The adapter puts its method caller there.
        const { _$: node } = target as unknown as Caller
        listener(node.getBackendElement() as unknown as HTMLElement | null)
      })
    },
  }
}
