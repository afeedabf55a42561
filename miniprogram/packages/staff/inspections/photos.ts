import { ClearanceError } from '../../../../domain/errors'
import { uploadPhoto, type Size } from '../../../services/photos'
import { newRequestId } from '../../../services/request-id'

/** A photo of a room: on the phone from when it was taken, in the cloud once it could be sent. */
export interface DraftPhoto {
  /** Its file on the phone, which outlives the app. */
  file: string
  /** `cloud://…`; empty until it is there. */
  id: string
  /** How large it is, as soon as it was shown once. */
  size: Size
}

const UNMEASURED: Size = { width: 0, height: 0 }

/** Saves photos that WeChat holds for as long as the app is open, so that a killed app loses none. */
export async function savePhotos(paths: readonly string[]): Promise<DraftPhoto[]> {
  return Promise.all(
    paths.map(async (path) => ({ file: await save(path), id: '', size: UNMEASURED })),
  )
}

async function save(tempFilePath: string): Promise<string> {
  const filePath = `${wx.env.USER_DATA_PATH}/room-${await newRequestId()}.jpg`
  return new Promise((resolve, reject) =>
    wx.getFileSystemManager().saveFile({
      tempFilePath,
      filePath,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    }),
  )
}

/**
 * Sends the photos that are not in the cloud yet, one after the other, and tells of each.
 * @throws ClearanceError `UNAVAILABLE` when one could not be sent now, `INVALID` when it is gone
 */
export async function uploadPhotos(
  photos: readonly DraftPhoto[],
  tell: (photos: DraftPhoto[]) => void,
): Promise<void> {
  let all = [...photos]
  for (const { file, size } of photos.filter(({ id }) => id === '')) {
    if (!isThere(file)) throw gone()
    const id = await upload(file, size)
    all = all.map((photo) => (photo.file === file ? { ...photo, id } : photo))
    tell(all)
  }
}

async function upload(file: string, size: Size): Promise<string> {
  try {
    return await uploadPhoto(file, size, () => undefined)
  } catch (error) {
    console.warn('photo not sent', error)
    throw new ClearanceError({ code: 'UNAVAILABLE', message: '照片没有传上去。' })
  }
}

function isThere(file: string): boolean {
  try {
    wx.getFileSystemManager().accessSync(file)
    return true
  } catch {
    return false
  }
}

function gone(): ClearanceError {
  const message = '有一张照片在手机里找不到了，请去掉它，重新拍一张'
  return new ClearanceError({ code: 'INVALID', message, fields: { photos: message } })
}

/** Takes photos off the phone that are no longer needed there. */
export function forgetPhotos(photos: readonly DraftPhoto[]): void {
  for (const { file } of photos) {
    wx.getFileSystemManager().unlink({ filePath: file, fail: () => undefined })
  }
}
