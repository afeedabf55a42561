import { cloudStorage, failureOf, type WantedLink } from '../cloud-storage'
import { phoneFiles } from '../files/phone-files'
import { Transfer } from '../transfer'
import { api, ApiFailure } from './api'
import type { Callbacks } from './callbacks'
import type { Apis } from './context'
import { keepDownload } from './download'

interface UploadInput {
  cloudPath: string
  filePath: string
}

/** At once, for `getTempFileURL` and `deleteFile`. */
const MAX_FILES = 50

/** `wx.cloud`'s storage, as the person whose phone it is. */
export function cloudStorageApis(): Apis {
  return {
    uploadFile: (input: UploadInput & Callbacks) => {
      const task = new Transfer(['Sent', 'Send'])
      return api('cloud.uploadFile', (given: UploadInput) => upload(given, task))(input) ?? task
    },
    downloadFile: (input: { fileID: string } & Callbacks) => {
      const task = new Transfer(['Written', 'Write'])
      const run = async ({ fileID }: { fileID: string }): Promise<object> => {
        const address = await cloudStorage.link(fileID)
        return keepDownload(await task.run({ method: 'GET', address }), fileID)
      }
      return api('cloud.downloadFile', run)(input) ?? task
    },
    getTempFileURL: api('cloud.getTempFileURL', async ({ fileList }: FileList<WantedLink>) => {
      const wanted = checked(fileList).map((file) =>
        typeof file === 'string' ? { fileID: file } : file,
      )
      const links = await cloudStorage.links(wanted)
      return { fileList: links.map(({ code, ...link }) => ({ ...link, ...statusOf(code) })) }
    }),
    deleteFile: api('cloud.deleteFile', async ({ fileList }: FileList<never>) => {
      const answer = await cloudStorage.ask('storage.batchDeleteFile', {
        fileid_list: checked(fileList),
      })
      return {
        fileList: answer.delete_list.map(({ code, fileID }) => ({ fileID, ...statusOf(code) })),
      }
    }),
  }
}

interface FileList<T> {
  fileList: (string | T)[]
}

function checked<T>(fileList: T[]): T[] {
  if (Array.isArray(fileList) && fileList.length > 0 && fileList.length <= MAX_FILES)
    return fileList
  throw new ApiFailure(`fileList should be an array of 1 to ${MAX_FILES} files`, {
    errCode: -501007,
  })
}

function statusOf(code: string): { status: number; errMsg: string } {
  if (code === 'SUCCESS') return { status: 0, errMsg: 'ok' }
  const [status, errMsg] = failureOf(code)
  return { status, errMsg }
}

/** In two steps, as CloudBase documents it: a permit, then a form to the object store. */
async function upload({ cloudPath, filePath }: UploadInput, task: Transfer): Promise<object> {
  const file = phoneFiles.find(filePath)
  if (!file) throw new ApiFailure('file not found', { errCode: -1 })
  const permit = await cloudStorage.ask('storage.getUploadMetadata', { path: cloudPath })
  const body = new FormData()
  body.set('key', cloudPath)
  body.set('Signature', permit.authorization)
  body.set('x-cos-security-token', permit.token)
  body.set('x-cos-meta-fileid', permit.cosFileId)
  body.set('file', new Blob([file.bytes]))
  const { status } = await task.run({ method: 'POST', address: permit.url, body })
  if (status >= 300) throw new ApiFailure(`statusCode ${status}`, { errCode: -503001 })
  return { fileID: permit.fileId, statusCode: status }
}
