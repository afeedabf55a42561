import { ApiFailure } from './wx/api'

export interface WantedLink {
  fileID: string
  /** Seconds. */
  maxAge?: number
}

interface Link {
  code: string
  fileID: string
  tempFileURL: string
  maxAge?: number
}

export interface UploadPermit {
  url: string
  token: string
  authorization: string
  fileId: string
  cosFileId: string
}

interface Answers {
  'storage.getUploadMetadata': UploadPermit
  'storage.batchGetDownloadUrl': { download_list: Link[] }
  'storage.batchDeleteFile': { delete_list: { code: string; fileID: string }[] }
}

/** WeChat's numbers and words for the cloud's codes, as in wx-server-sdk 4.0.2. */
const FAILURES: Partial<Record<string, [errCode: number, text: string]>> = {
  STORAGE_REQUEST_FAIL: [-503001, 'storage request fail'],
  STORAGE_EXCEED_AUTHORITY: [-503002, 'storage permission denied'],
  STORAGE_FILE_NONEXIST: [-503003, 'storage file not exists'],
  STORAGE_SIGN_PARAM_INVALID: [-503004, 'storage invalid sign parameter'],
}

/** What this phone's person may do in the cloud's storage. */
class CloudStorage {
  private openid = ''

  start(openid: string): void {
    this.openid = openid
  }

  /** @throws ApiFailure with WeChat's `errCode` */
  async ask<A extends keyof Answers>(action: A, parameters: object): Promise<Answers[A]> {
    const answer = await this.post({ action, ...parameters })
    if ('data' in answer) return answer.data as Answers[A]
    const [errCode, text] = failureOf(answer.code)
    throw new ApiFailure(`errCode: ${errCode} ${text} | errMsg: ${answer.message}`, { errCode })
  }

  async links(wanted: WantedLink[]): Promise<Link[]> {
    const file_list = wanted.map(({ fileID, maxAge }) => ({ fileid: fileID, max_age: maxAge }))
    const { download_list } = await this.ask('storage.batchGetDownloadUrl', { file_list })
    return download_list.map((link) => ({ ...link, tempFileURL: encodeURI(link.tempFileURL) }))
  }

  /** @throws ApiFailure when there is no such file, or it is somebody else's */
  async link(fileID: string): Promise<string> {
    const [link] = await this.links([{ fileID }])
    if (link?.code === 'SUCCESS') return link.tempFileURL
    const [errCode, text] = failureOf(link?.code ?? '')
    throw new ApiFailure(`errCode: ${errCode} ${text}`, { errCode })
  }

  private async post(body: object): Promise<{ data: unknown } | { code: string; message: string }> {
    try {
      const headers = { 'content-type': 'application/json', 'x-openid': this.openid }
      const init = { method: 'POST', headers, body: JSON.stringify(body) }
      const response = await fetch('/client/storage', init)
      return (await response.json()) as { data: unknown }
    } catch (error) {
      throw new ApiFailure(`request:fail ${(error as Error).message}`, { errCode: -1 })
    }
  }
}

export const cloudStorage = new CloudStorage()

export function failureOf(code: string): [errCode: number, text: string] {
  return FAILURES[code] ?? [-501001, code]
}
