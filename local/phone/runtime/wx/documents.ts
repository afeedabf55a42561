import { extensionOf, phoneFiles } from '../files/phone-files'
import { handOver } from '../overlays/document'
import { api, ApiFailure } from './api'
import type { Apis } from './context'

interface OpenInput {
  filePath: string
  fileType?: string
  /** Whether WeChat shows its menu, by which a file is sent on and saved. Here it is always saved. */
  showMenu?: boolean
}

const TYPES = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf']

/** A browser has no viewer for these: the phone offers the file to be saved. */
export function documentApis(): Apis {
  return {
    openDocument: api('openDocument', ({ filePath, fileType }: OpenInput) => {
      const type = fileType ?? extensionOf(filePath)
      const address = phoneFiles.addressOf(filePath)
      if (address === undefined) throw new ApiFailure("file doesn't exist")
      if (!TYPES.includes(type)) throw new ApiFailure('filetype not supported')
      const [name = ''] = filePath.split('/').slice(-1)
      handOver(extensionOf(name) === type ? name : `${name}.${type}`, address)
    }),
  }
}
