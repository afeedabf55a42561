import type { Element } from 'glass-easel'
import type { OpenPage } from '../../phone/runtime/page'
import { viewportTop } from '../../phone/runtime/viewport'
import type { Handlers, OfElement, PhoneRequests } from '../protocol'
import { callNamed, readPath, toText } from './json'
import {
  controlOf,
  customComponent,
  describeNode,
  elementOf,
  elementsOf,
  findNode,
  rootOf,
} from './nodes'
import { findPage, setData } from './pages'
import { attributesOf, WxmlMirror } from './wxml'

function pageMirror(page: OpenPage, depth: 'shadow' | 'composed'): WxmlMirror {
  return new WxmlMirror(rootOf(page), depth, 'page')
}

/** The client takes an error for 「there is none」. */
function describeFirst(page: OpenPage, [first]: Element[]) {
  if (!first) throw new Error('no such element')
  return describeNode(page, first)
}

function describeAll(page: OpenPage, found: Element[]) {
  return { elements: found.map((node) => describeNode(page, node)) }
}

function select(params: OfElement & { selector: string }): Element[] {
  const node = findNode(params)
  const found = new WxmlMirror(node, 'shadow').select(params.selector)
  return found.filter((match) => match !== node)
}

/** `this` of the component's methods. */
function callerOf(params: OfElement) {
  const component = customComponent(findNode(params))
  if (!component) throw new Error('only a custom component has data and methods')
  return component.getMethodCaller() as object & { data: unknown }
}

function propertyOf(node: Element, name: string): unknown {
  const component = node.asGeneralComponent()
  const names = component?.getRootBehavior().listProperties() ?? []
  if (name === '__propPublic') return Object.fromEntries(names.map((known) => [known, true]))
  const control = name === 'value' ? controlOf(node) : undefined
  return control ? control.value : readPath(component?.data, name)
}

function attributeOf(node: Element, name: string): unknown {
  const attribute = attributesOf(node)[name] ?? elementsOf(node)[0]?.getAttribute(name)
  if (attribute !== undefined && attribute !== null) return attribute
  const property = propertyOf(node, name)
  return property === undefined || property === null ? null : toText(property)
}

function offsetOf(params: OfElement) {
  const { scroller } = findPage(params)
  const { left, top } = elementOf(findNode(params)).getBoundingClientRect()
  return { left: left + scroller.scrollLeft, top: top - viewportTop() + scroller.scrollTop }
}

function domProperty(node: Element, name: string): unknown {
  if (name === 'innerText')
    return elementsOf(node)
      .map((element) => element.innerText)
      .join('\n')
  return readPath(elementOf(node), name)
}

type Method = Exclude<
  Extract<keyof PhoneRequests, `Element.${string}` | `Page.getElement${string}`>,
  'Element.triggerEvent' | 'Element.dispatchEvent' | `Element.call${'Function' | 'ContextMethod'}`
>

export const elementHandlers: Pick<Handlers<PhoneRequests>, Method> = {
  'Page.getElement': (params) => {
    const page = findPage(params)
    return describeFirst(page, pageMirror(page, 'shadow').select(params.selector))
  },
  'Page.getElements': (params) => {
    const page = findPage(params)
    return describeAll(page, pageMirror(page, 'shadow').select(params.selector))
  },
  'Page.getElementByXpath': (params) => {
    const page = findPage(params)
    return describeFirst(page, pageMirror(page, 'composed').xpath(params.selector))
  },
  'Page.getElementsByXpath': (params) => {
    const page = findPage(params)
    return describeAll(page, pageMirror(page, 'composed').xpath(params.selector))
  },
  'Element.getElement': (params) => describeFirst(findPage(params), select(params)),
  'Element.getElements': (params) => describeAll(findPage(params), select(params)),
  'Element.getDOMProperties': (params) => {
    const node = findNode(params)
    return { properties: params.names.map((name) => domProperty(node, name)) }
  },
  'Element.getProperties': (params) => {
    const node = findNode(params)
    return { properties: params.names.map((name) => propertyOf(node, name)) }
  },
  'Element.getAttributes': (params) => {
    const node = findNode(params)
    return { attributes: params.names.map((name) => attributeOf(node, name)) }
  },
  'Element.getStyles': (params) => {
    const style = getComputedStyle(elementOf(findNode(params)))
    return { styles: params.names.map((name) => style.getPropertyValue(name)) }
  },
  'Element.getOffset': offsetOf,
  'Element.getWXML': (params) => ({
    wxml: new WxmlMirror(findNode(params), 'composed').serialize(params.type),
  }),
  'Element.getData': (params) => ({ data: readPath(callerOf(params).data, params.path) }),
  'Element.setData': (params) => setData(callerOf(params), params.data),
  'Element.callMethod': (params) => callNamed(callerOf(params), 'component', params),
}
