import { api } from './api'
import type { Apis, WxContext } from './context'

interface BarColors {
  frontColor: string
  backgroundColor: string
}

export function navigationBarApis({ stack, chrome }: WxContext): Apis {
  return {
    setNavigationBarTitle: api('setNavigationBarTitle', ({ title }: { title: string }) => {
      if (stack.top) stack.top.title = title
      chrome.show(stack)
    }),
    setNavigationBarColor: api('setNavigationBarColor', (colors: BarColors) => {
      if (stack.top)
        stack.top.barColors = { front: colors.frontColor, back: colors.backgroundColor }
      chrome.show(stack)
    }),
  }
}
