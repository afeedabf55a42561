import { newId } from '../documents/document'
import type { Files } from '../files'
import type { Actions } from './actions'

const MISSING = 'STORAGE_FILE_NONEXIST'

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
          authorization: files.signature(key),
          fileId: files.idOf(key),
          cosFileId: newId(),
        },
      }
    },

    'storage.batchGetDownloadUrl'({ file_list }) {
      const wanted = file_list as { fileid: string }[]
      const download_list = wanted.map(({ fileid }) => {
        const path = stored(fileid)
        return path === undefined
          ? { code: MISSING, fileID: fileid, tempFileURL: '' }
          : { code: 'SUCCESS', fileID: fileid, tempFileURL: files.temporaryUrl(path) }
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
