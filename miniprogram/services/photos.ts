import { newRequestId } from './request-id'

/** The longer side of a photo that is kept, in pixels: enough to see a scratch on a desk. */
const LONGEST_PX = 1280
const QUALITY = 80

/** How large a picture is, in pixels; 0 where that is not known. */
export interface Size {
  width: number
  height: number
}

/**
 * Makes a photo small and puts it into the cloud under a name that nobody can guess.
 * @param tell hears how much of it has gone, in per cent
 * @returns its file id, `cloud://…`
 * @throws whatever WeChat says when it could not be sent; the photo itself stays where it is
 */
export async function uploadPhoto(
  path: string,
  size: Size,
  tell: (percent: number) => void,
): Promise<string> {
  return uploadPicture(await shrink(path, size), 'jpg', tell)
}

/** Puts a picture into the cloud as it is; everything else as `uploadPhoto` does. */
export async function uploadPicture(
  filePath: string,
  extension: 'jpg' | 'png',
  tell: (percent: number) => void = () => undefined,
): Promise<string> {
  const cloudPath = `photos/${await newRequestId()}.${extension}`
  return new Promise((resolve, reject) => {
    // eslint-disable-next-line project/cloud-by-call -- a file does not go through a function
    const task = wx.cloud.uploadFile({
      cloudPath,
      filePath,
      success: ({ fileID }) => resolve(fileID),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
    task.onProgressUpdate(({ progress }) => tell(progress))
  })
}

async function shrink(src: string, { width, height }: Size): Promise<string> {
  const side = width >= height ? 'compressedWidth' : 'compressedHeight'
  const size = Math.max(width, height) > LONGEST_PX ? { [side]: LONGEST_PX } : {}
  const { tempFilePath } = await wx.compressImage({ src, quality: QUALITY, ...size })
  return tempFilePath
}

/** Lets the person choose or take photos. Nothing chosen is no trouble: an empty list. */
export async function choosePhotos(most: number): Promise<string[]> {
  const { tempFiles } = await wx.chooseMedia({
    count: most,
    mediaType: ['image'],
    sizeType: ['compressed'],
  })
  return tempFiles.map(({ tempFilePath }) => tempFilePath)
}

/** Whether WeChat waits for its privacy guide to be agreed to first (its error 104). */
export function wantsConsent(error: unknown): boolean {
  const { errno, errMsg = '' } = error as { errno?: number; errMsg?: string }
  return errno === 104 || errMsg.includes('privacy')
}

/** Why no photo came, a whole sentence; empty when the person changed their mind. */
export function whyNoPhoto(error: unknown): string {
  const { errMsg = '' } = error as { errMsg?: string }
  if (errMsg.includes('cancel')) return ''
  if (/auth|permission|deny/.test(errMsg)) {
    return '微信还不能用相机和相册。请在手机的设置里允许微信使用，再回来选照片。'
  }
  return '没有选到照片，请再试一次。'
}
