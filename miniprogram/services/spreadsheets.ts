import { ClearanceError } from '../../domain/errors'
import { newRequestId } from './request-id'

/** A sheet chosen from a chat. */
export interface Spreadsheet {
  path: string
  name: string
}

/** The folders of the cloud's storage that functions take sheets from; they remove what they have read. */
export type SheetFolder = 'bank' | 'feeds' | 'staff'

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

/** Null when the person changed their mind. @throws ClearanceError with a sentence */
export async function chooseSpreadsheet(): Promise<Spreadsheet | null> {
  try {
    const { tempFiles } = await wx.chooseMessageFile({
      count: 1,
      type: 'file',
      extension: ['xlsx', 'csv'],
    })
    const [file] = tempFiles
    return file ? { path: file.path, name: file.name } : null
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string }
    if (errMsg.includes('cancel')) return null
    throw trouble('没有选到文件，请先把表格发到微信里，再试一次。')
  }
}

/**
 * Puts a sheet into the cloud under a name that nobody can guess; the function removes it.
 * @returns its file id, `cloud://…`
 * @throws ClearanceError with a sentence
 */
export async function uploadSpreadsheet(
  folder: SheetFolder,
  { path, name }: Spreadsheet,
): Promise<string> {
  const cloudPath = `${folder}/${await newRequestId()}.${extensionOf(name)}`
  return new Promise((resolve, reject) => {
    // eslint-disable-next-line project/cloud-by-call -- a file does not go through a function
    wx.cloud.uploadFile({
      cloudPath,
      filePath: path,
      success: ({ fileID }) => resolve(fileID),
      fail: () => reject(trouble('表格没有传上去，请检查网络后再导入一次。')),
    })
  })
}

/**
 * Fetches a sheet and shows it in WeChat's own viewer, from where it can be sent on.
 * @throws ClearanceError with a sentence; `CLOSED` when its link is over
 */
export async function openSpreadsheet(url: string): Promise<void> {
  const filePath = await download(url)
  try {
    await wx.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
  } catch {
    throw trouble('手机打不开这张表，请复制下载链接，在电脑上打开。')
  }
}

/** Whether a link no longer opens anything. */
export function isLinkOver(error: unknown): boolean {
  return error instanceof ClearanceError && error.code === 'CLOSED'
}

function download(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    wx.downloadFile({
      url,
      success: ({ statusCode, tempFilePath }) => {
        if (statusCode === 200) resolve(tempFilePath)
        else
          reject(
            new ClearanceError({ code: 'CLOSED', message: '链接已经过期，请重新做一次表格。' }),
          )
      },
      fail: () => reject(trouble('表格没有下载成功，请检查网络后再试。')),
    })
  })
}

function trouble(message: string): ClearanceError {
  return new ClearanceError({ code: 'UNAVAILABLE', message })
}

/** What is neither says so itself when it is read. */
function extensionOf(name: string): string {
  return /\.csv$/i.test(name) ? 'csv' : 'xlsx'
}
