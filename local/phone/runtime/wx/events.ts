import { callPage, tellComponents } from '../page'
import type { Theme } from '../theme'
import { api } from './api'
import type { Apis, WxContext } from './context'

type Listener<T> = (event: T) => void

/** Listeners of one `wx.onX`; `wx.offX` without a listener forgets all. */
class Listeners<T> {
  private readonly listeners = new Set<Listener<T>>()

  readonly on = (listener: Listener<T>): void => {
    this.listeners.add(listener)
  }

  readonly off = (listener?: Listener<T>): void => {
    if (listener) this.listeners.delete(listener)
    else this.listeners.clear()
  }

  tell(event: T): void {
    for (const listener of this.listeners) listener(event)
  }
}

export function eventApis(context: WxContext): Apis {
  return { ...themeEvents(context), ...networkApis(), ...resizeEvents(context) }
}

function themeEvents({ theme }: WxContext): Apis {
  const listeners = new Listeners<{ theme: Theme }>()
  theme.onChange((current) => listeners.tell({ theme: current }))
  return { onThemeChange: listeners.on, offThemeChange: listeners.off }
}

function networkApis(): Apis {
  const listeners = new Listeners<{ isConnected: boolean; networkType: string }>()
  const networkType = (): string => (navigator.onLine ? 'wifi' : 'none')
  const tell = (): void => {
    listeners.tell({ isConnected: navigator.onLine, networkType: networkType() })
  }
  addEventListener('online', tell)
  addEventListener('offline', tell)
  return {
    onNetworkStatusChange: listeners.on,
    offNetworkStatusChange: listeners.off,
    getNetworkType: api('getNetworkType', () => ({ networkType: networkType() })),
  }
}

function resizeEvents({ stack }: WxContext): Apis {
  const listeners = new Listeners<{ size: object }>()
  addEventListener('resize', () => {
    const size = { windowWidth: innerWidth, windowHeight: stack.top?.frame.clientHeight ?? 0 }
    listeners.tell({ size })
    if (!stack.top) return
    callPage(stack.top, 'onResize', { size })
    tellComponents(stack.top, 'resize', { size })
  })
  return { onWindowResize: listeners.on, offWindowResize: listeners.off }
}
