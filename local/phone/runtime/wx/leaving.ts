import { byCallback } from './api'
import type { Apis, WxContext } from './context'

/**
 * Asks before the navigation bar's back button leaves the page, and only then.
 * https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.enableAlertBeforeUnload.html
 */
export function leavingApis({ stack }: WxContext): Apis {
  const enable = byCallback('enableAlertBeforeUnload', ({ message }: { message: string }) => {
    if (stack.top) stack.top.leavingQuestion = message
  })
  const disable = byCallback('disableAlertBeforeUnload', () => {
    if (stack.top) delete stack.top.leavingQuestion
  })
  return { enableAlertBeforeUnload: enable, disableAlertBeforeUnload: disable }
}
