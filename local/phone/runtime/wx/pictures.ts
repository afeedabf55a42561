import { phoneFiles } from '../files/phone-files'
import { viewPictures } from '../overlays/viewer'
import { addressOf, toJpeg } from '../pictures'
import { unsupported } from '../trouble'
import { api, ApiFailure } from './api'
import type { Apis } from './context'

interface CompressInput {
  src: string
  quality?: number
  compressedWidth?: number
  compressedHeight?: number
}

interface MediaSource {
  url: string
  type?: 'image' | 'video'
}

export function pictureApis(): Apis {
  return {
    compressImage: api('compressImage', async (input: CompressInput) => {
      const { src, quality = 80, compressedWidth: width, compressedHeight: height } = input
      const jpeg = await toJpeg(await read(src), { quality, width, height })
      return { tempFilePath: phoneFiles.addTemporary(jpeg, 'jpg') }
    }),
    previewImage: api('previewImage', ({ urls, current }: { urls: string[]; current?: string }) =>
      view(urls, Math.max(0, urls.indexOf(current ?? ''))),
    ),
    previewMedia: api('previewMedia', ({ sources, current = 0 }: PreviewMediaInput) => {
      if (sources.some(({ type }) => type === 'video')) {
        unsupported('wx.previewMedia 的视频')
        throw new ApiFailure('video is not supported')
      }
      return view(
        sources.map(({ url }) => url),
        current,
      )
    }),
  }
}

interface PreviewMediaInput {
  sources: MediaSource[]
  current?: number
}

/** WeChat answers once the pictures are on the screen. */
async function view(urls: string[], current: number): Promise<void> {
  if (urls.length === 0) throw new ApiFailure('parameter error: parameter.urls should not be empty')
  // A file that this person may not see leaves an empty place, as in WeChat.
  const addresses = urls.map((url) => Promise.resolve(addressOf(url)).catch(() => ''))
  viewPictures(await Promise.all(addresses), current)
}

async function read(src: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = phoneFiles.find(src)
  if (file) return file.bytes
  const response = await fetch(await addressOf(src))
  if (!response.ok) throw new ApiFailure(`file not exist: ${src}`)
  return new Uint8Array(await response.arrayBuffer())
}
