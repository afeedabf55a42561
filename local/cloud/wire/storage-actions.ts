import { CloudError, unsupported } from '../cloud-error'
import { newId } from '../documents/document'
import { DAY, type Files } from '../files'
import type { Actions } from './actions'

const MISSING = 'STORAGE_FILE_NONEXIST'

export interface WantedLink {
  fileid: string
  /** Seconds. */
  max_age?: number
  url_type?: string
}

/** The `storage.*` actions; the bytes themselves go by `/storage/…`. */
export function storageActions(files: Files): Actions {
  const stored = (fileId: string) => {
    const path = files.pathOf(fileId)
    return path !== undefined && files.exists(path) ? path : undefined
  }

  return {
    'storage.getUploadMetadata'({ path }) {
      const key = String(path)
      return {
        data: {
          url: files.uploadUrl(key),
          // All four travel as HTTP headers: ASCII only.
          token: 'local',
          authorization: files.uploadSignature(key),
          fileId: files.idOf(key),
          cosFileId: newId(),
        },
      }
    },

    'storage.batchGetDownloadUrl'({ file_list }) {
      const wanted = file_list as WantedLink[]
      const download_list = wanted.map(({ fileid, max_age, url_type }) => {
        if (url_type !== undefined) throw unsupported(`the urlType ${url_type}`)
        const maxAge = checkedAge(max_age)
        const path = stored(fileid)
        return path === undefined
          ? { code: MISSING, fileID: fileid, tempFileURL: '' }
          : {
              code: 'SUCCESS',
              fileID: fileid,
              tempFileURL: files.temporaryUrl(path, maxAge),
              maxAge,
            }
      })
      return { data: { download_list } }
    },

    async 'storage.batchDeleteFile'({ fileid_list }) {
      const wanted = fileid_list as string[]
      const removals = wanted.map(async (fileID) => {
        const path = stored(fileID)
        if (path === undefined) return { code: MISSING, fileID }
        await files.remove(path)
        return { code: 'SUCCESS', fileID }
      })
      return { data: { delete_list: await Promise.all(removals) } }
    },
  }
}

/** What the real cloud does with an age that is none is not known; here it is refused. */
export function checkedAge(maxAge: number = DAY): number {
  if (Number.isInteger(maxAge) && maxAge > 0) return Math.min(maxAge, DAY)
  throw new CloudError('INVALID_PARAM', `max_age should be a positive integer: ${maxAge}`)
}
