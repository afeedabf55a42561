import { CurrentWindowBackendContext, type domlikeBackend, type EventMutLevel } from 'glass-easel'
import { domTag } from '../dom-tag'
import { createPortalElement } from './portal'
import { viewportHeight } from './viewport'

type BackendElement = domlikeBackend.Element

/** `EventMutLevel.None`; glass-easel's enum exists only for the compiler. */
const NOTHING_STOPPED = 0 as unknown as EventMutLevel

/** glass-easel on this window's DOM, with WXML's tags kept apart from HTML's. */
export class PhoneBackend extends CurrentWindowBackendContext {
  override document = {
    createElement: (tag: string) => createElement(tag) as unknown as BackendElement,
    createTextNode: (text: string) => document.createTextNode(text) as unknown as BackendElement,
    createDocumentFragment: () => document.createDocumentFragment() as unknown as BackendElement,
  }

  /**
   * Only events that WeChat has may come from the DOM: a DOM `click` or `change` would fire a
   * component's `bind:click` a second time. One `catch:touchmove` must not stop every touch.
   */
  override setListenerStats(element: BackendElement, type: string, capture: boolean): void {
    if (!/^(touch|transition|animation)/.test(type)) return
    super.setListenerStats(element, type, capture, NOTHING_STOPPED)
  }

  override getWindowHeight(): number {
    return viewportHeight()
  }
}

function createElement(tag: string): HTMLElement {
  return tag === 'root-portal' ? createPortalElement() : document.createElement(domTag(tag))
}
