import { ClearanceError } from '../../../domain/errors'
import type { Cell } from '../../../domain/spreadsheet/cells'
import { files } from '../files'
import { readCells } from './read'

/**
 * Reads a sheet that a phone has sent up. One that cannot be used is of no use later either, so it goes
 * at once; whoever has used it removes it.
 * @param read what is made of its cells
 * @throws ClearanceError `NOT_FOUND` when it is not there (any more), `INVALID` as `readCells` and `read` do
 */
export async function readSent<Found>(
  fileId: string,
  rowsMost: number,
  read: (cells: Cell[][]) => Found | Promise<Found>,
): Promise<Found> {
  const content = await download(fileId)
  try {
    return await read(await readCells(content, rowsMost))
  } catch (error) {
    if (error instanceof ClearanceError) await files.remove(fileId)
    throw error
  }
}

async function download(fileId: string): Promise<Buffer> {
  try {
    return await files.get(fileId)
  } catch {
    const message = '没有收到这份表格，请重新选择后再导入。'
    throw new ClearanceError({ code: 'NOT_FOUND', message })
  }
}
