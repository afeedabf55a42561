import type { Element } from 'glass-easel'
import type { Handlers, PhoneRequests } from '../protocol'
import { phone } from './pages'
import { controlOf, elementOf, findNode, tagOf } from './nodes'

/** https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html */
const BUBBLING = /^(tap|longpress|longtap|touch|transition|animation)/

function fire(node: Element, type: string, detail: unknown = {}, extraFields?: object): void {
  const bubbles = BUBBLING.test(type)
  if (type === 'tap') phone().noteTap()
  node.triggerEvent(type, detail, {
    bubbles,
    composed: bubbles,
    capturePhase: bubbles,
    extraFields: extraFields as Record<string, unknown> | undefined,
  })
}

function type(node: Element, value: unknown): void {
  const control = controlOf(node)
  if (!control) throw new Error(`<${tagOf(node)}> takes no text`)
  const text = String(value)
  control.focus()
  control.value = control.maxLength < 0 ? text : text.slice(0, control.maxLength)
  control.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

type ElementFunction = (node: Element, ...args: never[]) => unknown

/** What WeChat's own components can do, by their tag. */
const FUNCTIONS: Record<string, ElementFunction | undefined> = {
  'input.input': type,
  'textarea.input': type,
  'switch.tap': (node) => elementOf(node).click(),
  'scroll-view.scrollTo': (node, left: number, top: number) =>
    elementOf(node).scrollTo({ left, top, behavior: 'instant' }),
  'scroll-view.scrollTop': (node) => elementOf(node).scrollTop,
  'scroll-view.scrollLeft': (node) => elementOf(node).scrollLeft,
  'scroll-view.scrollWidth': (node) => elementOf(node).scrollWidth,
  'scroll-view.scrollHeight': (node) => elementOf(node).scrollHeight,
}

type Method = `Element.${'triggerEvent' | 'dispatchEvent' | 'callFunction' | 'callContextMethod'}`

export const actingHandlers: Pick<Handlers<PhoneRequests>, Method> = {
  'Element.triggerEvent': (params) => fire(findNode(params), params.type, params.detail),
  'Element.dispatchEvent': (params) => {
    const { touches = [], changeTouches = [], eventName, detail } = params
    fire(findNode(params), eventName, detail, { touches, changedTouches: changeTouches })
  },
  'Element.callFunction': (params) => {
    const node = findNode(params)
    const [tag = ''] = params.functionName.split('.')
    const run = FUNCTIONS[params.functionName]
    if (!run || tagOf(node) !== tag) {
      throw new Error(
        `Element.callFunction：预览手机的 <${tagOf(node)}> 没有 ${params.functionName}`,
      )
    }
    return { result: run(node, ...(params.args as never[])) }
  },
  'Element.callContextMethod': ({ method }) => {
    throw new Error(`Element.callContextMethod：预览手机没有 <video>，不能 ${method}`)
  },
}
