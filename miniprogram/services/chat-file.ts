import { newRequestId } from './request-id'

/** A table that was chosen from a chat. */
export interface ChatFile {
  path: string
  extension: string
}

/** Whether WeChat's own privacy guide has to be agreed to before a file can be chosen. */
export function needsPrivacy(): Promise<boolean> {
  if (!wx.canIUse('getPrivacySetting')) return Promise.resolve(false)
  return new Promise((resolve) => {
    wx.getPrivacySetting({
      success: ({ needAuthorization }) => resolve(needAuthorization),
      fail: () => resolve(false),
    })
  })
}

/**
 * Null when the person changed their mind.
 * @param what the table as one says it: 银行的表
 * @throws Error with a sentence
 */
export async function chooseChatFile(what: string): Promise<ChatFile | null> {
  try {
    const { tempFiles } = await wx.chooseMessageFile({
      count: 1,
      type: 'file',
      extension: ['xlsx', 'csv'],
    })
    const [file] = tempFiles
    return file ? { path: file.path, extension: extensionOf(file.name) } : null
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string }
    if (errMsg.includes('cancel')) return null
    throw new Error(`没有选到文件，请先把${what}发到微信里，再试一次。`)
  }
}

/**
 * Puts the file into the cloud under a name that nobody can guess; the function removes it.
 * @returns its file id, `cloud://…`
 * @throws Error with a sentence
 */
export async function uploadChatFile(
  folder: string,
  { path, extension }: ChatFile,
): Promise<string> {
  const cloudPath = `${folder}/${await newRequestId()}.${extension}`
  return new Promise((resolve, reject) => {
    // eslint-disable-next-line project/cloud-by-call -- a file does not go through a function
    wx.cloud.uploadFile({
      cloudPath,
      filePath: path,
      success: ({ fileID }) => resolve(fileID),
      fail: () => reject(new Error('表格没有传上去，请检查网络后再导入一次。')),
    })
  })
}

/** What is neither says so itself when it is read. */
function extensionOf(name: string): string {
  return /\.csv$/i.test(name) ? 'csv' : 'xlsx'
}
