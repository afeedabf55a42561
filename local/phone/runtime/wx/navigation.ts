import { startRefresh, stopRefresh } from '../pull-down'
import type { EventChannel } from '../event-channel'
import { api, ApiFailure } from './api'
import type { Apis, WxContext } from './context'

type Events = Record<string, Parameters<EventChannel['on']>[1]>

interface Target {
  url: string
}

export function navigationApis({ stack }: WxContext): Apis {
  return {
    navigateTo: api('navigateTo', ({ url, events }: Target & { events?: Events }) => ({
      eventChannel: stack.navigateTo(url, (channel) => {
        for (const [name, listener] of Object.entries(events ?? {})) channel.on(name, listener)
      }),
    })),
    redirectTo: api('redirectTo', ({ url }: Target) => stack.redirectTo(url)),
    reLaunch: api('reLaunch', ({ url }: Target) => stack.reLaunch(url)),
    navigateBack: api('navigateBack', ({ delta }: { delta?: number }) => stack.navigateBack(delta)),
    switchTab: api('switchTab', () => {
      throw new ApiFailure('can not switch to no-tabBar page')
    }),
  }
}

export function pullDownApis({ stack }: WxContext): Apis {
  return {
    startPullDownRefresh: api('startPullDownRefresh', () => {
      if (stack.top) startRefresh(stack.top)
    }),
    stopPullDownRefresh: api('stopPullDownRefresh', () => {
      if (stack.top) stopRefresh(stack.top)
    }),
  }
}

interface ScrollTarget {
  scrollTop?: number
  selector?: string
  offsetTop?: number
  duration?: number
}

export function scrollApis({ stack }: WxContext): Apis {
  return {
    pageScrollTo: api('pageScrollTo', (target: ScrollTarget) => {
      const scroller = stack.top?.scroller
      if (!scroller) return
      const behavior = target.duration === 0 ? 'instant' : 'smooth'
      scroller.scrollTo({ top: target.scrollTop ?? offsetOf(scroller, target), behavior })
    }),
  }
}

function offsetOf(scroller: HTMLElement, { selector = '', offsetTop = 0 }: ScrollTarget): number {
  const found = scroller.querySelector(selector)
  if (!found) throw new ApiFailure(`scroll to an invalid selector: ${selector}`)
  const distance = found.getBoundingClientRect().top - scroller.getBoundingClientRect().top
  return scroller.scrollTop + distance + offsetTop
}
