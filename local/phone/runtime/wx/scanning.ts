import { askForCode } from '../overlays/scanner'
import { shownCodes } from '../shown-codes'
import { unsupported } from '../trouble'
import { api, ApiFailure } from './api'
import type { Apis } from './context'

interface ScanInput {
  onlyFromCamera?: boolean
  scanType?: string[]
}

const OPTIONS = new Set(['onlyFromCamera', 'scanType', 'success', 'fail', 'complete'])

/** `wx.scanCode`, for QR codes. The desk has no camera, so it asks what the code says. */
export function scanningApis(): Apis {
  return {
    scanCode: api('scanCode', async (input: ScanInput) => {
      check(input)
      const result = await askForCode(await shownCodes())
      if (result === null) throw new ApiFailure('cancel')
      return { result, scanType: 'QR_CODE', charSet: 'utf-8', path: '' }
    }),
  }
}

function check(input: ScanInput): void {
  const { scanType = ['qrCode'] } = input
  const odd = Object.keys(input).find((name) => !OPTIONS.has(name))
  const trouble = odd ?? (scanType.includes('qrCode') ? undefined : `scanType ${scanType.join()}`)
  if (trouble === undefined) return
  unsupported(`wx.scanCode 的 ${trouble}`)
  throw new ApiFailure(`${trouble} is not supported`)
}
