import { modal } from '../overlays/modal'
import { NOT_AUTHORIZED, privacyGuide } from '../privacy'
import { api, ApiFailure } from './api'
import type { Apis, WxContext } from './context'

/** The flow itself; the privacy APIs of the phone (clipboard, calendar) do not wait for it. */
export function privacyApis({ program, settings }: WxContext): Apis {
  privacyGuide.start(settings.openid, program.app.__usePrivacyCheck__ === true)
  return {
    getPrivacySetting: api('getPrivacySetting', () => ({
      needAuthorization: privacyGuide.isNeeded,
      privacyContractName: privacyGuide.name,
    })),
    onNeedPrivacyAuthorization: privacyGuide.listen,
    requirePrivacyAuthorize: api('requirePrivacyAuthorize', async () => {
      if (!(await privacyGuide.require('requirePrivacyAuthorize'))) {
        throw new ApiFailure(NOT_AUTHORIZED)
      }
    }),
    openPrivacyContract: api('openPrivacyContract', async () => {
      const content = '微信里会打开在后台填写的隐私保护指引。'
      await modal({ title: privacyGuide.name, content, showCancel: false, confirmText: '知道了' })
    }),
  }
}
