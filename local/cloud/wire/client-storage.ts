import { CloudError, unsupported } from '../cloud-error'
import { newId } from '../documents/document'
import type { Files } from '../files'
import { checkedAge, type WantedLink } from './storage-actions'

const DENIED = 'STORAGE_EXCEED_AUTHORITY'
const MISSING = 'STORAGE_FILE_NONEXIST'
const TOKEN = 'owner:'

export interface ClientRequest {
  action: string
  [parameter: string]: unknown
}

/** Whose upload a form's token stands for; the signature beside it covers that. */
export function ownerOfToken(token: string): string | undefined {
  return token.startsWith(TOKEN) ? token.slice(TOKEN.length) : undefined
}

/**
 * The storage as a person's phone may use it: each has the files that they uploaded (CloudBase's
 * `PRIVATE`), and nobody deletes. Stricter than the cloud, where creators may: what was handed in is
 * taken back by a function, or not at all.
 */
export function clientStorage(files: Files, openid: string, request: ClientRequest): object {
  const { action, path, file_list, fileid_list } = request
  if (action === 'storage.getUploadMetadata') return uploadOf(files, openid, String(path))
  if (action === 'storage.batchGetDownloadUrl') {
    const links = (file_list as WantedLink[]).map((wanted) => linkOf(files, openid, wanted))
    return { data: { download_list: links } }
  }
  if (action === 'storage.batchDeleteFile') {
    const refusals = (fileid_list as string[]).map((fileID) => ({ code: DENIED, fileID }))
    return { data: { delete_list: refusals } }
  }
  throw unsupported(`the action ${action} of a phone`)
}

function uploadOf(files: Files, openid: string, path: string): object {
  const isOthers = files.exists(path) && files.ownerOf(path) !== openid
  if (isOthers) throw new CloudError(DENIED, `Not the creator of ${path}`)
  return {
    data: {
      url: files.uploadUrl(path),
      token: TOKEN + openid,
      authorization: files.uploadSignature(path, openid),
      fileId: files.idOf(path),
      cosFileId: newId(),
    },
  }
}

function linkOf(files: Files, openid: string, { fileid: fileID, max_age }: WantedLink): object {
  const maxAge = checkedAge(max_age)
  const path = files.pathOf(fileID)
  if (path === undefined || !files.exists(path)) return { code: MISSING, fileID, tempFileURL: '' }
  if (files.ownerOf(path) !== openid) return { code: DENIED, fileID, tempFileURL: '' }
  return { code: 'SUCCESS', fileID, tempFileURL: files.temporaryUrl(path, maxAge), maxAge }
}
