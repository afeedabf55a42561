import { cloud } from './cloud'

interface TempUrls {
  fileList: { fileID: string; tempFileURL: string; status: number }[]
}

/** The cloud's file storage. Only functions reach into it; phones upload, and see by links. */
export const files = {
  /**
   * Links that show files for a while, by file id; those that are not there are left out.
   * @param seconds how long each link lives
   */
  async linksTo(ids: readonly string[], seconds: number): Promise<Record<string, string>> {
    if (ids.length === 0) return {}
    const fileList = ids.map((fileID) => ({ fileID, maxAge: seconds }))
    const answer = (await cloud.getTempFileURL({ fileList })) as unknown as TempUrls
    const found = answer.fileList.filter(({ tempFileURL }) => tempFileURL)
    return Object.fromEntries(found.map(({ fileID, tempFileURL }) => [fileID, tempFileURL]))
  },

  /** Answers the new file's id. */
  async put(path: string, content: Buffer): Promise<string> {
    const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: content })
    return fileID
  },

  async get(id: string): Promise<Buffer> {
    const { fileContent } = await cloud.downloadFile({ fileID: id })
    return fileContent
  },

  async remove(id: string): Promise<void> {
    await cloud.deleteFile({ fileList: [id] })
  },
}
