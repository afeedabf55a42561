import { modal, type ModalOptions } from '../overlays/modal'
import { actionSheet } from '../overlays/sheet'
import { hideToast, toast, type ToastIcon } from '../overlays/toast'
import { api, ApiFailure } from './api'
import type { Apis } from './context'

interface ToastOptions {
  title: string
  icon?: ToastIcon
  duration?: number
}

interface ActionSheetOptions {
  itemList: string[]
  alertText?: string
}

export function feedbackApis(): Apis {
  return {
    showToast: api('showToast', ({ title, icon = 'success', duration }: ToastOptions) => {
      toast(title, icon, duration)
    }),
    hideToast: api('hideToast', hideToast),
    showLoading: api('showLoading', ({ title }: ToastOptions) => toast(title, 'loading')),
    hideLoading: api('hideLoading', hideToast),
    showModal: api('showModal', (options: ModalOptions) => modal(options)),
    showActionSheet: api('showActionSheet', async (options: ActionSheetOptions) => {
      const tapIndex = await actionSheet(options.itemList, '取消', options.alertText)
      if (tapIndex < 0) throw new ApiFailure('cancel')
      return { tapIndex }
    }),
  }
}
