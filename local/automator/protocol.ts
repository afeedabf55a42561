/**
 * The requests of `miniprogram-automator` 0.12.1 by name, with their parameters, read off its `out/*.js`.
 * A table of handlers typed by these has an answer for each request, or it does not compile.
 */

export interface OfPage {
  pageId: number
}

export interface OfElement extends OfPage {
  elementId: string
}

interface Selecting {
  selector: string
}

interface Naming {
  names: string[]
}

interface Reading {
  /** `list[0].title`; everything when absent. */
  path?: string
}

interface Writing {
  data: Record<string, unknown>
}

interface Calling {
  method: string
  args?: unknown[]
}

export interface TouchPoint {
  clientX?: number
  clientY?: number
  pageX?: number
  pageY?: number
}

export interface Touching {
  touches?: TouchPoint[]
  /** Spelled so by the client. */
  changeTouches?: TouchPoint[]
}

export interface CallingWx extends Calling {
  pluginId?: string
}

/** Neither a result nor a function takes the replacement back. */
export interface MockingWx extends CallingWx {
  result?: unknown
  functionDeclaration?: string
}

export type NativeMethod =
  | 'goHome'
  | 'navigateLeft'
  | 'confirmModal'
  | 'cancelModal'
  | 'switchTab'
  | 'authorizeAllow'
  | 'authorizeCancel'
  | 'closePaymentDialog'
  | 'shareConfirm'
  | 'shareCancel'

/** What the phone's page answers. */
export interface PhoneRequests {
  'Tool.getInfo': object
  'Tool.native': { method: NativeMethod }
  'App.getCurrentPage': object
  'App.getPageStack': object
  'App.callWxMethod': CallingWx
  'App.mockWxMethod': MockingWx
  'App.callFunction': { functionDeclaration: string; args?: unknown[] }
  'App.addBinding': { name: string }
  'Page.getElement': OfPage & Selecting
  'Page.getElements': OfPage & Selecting
  'Page.getElementByXpath': OfPage & Selecting
  'Page.getElementsByXpath': OfPage & Selecting
  'Page.getData': OfPage & Reading
  'Page.setData': OfPage & Writing
  'Page.callMethod': OfPage & Calling
  'Page.getWindowProperties': OfPage & Naming
  'Element.getElement': OfElement & Selecting
  'Element.getElements': OfElement & Selecting
  'Element.getDOMProperties': OfElement & Naming
  'Element.getProperties': OfElement & Naming
  'Element.getAttributes': OfElement & Naming
  'Element.getStyles': OfElement & Naming
  'Element.getOffset': OfElement
  'Element.getWXML': OfElement & { type: 'inner' | 'outer' }
  'Element.triggerEvent': OfElement & { type: string; detail?: unknown }
  'Element.dispatchEvent': OfElement & Touching & { eventName: string; detail?: unknown }
  'Element.callFunction': OfElement & { functionName: string; args: unknown[] }
  'Element.getData': OfElement & Reading
  'Element.setData': OfElement & Writing
  'Element.callMethod': OfElement & Calling
  'Element.callContextMethod': OfElement & Calling
}

/** What is done to the phone from outside, by the browser. */
export interface HandRequests {
  'Tool.close': object
  'App.exit': object
  'App.enableLog': object
  'App.captureScreenshot': object
  'Element.tap': OfElement
  'Element.touchstart': OfElement & Touching
  'Element.touchmove': OfElement & Touching
  'Element.touchend': OfElement & Touching
}

/** What only WeChat DevTools can do. */
export type DevToolsRequest =
  | 'Tool.enableRemoteDebug'
  | 'Tool.getTestAccounts'
  | 'Tool.getTicket'
  | 'Tool.setTicket'
  | 'Tool.refreshTicket'
  | 'Tool.stopAudits'

export type Handlers<Requests> = {
  [Method in keyof Requests]: (params: Requests[Method]) => unknown
}

export interface AutomatorEvent {
  method: 'App.logAdded' | 'App.exceptionThrown' | 'App.bindingCalled'
  params: object
}

export type Reply = { result: unknown } | { error: { message: string } }

/** What the bridge asks of the script in the phone's page: a request, or where to press for one. */
export type PhoneSideCall = 'call' | 'aim' | 'aimTouch'
