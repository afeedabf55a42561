import { ClearanceError } from '../../../domain/errors'
import { files } from '../files'

/** A sheet that a phone has sent up. @throws ClearanceError `NOT_FOUND` when it is not there (any more) */
export async function sentSheet(fileId: string): Promise<Buffer> {
  try {
    return await files.get(fileId)
  } catch {
    const message = '没有收到这份表格，请重新选择后再导入。'
    throw new ClearanceError({ code: 'NOT_FOUND', message })
  }
}
