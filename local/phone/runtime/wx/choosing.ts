import { extensionOf, phoneFiles } from '../files/phone-files'
import { askForFiles, type Source } from '../overlays/files'
import { toJpeg } from '../pictures'
import { NOT_AUTHORIZED, privacyGuide } from '../privacy'
import { unsupported } from '../trouble'
import { api, ApiFailure } from './api'
import type { Apis } from './context'

interface MediaInput {
  count?: number
  mediaType?: string[]
  sourceType?: string[]
  sizeType?: string[]
}

interface MessageFileInput {
  count: number
  type?: 'all' | 'video' | 'image' | 'file'
  extension?: string[]
}

/** WeChat compresses a chosen picture unless 原图 is ticked; its quality is not documented. */
const USUAL_QUALITY = 80

/** Pictures and files from outside the mini program; both wait for the privacy guide. */
export function choosingApis(): Apis {
  return {
    chooseMedia: api('chooseMedia', async (input: MediaInput) => {
      await askPrivacy('chooseMedia')
      const { count = 9, sizeType = ['original', 'compressed'] } = input
      const files = await chosen('选择图片', mediaSources(input), count)
      const isCompressed = sizeType.includes('compressed')
      const tempFiles = await Promise.all(files.map((file) => keepPicture(file, isCompressed)))
      return { type: 'image', tempFiles }
    }),
    chooseMessageFile: api('chooseMessageFile', async (input: MessageFileInput) => {
      await askPrivacy('chooseMessageFile')
      const { count, type = 'all', extension = [] } = input
      const accept = acceptOf(type, extension)
      const source = { text: '从聊天记录选择', accept, multiple: count > 1 }
      const files = await chosen('选择文件', [source], count)
      return { tempFiles: await Promise.all(files.filter(hasOne(type, extension)).map(keepFile)) }
    }),
  }
}

async function askPrivacy(name: string): Promise<void> {
  if (!(await privacyGuide.require(name))) throw new ApiFailure(NOT_AUTHORIZED, { errno: 104 })
}

async function chosen(heading: string, sources: Source[], count: number): Promise<File[]> {
  const files = await askForFiles(heading, sources)
  if (!files) throw new ApiFailure('cancel')
  return files.slice(0, count)
}

function mediaSources({ count = 9, mediaType, sourceType }: MediaInput): Source[] {
  const isOnlyImage = mediaType?.every((type) => type === 'image') ?? false
  if (!isOnlyImage) {
    unsupported("wx.chooseMedia 的视频；请写 mediaType: ['image']")
    throw new ApiFailure('mediaType is not supported')
  }
  const offered = sourceType ?? ['album', 'camera']
  const picture = { accept: 'image/*' }
  return [
    { ...picture, text: '拍摄', multiple: false, isCamera: true, name: 'camera' },
    { ...picture, text: '从相册选择', multiple: count > 1, name: 'album' },
  ].filter(({ name }) => offered.includes(name))
}

async function keepPicture(file: File, isCompressed: boolean): Promise<object> {
  const original = new Uint8Array(await file.arrayBuffer())
  // What the browser cannot read as a picture stays as it is.
  const jpeg = isCompressed
    ? await toJpeg(original, { quality: USUAL_QUALITY }).catch(() => undefined)
    : undefined
  const extension = jpeg ? 'jpg' : extensionOf(file.name) || 'unknown'
  const bytes = jpeg ?? original
  const tempFilePath = phoneFiles.addTemporary(bytes, extension)
  return { tempFilePath, size: bytes.length, fileType: 'image' }
}

async function keepFile(file: File): Promise<object> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const path = phoneFiles.addTemporary(bytes, extensionOf(file.name) || 'unknown')
  const [kind = ''] = file.type.split('/')
  const type = kind === 'image' || kind === 'video' ? kind : 'file'
  const time = Math.floor(file.lastModified / 1000)
  return { path, name: file.name, size: bytes.length, type, time }
}

function acceptOf(type: string, extension: string[]): string {
  if (type === 'image' || type === 'video') return `${type}/*`
  return type === 'file' ? extension.map((end) => `.${end.replace(/^\./, '')}`).join() : ''
}

/** The browser lets a person choose other files than those asked for. */
function hasOne(type: string, extension: string[]) {
  const ends = extension.map((end) => end.replace(/^\./, '').toLowerCase())
  return (file: File): boolean =>
    type !== 'file' || ends.length === 0 || ends.includes(extensionOf(file.name))
}
