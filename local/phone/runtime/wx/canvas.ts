import { CanvasNode } from '../canvas'
import { phoneFiles } from '../files/phone-files'
import { api, ApiFailure } from './api'
import type { Apis } from './context'

interface ToTempFileInput {
  canvas?: CanvasNode
  x?: number
  y?: number
  width?: number
  height?: number
  destWidth?: number
  destHeight?: number
  fileType?: 'png' | 'jpg'
  quality?: number
}

/** https://developers.weixin.qq.com/miniprogram/dev/api/canvas/wx.canvasToTempFilePath.html */
export function canvasApis(): Apis {
  const toTempFile = api('canvasToTempFilePath', async (input: ToTempFileInput) => {
    const { canvas, x = 0, y = 0, fileType = 'png', quality = 0.92 } = input
    if (!(canvas instanceof CanvasNode)) throw new ApiFailure('canvas is empty')
    const { width = canvas.width - x, height = canvas.height - y } = input
    const { destWidth = width, destHeight = height } = input
    const part = { x, y, width, height, destWidth, destHeight }
    const type = fileType === 'png' ? 'image/png' : 'image/jpeg'
    const bytes = await canvas.toPicture(part, type, quality)
    return { tempFilePath: phoneFiles.addTemporary(bytes, fileType) }
  })
  // The component in which the canvas is comes second; with a 2d canvas it does not matter.
  return { canvasToTempFilePath: (input: ToTempFileInput) => toTempFile(input) }
}
