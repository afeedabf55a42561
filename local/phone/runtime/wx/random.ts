import { api, ApiFailure } from './api'
import type { Apis } from './context'

/** https://developers.weixin.qq.com/miniprogram/dev/api/device/crypto/wx.getRandomValues.html */
const MAX_BYTES = 1024 * 1024

export function randomApis(): Apis {
  return {
    getRandomValues: api('getRandomValues', ({ length }: { length: number }) => {
      if (!(length > 0 && length <= MAX_BYTES)) throw new ApiFailure('invalid length')
      return { randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer }
    }),
  }
}
