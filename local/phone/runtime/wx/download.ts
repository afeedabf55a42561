import { extensionOf, phoneFiles } from '../files/phone-files'
import { Transfer } from '../transfer'
import { ApiFailure, byCallback } from './api'
import type { Callbacks } from './callbacks'
import type { Apis } from './context'

interface DownloadInput {
  url: string
  header?: Record<string, string>
  timeout?: number
  /** In `USER_DATA_PATH`; else the file is a temporary one. */
  filePath?: string
}

/**
 * `wx.downloadFile`. WeChat asks for https and a listed domain; the phone asks for neither, but a
 * browser reaches only the local cloud or whoever lets it. It gives no promise in WeChat, either.
 */
export function downloadApis(): Apis {
  return {
    downloadFile: (input: DownloadInput & Callbacks): Transfer => {
      const task = new Transfer(['Written', 'Write'])
      const run = async ({ url, header, timeout, filePath }: DownloadInput): Promise<object> => {
        if (!/^https?:\/\//.test(url)) throw new ApiFailure('invalid url')
        const request = await task.run({ method: 'GET', address: url, headers: header, timeout })
        return keepDownload(request, new URL(url).pathname, filePath)
      }
      byCallback('downloadFile', run)(input)
      return task
    },
  }
}

/** Whatever the server said, its answer is a file: `statusCode` tells what it is worth. */
export function keepDownload(request: XMLHttpRequest, name: string, filePath?: string): object {
  const bytes = new Uint8Array(request.response as ArrayBuffer)
  const statusCode = request.status
  if (filePath !== undefined) {
    phoneFiles.write(filePath, bytes)
    return { filePath, statusCode }
  }
  const tempFilePath = phoneFiles.addTemporary(bytes, extensionOf(name) || 'unknown')
  return { tempFilePath, statusCode }
}
