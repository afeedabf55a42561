import type { component } from 'glass-easel-miniprogram-adapter'
import type { Apis, WxContext } from './context'

type Component = component.GeneralComponent

/** Measuring nodes; the page on top answers unless another component is named with `in`. */
export function queryApis({ stack }: WxContext): Apis {
  const page = (): Component => {
    if (!stack.top) throw new Error('没有打开的页面')
    return stack.top.instance as unknown as Component
  }
  return {
    createSelectorQuery: () => page().createSelectorQuery(),
    createIntersectionObserver: (
      component: Component,
      options?: Parameters<Component['createIntersectionObserver']>[0],
    ) => component.createIntersectionObserver(options),
    nextTick: (callback: () => void) => queueMicrotask(callback),
  }
}
