import { Component, type Element, type template } from 'glass-easel'
import { rpxToCss } from '../rpx'
import { BUILT_INS, EVENTS_OF_EVERY_NODE } from './built-ins'
import { applyAccessibility, isAccessibilityAttribute, type AttributeValue } from './accessibility'
import { unsupported } from './trouble'

/**
 * The object glass-easel passes to compiled templates, by the compiler's one-letter names (0.12.1):
 * `r` sets a property, `y` a style, `v` listens to an event.
 */
interface TemplateWrapper {
  r(node: Element, name: string, value: unknown, ...rest: unknown[]): void
  y(node: Element, style: unknown): void
  v(node: Element, event: string, ...rest: unknown[]): void
}

type Procedure = (wrapper: TemplateWrapper, ...rest: unknown[]) => unknown
type Content = ((name: string) => Procedure | undefined) & object

const guarded = new WeakSet<TemplateWrapper>()

/** Wraps a compiled template, so that each attribute it sets on a node goes through our hands. */
export function guardTemplate(content: unknown): template.ComponentTemplate['content'] {
  const original = content as Content
  const procedureOf = (name: string): Procedure | undefined => {
    const procedure = original(name)
    return procedure && ((wrapper, ...rest) => procedure(guard(wrapper), ...rest))
  }
  return Object.assign(procedureOf, original) as unknown as template.ComponentTemplate['content']
}

function guard(wrapper: TemplateWrapper): TemplateWrapper {
  if (guarded.has(wrapper)) return wrapper
  guarded.add(wrapper)
  const { r: setProperty, y: setStyle, v: listen } = wrapper
  wrapper.r = (node, name, value, ...rest) => {
    const field = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
    const hasField = Component.isComponent(node) && Component.hasProperty(node, field)
    const isDone = applyToElement(node, name, value)
    if (hasField || (!isDone && isKnownElsewhere(node, name))) {
      setProperty(node, name, value, ...rest)
    } else if (!isDone) refuse(node, `属性 ${name}`)
  }
  wrapper.y = (node, style) => {
    setStyle(node, typeof style === 'string' ? rpxToCss(style) : style)
  }
  wrapper.v = (node, event, ...rest) => {
    if (!firesEvent(node, event)) refuse(node, `事件 ${event}`)
    listen(node, event, ...rest)
  }
  return wrapper
}

/** What stands on any node and concerns its element: accessibility attributes and `hidden`. */
function applyToElement(node: Element, name: string, value: unknown): boolean {
  const element = node.getBackendElement() as unknown as HTMLElement | null
  if (name === 'hidden') element?.toggleAttribute('hidden', Boolean(value))
  else if (isAccessibilityAttribute(name))
    applyAccessibility(element, name, value as AttributeValue)
  else return false
  return true
}

/** External classes, and the old way to bind: `bindtap`, `catchtouchmove`. */
function isKnownElsewhere(node: Element, name: string): boolean {
  if (!Component.isComponent(node)) return true
  return node.hasExternalClass(name) || /^(capture-)?(bind|catch|on)/.test(name)
}

function firesEvent(node: Element, event: string): boolean {
  const builtIn = Component.isComponent(node) ? BUILT_INS[node.is.replace(/^wx\//, '')] : undefined
  if (!builtIn || EVENTS_OF_EVERY_NODE.has(event)) return true
  return builtIn.events?.includes(event) ?? false
}

/** A library may name what only some versions of WeChat know; in our own templates it is a mistake. */
function refuse(node: Element, what: string): void {
  const host = node.ownerShadowRoot?.getHostNode().is ?? ''
  const tag = Component.isComponent(node) ? node.tagName : ''
  const message = `<${tag}> 的${what}（${host}.wxml）`
  if (host.includes('miniprogram_npm/')) console.debug(`预览手机忽略 ${message}`)
  else unsupported(message)
}
